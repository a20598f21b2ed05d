import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { type Application, createApplication } from '../src/application.js'
import { newId } from '../src/kernel/ids.js'
import { castOf } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'
import { databaseOf } from './support/program.js'
import { random } from './support/random.js'
import { redisIsInstalled, type RedisServer, redisServer } from './support/redis.js'

const commits = Number(process.env['COMMITS'] ?? 7)
const chance = random()
const closing: Array<() => Promise<void>> = []
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

/** A process that answers requests and leaves deliveries to others, and one that handles them. */
async function apiAndWorker(redisUrl: string | undefined): Promise<{ api: Company; worker: Application }> {
  const api = await openCompany({ redisUrl })
  closing.push(() => api.close())
  const worker = await createApplication({
    databaseUrl: await databaseOf(api),
    redisUrl,
    jwtSecret: 'x'.repeat(32),
    dataDir: api.dataDir,
    poolSize: 5,
    relay: true,
    servesPeople: false,
  })
  closing.push(() => worker.close())
  return { api, worker }
}

/** From each commit in the one to the commit of its delivery in the other, in ms, sorted. */
async function latencies({ api, worker }: { api: Company; worker: Application }, count: number): Promise<number[]> {
  const { id: customerId } = await castOf(api).customer()
  await sleep(2_000)
  const heard = new Map<string, () => void>()
  const onCommitted = worker.database.onCommitted
  worker.database.onCommitted = (work) => {
    onCommitted(work)
    if (work.actor.role === 'SYSTEM' && work.hearing === 'QUEUED') heard.get(work.tenant.correlationId)?.()
  }
  const took: number[] = []
  for (let n = 0; n < count; n++) {
    const correlationId = newId()
    const delivered = new Promise<void>((resolve) => heard.set(correlationId, resolve))
    await api.database.run({ ...api.tenant(), correlationId }, async (work) => {
      work.announce({
        name: 'customer.credit.changed',
        aggregateType: 'customer',
        aggregateId: customerId,
        aggregateVersion: 1,
        payload: { customerId },
      })
    })
    const from = performance.now()
    await delivered
    took.push(performance.now() - from)
    // At any moment between two polls.
    await sleep(20 + chance.below(1_000))
  }
  worker.database.onCommitted = onCommitted
  return took.toSorted((a, b) => a - b)
}

const told = (name: string, sorted: readonly number[]) => {
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))]!.toFixed(1)
  console.log(
    `SEED=${chance.seed}: ${sorted.length} commits ${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`,
  )
}

test('a process that does both is called by its own commits', async () => {
  const api = await openCompany({ relay: true })
  closing.push(() => api.close())
  const sorted = await latencies({ api, worker: api.application }, commits)
  told('in one process', sorted)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(250)
}, 600_000)

test('without Redis a worker finds what another process left with its next poll', async () => {
  const sorted = await latencies(await apiAndWorker(undefined), commits)
  told('without Redis', sorted)
  expect(sorted.at(-1)).toBeLessThan(5_000)
}, 600_000)

describe.skipIf(!redisIsInstalled)(`with Redis${redisIsInstalled ? '' : ' (skipped: it is not installed)'}`, () => {
  let redis: RedisServer
  let both: Awaited<ReturnType<typeof apiAndWorker>>

  test('a worker is called when another process leaves something', async () => {
    redis = await redisServer()
    closing.push(() => redis.close())
    both = await apiAndWorker(redis.url)
    const sorted = await latencies(both, commits)
    told('with Redis', sorted)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(250)
  }, 600_000)

  test('a call that Redis loses costs a poll, and nothing else', async () => {
    await redis.flush()
    expect((await latencies(both, 3)).at(-1)).toBeLessThan(5_000)
    await redis.kill()
    expect((await latencies(both, 3)).at(-1)).toBeLessThan(5_000)
    await redis.start()
    await sleep(2_500)
    const [, again] = await latencies(both, 3)
    expect(again).toBeLessThan(1_000)
  }, 60_000)
})
