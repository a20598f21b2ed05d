import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/kernel/ids.js'
import type { Tenant } from '../src/platform/database/tenant.js'
import { enqueueJob } from '../src/platform/jobs/enqueue.js'
import type { JobKind, Part } from '../src/platform/jobs/job-kind.js'
import { type Company, openCompany } from './support/company.js'
import { type JobWorker, leaveTrace, startWorker } from './support/job-workers.js'
import { databaseOf } from './support/program.js'
import { redisIsInstalled, type RedisServer, redisServer } from './support/redis.js'
import { type TcpProxy, tcpProxy } from './support/tcp-proxy.js'

const note: JobKind = {
  name: 'note',
  queue: 'schedule',
  async run(work, { id }) {
    await leaveTrace(work, id)
    return { result: { workspace: work.workspaceId, days: work.tenant.timezone } }
  },
}
const failing: JobKind = {
  name: 'failing',
  queue: 'schedule',
  async run(work, { id }) {
    await leaveTrace(work, id)
    throw new Error('the printer is on fire')
  },
}
/** Four parts, each of which waits for `gate` before it is begun. */
const slow = (gate: (part: number) => Promise<void>): JobKind<{ parts: number }, number> => ({
  name: 'slow',
  queue: 'reports',
  async run(work, { id, payload, reached }): Promise<Part<number>> {
    const part = (reached ?? 0) + 1
    await gate(part)
    await leaveTrace(work, id, part)
    return part < payload.parts
      ? { progress: (100 * part) / payload.parts, reached: part }
      : { result: { parts: part } }
  },
})
const open = async () => {}

interface Row {
  state: string
  progress: number
  attempts: number
  result: Record<string, unknown> | null
  error: string | null
  lease: string | null
}

