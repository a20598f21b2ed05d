import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, openCompany } from './support/company.js'
import { differences } from './support/observe.js'
import { predict } from './support/oracle.js'
import { random } from './support/random.js'
import { type DealCase, randomDeal, sharedProducts, worthOf } from './support/random-deals.js'
import { buyer, decimal, stageOf } from './support/stage.js'
import { inLanes, judge, winAtOnce } from './support/wins.js'

const many = Number(process.env['DEALS'] ?? 300)
let company: Company

beforeAll(async () => {
  company = await openCompany({ poolSize: 10 })
})
afterAll(() => company.close())

test(
  `${many} random deals, won by one, two or three at once, become exactly what the rules predict`,
  { timeout: 300_000 },
  async () => {
    const chance = random()
    console.log(`SEED=${chance.seed}`)
    const shared = sharedProducts(chance)
    const deals = Array.from({ length: many }, (_, n) => randomDeal(chance, shared, n))
    const { stage } = await stageOf(company, shared)
    const found: string[] = []
    const staged: Array<[DealCase, string]> = []
    const from = performance.now()
    // One after another: bills and bundles lock the goods they share.
    for (const one of deals) staged.push([one, await stage(one)])
    const ready = performance.now()
    await inLanes(staged, 3, async ([one, dealId]) => {
      const answers = await winAtOnce(company.owner, dealId, one.winners)
      if (answers.some((answer) => differences(answers[0], answer).length > 0))
        found.push(`${one.name}: the winners were told different things`)
    })
    const won = performance.now()
    for (const [one, dealId] of staged) found.push(...(await judge(company, one, dealId)))
    const seconds = (ms: number) => (ms / 1000).toFixed(1)
    console.log(
      `staged in ${seconds(ready - from)} s, won in ${seconds(won - ready)} s, judged in ${seconds(performance.now() - won)} s: ${tally(deals)}`,
    )
    expect(found.slice(0, 30), `SEED=${chance.seed}`).toEqual([])

    // The judge is not blind: a rule told wrongly is seen.
    const [one, dealId] = staged.find(([each]) => each.lines.length > 2 && predict(each).holds.length === 0)!
    const wrong: DealCase = {
      ...one,
      lines: one.lines.map((line, i) => (i === 0 ? { ...line, quantity: line.quantity + 1_000_000n } : line)),
    }
    expect(await judge(company, wrong, dealId)).not.toEqual([])
    expect(
      await judge(
        company,
        { ...one, terms: 'PREPAYMENT', customer: { ...one.customer, prepaymentPercent: 1n } },
        dealId,
      ),
    ).not.toEqual([])
  },
)

test('of the deals of one customer on credit, those that would pass the limit are held, judged by what was let through before', async () => {
  const own = await openCompany()
  const chance = random()
  const shared = sharedProducts(chance)
  const { stage } = await stageOf(own, shared)
  const deals = Array.from({ length: 8 }, (_, n): DealCase => ({
    ...randomDeal(chance, shared, n),
    terms: 'NET_30',
    termsOfDeal: false,
    hasAddress: true,
  }))
  const creditLimit = deals.reduce((sum, one) => sum + worthOf(one.lines, one.discount), 0n) / 2n
  const customer = { creditPolicy: 'HOLD' as const, creditLimit, balance: 0n, prepaymentPercent: 0n }
  const customerId = await own.database.run(own.tenant(), (work) => buyer(work, { ...deals[0]!, customer }))
  let balance = 0n
  let held = 0
  for (const one of deals) {
    const dealId = await stage(one, customerId)
    await winAtOnce(own.owner, dealId, 2)
    const expected = { ...one, customer: { ...customer, balance } }
    expect(await judge(own, expected, dealId), `SEED=${chance.seed}`).toEqual([])
    held += predict(expected).holds.length
    balance = BigInt(predict(expected).balance)
  }
  expect(held).toBeGreaterThan(0)
  await own.close()
})

test(
  'a final amount is reached to the tiyn from below, and the order is that of the discount it took',
  { timeout: 120_000 },
  async () => {
    const own = await openCompany()
    const chance = random()
    const shared = sharedProducts(chance)
    const { stage } = await stageOf(own, shared)
    for (let n = 0; n < 30; n++) {
      const one = randomDeal(chance, shared, n)
      const dealId = await stage(one)
      const wanted = 1n + (worthOf(one.lines, one.discount) * BigInt(chance.below(990))) / 1_000n
      if (wanted >= worthOf(one.lines, one.discount)) continue
      await winAtOnce(own.owner, dealId, one.winners, { finalAmount: decimal(wanted, 2) })
      const [{ value }] = (await own.sql<{ value: bigint }>('select discount as value from deals where id = $1', [
        dealId,
      ])) as [{ value: bigint }]
      const settled: DealCase = { ...one, discount: { type: 'FIXED', value } }
      const worth = (less: bigint) => worthOf(one.lines, { type: 'FIXED', value: value - less * 100n })
      expect(await judge(own, settled, dealId), `SEED=${chance.seed}`).toEqual([])
      expect(
        worth(0n) <= wanted && worth(1n) > wanted,
        `SEED=${chance.seed} ${one.name}: wanted ${wanted}, got ${worth(0n)}`,
      ).toBe(true)
    }
    await own.close()
  },
)

/** How many of what, to see that the run was not one-sided. */
function tally(deals: readonly DealCase[]): string {
  const outcomes = deals.map(predict)
  const count = (of: (outcome: ReturnType<typeof predict>) => number) =>
    outcomes.reduce((sum, outcome) => sum + of(outcome), 0)
  return JSON.stringify({
    deals: deals.length,
    lines: count((o) => o.lines.length),
    held: count((o) => o.holds.length),
    invoices: count((o) => Number(o.invoice?.startsWith('STANDARD') ?? 0)),
    proformas: count((o) => Number(o.invoice?.startsWith('PROFORMA') ?? 0)),
    pickings: count((o) => o.pickings.length),
    productions: count((o) => o.productions.length),
    requisitions: count((o) => o.requisitions.length),
    deliveries: count((o) => o.deliveries),
    tasks: count((o) => o.tasks.length),
    delivered: count((o) => Number(o.order['status'] === 'DELIVERED')),
    services: count((o) => Number(o.order['type'] === 'SERVICE')),
    twins: deals.filter((one) => one.winners > 1).length,
  })
}
