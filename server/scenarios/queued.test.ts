import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonical, unlike } from './support/canonical.js'
import { type Company, openCompany } from './support/company.js'
import { random } from './support/random.js'
import { randomDeal, sharedProducts } from './support/random-deals.js'
import { stageAll } from './support/stage.js'
import { compileProgram, databaseOf, type Program, type ProgramProcess } from './support/program.js'
import { inLanes, judge, settled, winAtOnce } from './support/wins.js'

const many = Number(process.env['DEALS'] ?? 300)
const jwtSecret = randomBytes(32).toString('hex')
const chance = random()
let program: Program
const open: Company[] = []

beforeAll(() => {
  program = compileProgram()
}, 120_000)
afterAll(async () => {
  for (const company of open) await company.close()
  program.remove()
})

test(
  `${many} deals won with the chain in two workers, one of them killed, end as they do within one transaction`,
  { timeout: 600_000 },
  async () => {
    const shared = sharedProducts(chance)
    const deals = Array.from({ length: many }, (_, n) => randomDeal(chance, shared, n))
    const [inline, queued] = [await company('inline'), await company('queued')]
    const seconds = stopwatch()
    const staged = { inline: await stageAll(inline, deals, shared), queued: await stageAll(queued, deals, shared) }
    const staging = seconds()
    await inLanes(deals, 3, async (one) => void (await winAtOnce(inline.owner, staged.inline.get(one)!, one.winners)))
    await inline.settle()
    const inlineWins = seconds()

    const workers = await Promise.all([worker(queued), worker(queued)])
    const wins = inLanes(deals, 3, async (one) => {
      for (const answer of await winAtOnce(queued.owner, staged.queued.get(one)!, one.winners))
        expect(answer.deal.stage).toBe('WON')
    })
    const killedAt = await killInTheMiddle(queued, workers[0]!)
    await wins
    await settled(queued)
    const queuedWins = seconds()
    expect(workers.map((one) => one.alive)).toEqual([false, true])
    await workers[1]!.kill()
    console.log(
      `SEED=${chance.seed}: staged twice in ${staging} s; inline ${inlineWins} s; queued ${queuedWins} s, one worker killed after ${killedAt} deliveries`,
    )

    const dead = await queued.sql(
      `select consumer, event_name, attempts, last_error from event_deliveries where state = 'DEAD' or (state = 'READY')`,
    )
    expect(dead).toEqual([])
    const alerts = await queued.sql(
      'select p.code from product_stock_alerts a join products p on p.id = a.product_id where not p.track_inventory',
    )
    expect(alerts, 'what is never in stock cannot run out').toEqual([])
    const found: string[] = []
    for (const one of deals) found.push(...(await judge(queued, one, staged.queued.get(one)!)))
    expect(found.slice(0, 30), `SEED=${chance.seed}`).toEqual([])
    const [first, second] = [await canonical(inline), await canonical(queued)]
    expect(first['orders']!.length).toBe(many)
    expect(unlike(first, second), `SEED=${chance.seed}`).toEqual([])

    // The comparison is not blind: one tiyn in one row is seen.
    await queued.sql(
      'update invoice_items set description = description || $1 where id = (select id from invoice_items order by id limit 1)',
      ['!'],
    )
    expect(unlike(first, await canonical(queued)).length).toBeGreaterThan(0)
  },
)

async function company(orchestration: 'inline' | 'queued'): Promise<Company> {
  const one = await openCompany({ orchestration, poolSize: 10, jwtSecret })
  open.push(one)
  return one
}

async function worker(one: Company): Promise<ProgramProcess> {
  return program.start({
    ROLE: 'worker',
    ORCHESTRATION: 'queued',
    DATABASE_URL: await databaseOf(one),
    JWT_SECRET: jwtSecret,
    DATA_DIR: one.dataDir,
  })
}

/** Kills a worker when a third of the wins went through the house; it has something in its hands then. */
async function killInTheMiddle(one: Company, victim: ProgramProcess): Promise<number> {
  for (;;) {
    const [row] = await one.sql<{ done: number; orders: number }>(
      `select (select count(*)::int from event_deliveries where state = 'DONE') as done, (select count(*)::int from orders) as orders`,
    )
    if (row!.orders >= many / 3) {
      await victim.kill()
      return row!.done
    }
    await sleep(20)
  }
}

function stopwatch(): () => string {
  let from = performance.now()
  return () => {
    const passed = performance.now() - from
    from = performance.now()
    return (passed / 1000).toFixed(1)
  }
}
