// How fast deals are won over HTTP, beside floors that write the very same rows by hand.
// node bench/won-deal.mjs [deals per round, 60]
import './quiet.mjs'
import { companyOf } from './support/company.mjs'
import { floorOf, leanSchema, left } from './support/floor.mjs'
import { openGround } from './support/ground.mjs'
import { measure, median, medianOf } from './support/measure.mjs'
import { idsOf, rowCounts } from '../server/scenarios/support/written-rows.mjs'
import { sampleOf } from './support/sample.mjs'

const perRound = Number(process.argv[2] ?? 60)
const rounds = 7
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
    const { ours, byHand, ratio } = await inTurn(clients, floor, () => deals(perRound, hot), hot)
    console.log(
      [
        hot ? 'one hot' : 'spread',
        clients,
        ours.rate.toFixed(0),
        byHand.rate.toFixed(0),
        ratio.toFixed(2),
        `${ours.application.toFixed(1)} + ${ours.postgres.toFixed(1)}`,
        `${byHand.client.toFixed(1)} + ${byHand.postgres.toFixed(1)}`,
      ].join(' | '),
    )
  }

console.log('\nfloor at 8 clients | chains/s | ours to it | CPU ms (Node + PostgreSQL)')
const kinds = [
  ['lean: no walls, triggers, keys, numbers, events', { schema: 'lean', lean: true, walls: false }],
  ['the same, unnamed statements', { schema: 'lean', lean: true, walls: false, named: false }],
  ['lean with walls, numbers, events, deliveries', { schema: 'walled' }],
]
// The lean tables are a copy, of these deals too.
const copied = await deals(kinds.length * (rounds + 1) * perRound)
await leanSchema(admin, 'lean', { walled: false, role: 'erp_app' })
await leanSchema(admin, 'walled', { walled: true, role: 'erp_app' })
await admin.query('vacuum analyze')
for (const [name, options] of kinds) {
  const lean = floorOf({ url: appUrl, sample, place, ...options })
  const { byHand, ratio } = await inTurn(8, lean, () => copied.splice(0, perRound))
  console.log(
    [
      name,
      byHand.rate.toFixed(0),
      ratio.toFixed(2),
      `${byHand.client.toFixed(1)} + ${byHand.postgres.toFixed(1)}`,
    ].join(' | '),
  )
  await lean.close()
}
await floor.close()
await planning()
await ground.close()

/**
 * Ours and a floor by turns, round after round, so that whatever else the machine does meets both; the first round warms. Gives the medians,
 * and the median of the rounds' ratios.
 */
async function inTurn(clients, hand, dealsForHand, hot = false) {
  const measured = []
  for (let round = 0; round <= rounds; round++) {
    const ours = await measure(ground, clients, await deals(perRound, hot), win)
    measured.push({ ours, byHand: await measure(ground, clients, await dealsForHand(), hand.write) })
  }
  const warm = measured.slice(1)
  return {
    ours: medianOf(warm.map(({ ours }) => ours)),
    byHand: medianOf(warm.map(({ byHand }) => byHand)),
    ratio: median(warm.map(({ ours, byHand }) => ours.rate / byHand.rate)),
  }
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
