// How fast deals are won over HTTP, beside floors that write the very same rows by hand.
// node bench/won-deal.mjs [deals per figure, 200]
import './quiet.mjs'
import { companyOf } from './support/company.mjs'
import { floorOf, leanSchema, left } from './support/floor.mjs'
import { openGround } from './support/ground.mjs'
import { measure } from './support/measure.mjs'
import { idsOf, rowCounts } from '../server/scenarios/support/written-rows.mjs'
import { sampleOf } from './support/sample.mjs'

const perFigure = Number(process.argv[2] ?? 200)
const levels = [1, 4, 8, 32]
const ground = await openGround()
const { admin, appUrl } = ground
const application = await ground.start()
const company = await companyOf(application, { products: 60, customers: 40 })
const { place } = company

const win = ({ id }) => company.call('POST', `/deals/${id}/win`, {})
const deals = (count, hot) => company.deals(count, hot)

// Warm up: the first executions of a named statement are planned anew on each connection, and a new database knows nothing of its tables.
await measure(ground, 8, await deals(100), win)
const sample = await sampleOf(admin, company, win)
const floor = floorOf({ url: appUrl, sample, place })
await measure(ground, 8, await deals(60), floor.write)
await admin.query('vacuum analyze')

await compare()
console.log(`statements a chain: ours ${await statementsOfOne()}, floor ${floor.statements}, and begin and commit`)

console.log(
  '\nproducts | clients | ours, chains/s | floor, chains/s | ratio | ours, CPU ms (Node + PostgreSQL) | floor, CPU ms',
)
for (const hot of [false, true])
  for (const clients of levels) {
    await measure(ground, clients, await deals(40, hot), win)
    await measure(ground, clients, await deals(40, hot), floor.write)
    const ours = await measure(ground, clients, await deals(perFigure, hot), win)
    const hand = await measure(ground, clients, await deals(perFigure, hot), floor.write)
    console.log(
      [
        hot ? 'one hot' : 'spread',
        clients,
        ours.rate.toFixed(0),
        hand.rate.toFixed(0),
        (ours.rate / hand.rate).toFixed(2),
        cpu(ours),
        cpu(hand, true),
      ].join(' | '),
    )
  }

console.log('\nfloor at 8 clients | chains/s | ours to it | CPU ms (Node + PostgreSQL)')
const reference = await measure(ground, 8, await deals(perFigure), win)
const forLean = await deals(perFigure * 3 + 180)
await leanSchema(admin, 'lean', { walled: false, role: 'erp_app' })
await leanSchema(admin, 'walled', { walled: true, role: 'erp_app' })
await admin.query('vacuum analyze')
const kinds = [
  ['lean: no walls, triggers, keys, numbers, events', { schema: 'lean', lean: true, walls: false }],
  ['the same, unnamed statements', { schema: 'lean', lean: true, walls: false, named: false }],
  ['lean with walls, numbers, events, deliveries', { schema: 'walled' }],
]
for (const [name, options] of kinds) {
  const hand = floorOf({ url: appUrl, sample, place, ...options })
  await measure(ground, 8, forLean.splice(0, 60), hand.write)
  const found = await measure(ground, 8, forLean.splice(0, perFigure), hand.write)
  console.log([name, found.rate.toFixed(0), (reference.rate / found.rate).toFixed(2), cpu(found, true)].join(' | '))
  await hand.close()
}
await floor.close()
await planning()
await ground.close()

/** Milliseconds of CPU a chain. A floor's own work happens in this process, ours in the application's. */
function cpu({ application: node, client, postgres }, byHand = false) {
  return `${(byHand ? client : node).toFixed(1)} + ${postgres.toFixed(1)}`
}

/** Both make the same rows, filled in the same columns; anything else is no floor. */
async function compare() {
  const [forUs, forThem] = [await deals(10), await deals(10)]
  const start = await rowCounts(admin, place.workspaceId)
  await measure(ground, 1, forUs, win)
  const between = await rowCounts(admin, place.workspaceId)
  const last = forThem.pop()
  await measure(ground, 1, forThem, floor.write)
  const before = await idsOf(admin, place.workspaceId)
  await floor.write(last)
  const end = await rowCounts(admin, place.workspaceId)
  const made = (from, to) =>
    [...to]
      .map(([table, count]) => [table, (count - from.get(table)) / 10])
      .filter(([table, count]) => count > 0 && !left.has(table))
  const [ours, theirs] = [made(start, between), made(between, end)]
  console.log(`rows a chain: ${ours.map(([table, count]) => `${table} ${count}`).join(', ')}`)
  if (JSON.stringify(ours) !== JSON.stringify(theirs))
    throw new Error(`the floor makes other rows: ${theirs.map(([table, count]) => `${table} ${count}`).join(', ')}`)
  const audit = (from, to) => (to.get('audit_logs') - from.get('audit_logs')) / 10
  console.log(`rows of the audit a chain: ours ${audit(start, between)}, floor ${audit(between, end)}`)
  await sample.mustBeFilledAlike(before)
}

async function statementsOfOne() {
  const [one] = await deals(1)
  await application.ask('record')
  await win(one)
  return (await application.ask('recorded')).length
}

/** Planning against execution, as PostgreSQL counts them, on a warm server that was started again for it. */
async function planning() {
  await application.stop()
  await ground.restartCounting()
  const again = await ground.start()
  company.moveTo(again)
  await measure(ground, 1, await deals(150), win)
  const counted = await deals(60)
  await admin.query('select pg_stat_statements_reset()')
  await measure(ground, 1, counted, win)
  const { rows } = await admin.query(
    `select sum(total_plan_time) / 60 as plan, sum(total_exec_time) / 60 as execution from pg_stat_statements where query not like '%pg_stat_statements%'`,
  )
  console.log(
    `\nof a chain at one client, ms in PostgreSQL: planning ${rows[0].plan.toFixed(2)}, execution ${rows[0].execution.toFixed(2)}`,
  )
}
