// Does a won deal cost more where a million orders are than where ten thousand are?
// node bench/grown.mjs [deals per figure, 200] [orders, 1000000]
import './quiet.mjs'
import { companyOf } from './support/company.mjs'
import { openGround } from './support/ground.mjs'
import { measure } from './support/measure.mjs'
import { multiply } from '../server/scenarios/support/many-orders.mjs'
import { sampleOf } from './support/sample.mjs'

const perFigure = Number(process.argv[2] ?? 200)
const few = 10_000
const many = Number(process.argv[3] ?? 1_000_000)
const ground = await openGround()
const { admin } = ground
const application = await ground.start()
const company = await companyOf(application, { products: 60, customers: 40 })
const win = ({ id }) => company.call('POST', `/deals/${id}/win`, {})
await measure(ground, 8, await company.deals(60), win)
const sample = await sampleOf(admin, company, win)

console.log('orders | clients | chains/s | CPU ms a chain (Node + PostgreSQL)')
const small = await figures(1, few)
const large = await figures(few + 1, many)
const ratio = (at) => (large[at].cpu / small[at].cpu).toFixed(2)
console.log(
  `a chain at ${many} orders costs ${ratio(0)} (1 client) and ${ratio(1)} (8 clients) of what it costs at ${few}`,
)
await ground.close()

async function figures(from, to) {
  await multiply(admin, sample, { from, to, log: to > 100_000 ? console.error : undefined })
  await admin.query('vacuum analyze')
  await measure(ground, 8, await company.deals(60), win)
  const found = []
  for (const clients of [1, 8]) {
    const { rate, application: node, postgres } = await measure(ground, clients, await company.deals(perFigure), win)
    console.log(`${to} | ${clients} | ${rate.toFixed(0)} | ${node.toFixed(1)} + ${postgres.toFixed(1)}`)
    found.push({ cpu: node + postgres })
  }
  return found
}