/** What is promised of background jobs, whatever brings them to whoever runs them. */
function promises(name: string, withRedis: boolean): void {
  describe.skipIf(withRedis && !redisIsInstalled)(name, () => {
    let redis: RedisServer | undefined
    let company: Company
    let places: { databaseUrl: string; redisUrl: string | undefined }
    const workers: JobWorker[] = []

    beforeAll(async () => {
      redis = withRedis ? await redisServer() : undefined
      company = await openCompany({ redisUrl: redis?.url })
      places = { databaseUrl: await databaseOf(company), redisUrl: redis?.url }
    })
    afterEach(async () => {
      await Promise.all(workers.splice(0).map((worker) => worker.stop()))
    })
    afterAll(async () => {
      await company.close()
      await redis?.close()
    })

    const hire = async (kinds: readonly JobKind[] = [note, failing, slow(open)], more: object = {}) => {
      const worker = await startWorker({ ...places, ...more }, kinds)
      workers.push(worker)
      return worker
    }
    const ask = <Payload>(kind: JobKind<Payload>, payload: Payload, tenant: Tenant = company.tenant()) =>
      company.database.run(tenant, (work) => enqueueJob(work, { kind, payload }))
    const row = async (id: string) => (await company.sql<Row>('select * from background_jobs where id = $1', [id]))[0]!
    const traces = async (ids: readonly string[]) =>
      company.sql<{ workspace_id: string; job: string; part: number; actor: string; chain: string }>(
        `select workspace_id, data->>'job' as job, (data->>'part')::int as part, data->>'actor' as actor, data->>'chain' as chain
         from notifications where code = 'TRACE' and data->>'job' = any($1) order by part`,
        [ids],
      )
    const until = async (id: string, test: (row: Row) => boolean): Promise<Row> => {
      for (const end = Date.now() + 20_000; ; await sleep(20)) {
        const now = await row(id)
        if (test(now)) return now
        if (Date.now() > end) throw new Error(`it is still ${JSON.stringify(now)}`)
      }
    }
    const done = (id: string) => until(id, ({ state }) => state === 'DONE')
    const allDone = async (ids: readonly string[]) => {
      for (const id of ids) await done(id)
      const left = (await traces(ids)).map(({ job }) => job)
      expect(left.toSorted()).toEqual(ids.toSorted())
    }

    test('a job is done once, in the tenant, the name and the chain of whoever asked', async () => {
      await hire()
      const mine = company.tenant()
      const [theirs] = await company.sql<{ organizationId: string; workspaceId: string }>(
        `select organization_id as "organizationId", id as "workspaceId" from workspaces where id <> $1 and name <> 'SYSTEM'`,
        [company.workspaceId],
      )
      const other: Tenant = { ...company.tenant(), ...theirs! }
      for (const tenant of [mine, other]) {
        const id = await ask(note, {}, tenant)
        expect(await done(id)).toMatchObject({ attempts: 1, progress: 100, error: null, lease: null })
        expect((await row(id)).result).toEqual({ workspace: tenant.workspaceId, days: 'Asia/Almaty' })
        expect(await traces([id])).toMatchObject([
          { workspace_id: tenant.workspaceId, actor: tenant.actor.userId, chain: tenant.correlationId },
        ])
      }
    })

    test('what was rolled back is never run', async () => {
      await hire()
      let id = ''
      const refused = company.database.run(company.tenant(), async (work) => {
        id = await enqueueJob(work, { kind: note, payload: {} })
        throw new Error('no')
      })
      await expect(refused).rejects.toThrow('no')
      await sleep(500)
      expect(await row(id)).toBeUndefined()
      expect(await traces([id])).toEqual([])
    })

    test('a long job can be watched, and each of its parts is done once', async () => {
      const [reached, goOn] = gates()
      await hire([slow((part) => (part === 3 ? reached() : open()))])
      const id = await ask(slow(open), { parts: 4 })
      expect(await until(id, ({ progress }) => progress === 50)).toMatchObject({ state: 'RUNNING' })
      goOn()
      expect((await done(id)).result).toEqual({ parts: 4 })
      expect((await traces([id])).map(({ part }) => part)).toEqual([1, 2, 3, 4])
    })

    test('what fails is tried three times, 2 and 4 seconds later, and then keeps its error', async () => {
      await hire()
      const from = Date.now()
      const id = await ask(failing, {})
      expect(await until(id, ({ attempts, state }) => attempts === 1 && state === 'QUEUED')).toMatchObject({
        error: 'the printer is on fire',
      })
      const failed = await until(id, ({ state }) => state === 'FAILED')
      expect(failed).toMatchObject({ attempts: 3, error: 'the printer is on fire', lease: null, result: null })
      expect(Date.now() - from).toBeGreaterThan(5_900)
      expect(await traces([id])).toEqual([])
    })

    test('a worker that dies leaves its job to another, which goes on where it stopped; when it comes back it changes nothing', async () => {
      const database = await tcpProxy(places.databaseUrl)
      const cache = places.redisUrl === undefined ? undefined : await tcpProxy(places.redisUrl)
      const lines = [database, cache].filter((line): line is TcpProxy => line !== undefined)
      const [reached, goOn] = gates()
      await hire([slow((part) => (part === 2 ? reached() : open()))], {
        databaseUrl: database.url,
        redisUrl: cache?.url,
      })
      const id = await ask(slow(open), { parts: 3 })
      await until(id, ({ progress }) => progress === 33)
      for (const line of lines) line.cut()
      await hire()
      expect(await done(id)).toMatchObject({ attempts: 2, result: { parts: 3 } })
      for (const line of lines) line.mend()
      goOn()
      await sleep(1_000)
      expect(await row(id)).toMatchObject({ state: 'DONE', attempts: 2, error: null })
      expect((await traces([id])).map(({ part }) => part)).toEqual([1, 2, 3])
      await Promise.all(workers.splice(0).map((worker) => worker.stop()))
      for (const line of lines) line.close()
    })

    test('a worker that ends gives back what it has not finished', async () => {
      const [reached, goOn] = gates()
      const ending = await hire([slow((part) => (part === 2 ? reached() : open()))])
      const id = await ask(slow(open), { parts: 4 })
      await until(id, ({ progress }) => progress === 25)
      const ended = ending.stop()
      goOn()
      await ended
      expect(await row(id)).toMatchObject({ state: 'QUEUED', progress: 50, attempts: 0, lease: null })
      workers.splice(0)
      await hire()
      expect(await done(id)).toMatchObject({ attempts: 1 })
      expect((await traces([id])).map(({ part }) => part)).toEqual([1, 2, 3, 4])
    })

    test('a job that takes its worker with it three times is given up', async () => {
      const id = await ask(note, {})
      await company.sql(
        `update background_jobs set state = 'RUNNING', attempts = 3, lease = $2, lease_until = now() where id = $1`,
        [id, newId()],
      )
      await hire()
      expect(await until(id, ({ state }) => state === 'FAILED')).toMatchObject({
        error: 'its worker ended before it did',
      })
      expect(await traces([id])).toEqual([])
    })

    test('two hundred jobs and two workers: each is done once', async () => {
      await Promise.all([hire(), hire()])
      const ids = await Promise.all(Array.from({ length: 200 }, () => ask(note, {})))
      await allDone(ids)
    })

    if (!withRedis) return

    test('a job comes to a worker at once, without its poll', async () => {
      await hire(undefined, { pollMs: 60_000 })
      await sleep(300)
      const from = Date.now()
      await done(await ask(note, {}))
      expect(Date.now() - from).toBeLessThan(10_000)
    })

    test('jobs that Redis forgot are run, and while it is dead too', async () => {
      await Promise.all([hire(), hire()])
      const ids = await Promise.all(Array.from({ length: 60 }, () => ask(note, {})))
      await redis!.flush()
      ids.push(...(await Promise.all(Array.from({ length: 60 }, () => ask(note, {})))))
      await redis!.kill()
      ids.push(...(await Promise.all(Array.from({ length: 60 }, () => ask(note, {})))))
      await allDone(ids)
      await redis!.start()
      const later = await Promise.all(Array.from({ length: 60 }, () => ask(note, {})))
      await redis!.flush()
      await allDone(later)
    })
  })
}

/** A gate that somebody waits at until the other opens it. */
function gates(): [reached: () => Promise<void>, goOn: () => void] {
  let goOn = () => {}
  const opened = new Promise<void>((resolve) => (goOn = resolve))
  return [() => opened, goOn]
}

promises('jobs without Redis', false)
promises(`jobs with Redis${redisIsInstalled ? '' : ' (skipped: redis-server is not installed)'}`, true)
