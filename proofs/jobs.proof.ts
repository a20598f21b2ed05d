import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readChecks } from '../server/src/invariants/checks.js'
import { newId } from '../server/src/kernel/ids.js'
import { integrityCheck } from '../server/src/orchestrators/integrity-check.js'
import { enqueueJob } from '../server/src/platform/jobs/enqueue.js'
import { log } from '../server/src/platform/log.js'
import { castOf } from '../server/scenarios/support/cast.js'
import { type Company, openCompany } from '../server/scenarios/support/company.js'
import { compileProgram, databaseOf, type Program, type ProgramProcess } from '../server/scenarios/support/program.js'
import { random } from '../server/scenarios/support/random.js'
import { redisIsInstalled, type RedisServer, redisServer } from '../server/scenarios/support/redis.js'
import { onlyInRedis } from './support/only-in-redis.js'

/**
 * Each background job is done once: two worker processes check the books over and over, one of them is killed again and again and
 * replaced, and Redis is flushed and killed meanwhile. The books are wrong in one place, so that each job has something to tell.
 */
const count = Number(process.env['COUNT'] ?? 200)
const kills = Math.ceil(count / 15)
const chance = random()
const jwtSecret = randomBytes(32).toString('hex')
let program: Program

beforeAll(() => {
  // Lost connections are what is done here, not news.
  log.level = 'silent'
  program = compileProgram()
})
afterAll(() => program.remove())

interface Scene {
  readonly company: Company
  readonly ids: readonly string[]
  hire(): Promise<ProgramProcess>
}

async function openScene(redis: RedisServer | undefined): Promise<Scene> {
  const company = await openCompany({ redisUrl: redis?.url, jwtSecret })
  const { id } = await castOf(company).customer()
  await company.settle()
  await company.sql('update customers set balance = balance + 100 where id = $1', [id])
  const environment = {
    ROLE: 'worker',
    DATABASE_URL: await databaseOf(company),
    JWT_SECRET: jwtSecret,
    DATA_DIR: company.dataDir,
    ...(redis && { REDIS_URL: redis.url }),
  }
  const ids = await Promise.all(
    Array.from({ length: count }, () =>
      company.database.run({ ...company.tenant(), correlationId: newId() }, (work) =>
        enqueueJob(work, { kind: integrityCheck, payload: {} }),
      ),
    ),
  )
  return { company, ids, hire: () => program.start(environment) }
}

interface Watched {
  readonly id: string
  readonly state: string
  readonly attempts: number
  readonly checks: number | null
  readonly broken: number | null
  /** How many people were told, and how often one of them at most. */
  readonly told: number
}

const watch = ({ company }: Scene) =>
  company.sql<Watched>(
    `select j.id, j.state, j.attempts, (j.result->>'checks')::int as checks, (j.result->>'broken')::int as broken,
       (select count(*)::int from outbox_events e join notifications n on n.workspace_id = e.workspace_id and n.id = e.aggregate_id
        where e.workspace_id = j.workspace_id and e.name = 'notification.created' and n.data->>'jobId' = j.id::text) as told
     from background_jobs j where j.kind = 'integrity-check' and j.slot is null order by j.id`,
  )
/** Those that were not done, or not once. */
const wrong = (jobs: readonly Watched[]) =>
  jobs.filter(
    ({ state, checks, broken, told }) =>
      state !== 'DONE' || checks !== readChecks().length || broken !== jobs[0]!.broken || told !== 1,
  )

async function untilOver(scene: Scene): Promise<Watched[]> {
  for (;;) {
    const jobs = await watch(scene)
    if (jobs.every(({ state }) => state === 'DONE' || state === 'FAILED')) return jobs
    await sleep(250)
  }
}

/** Kills a worker when some more jobs are done, and lets Redis suffer in turn. */
async function strike(scene: Scene, workers: ProgramProcess[], redis: RedisServer | undefined): Promise<void> {
  for (let kill = 1; kill <= kills; kill++) {
    const done = async () => (await watch(scene)).filter(({ state }) => state === 'DONE').length
    const wanted = Math.min(count - 2, (await done()) + 1 + chance.below(8))
    while ((await done()) < wanted) await sleep(50)
    await sleep(chance.below(200))
    const place = chance.below(workers.length)
    await workers[place]!.kill()
    if (redis && kill % 3 === 1) await redis.flush()
    if (redis && kill % 3 === 2) await redis.kill()
    workers[place] = await scene.hire()
    if (redis && kill % 3 === 2) await redis.start()
  }
}

describe.each([
  ['without Redis', false],
  [`with Redis${redisIsInstalled ? '' : ' (skipped: redis-server is not installed)'}`, true],
] as const)('%s', (name, withRedis) => {
  test.skipIf(withRedis && !redisIsInstalled)(`${count} jobs, ${kills} workers killed: each is done once`, async () => {
    const redis = withRedis ? await redisServer() : undefined
    const scene = await openScene(redis)
    const workers = [await scene.hire(), await scene.hire()]
    const from = Date.now()
    await strike(scene, workers, redis)
    const jobs = await untilOver(scene)
    const seconds = Math.round((Date.now() - from) / 1000)
    const takenOver = jobs.filter(({ attempts }) => attempts > 1).length
    console.log(
      `SEED=${chance.seed}: ${jobs.length} jobs ${name}, ${kills} of the workers killed, ${takenOver} jobs taken over, ${wrong(jobs).length} lost or told twice; ${seconds} s`,
    )
    expect(jobs.map(({ id }) => id).toSorted()).toEqual(scene.ids.toSorted())
    expect(wrong(jobs)).toEqual([])
    expect(takenOver).toBeGreaterThan(0)

    expect(await Promise.all(workers.map((worker) => worker.end()))).toEqual([0, 0])
    // The check can see: one that told twice, and one that nobody finished.
    await scene.company.sql(
      `update notifications set data = jsonb_set(data, '{jobId}', to_jsonb($1::text)) where data->>'jobId' = $2`,
      [scene.ids[0], scene.ids[1]],
    )
    expect(
      wrong(await watch(scene))
        .map(({ told }) => told)
        .toSorted(),
    ).toEqual([0, 2])
    await scene.company.close()
    await redis?.close()
  })
})

test.skipIf(!redisIsInstalled)('naive twin: jobs that stand in Redis and nowhere else are lost with it', async () => {
  const redis = await redisServer()
  const twin = onlyInRedis(redis.url)
  for (let put = 0; put < count; put++) await twin.put(`job-${put}`)
  await redis.flush()
  const lost = await twin.lost()
  console.log(`naive twin, jobs in Redis alone: ${lost.length} of ${count} lost by one flush`)
  expect(lost.length).toBeGreaterThan(0)
  await twin.close()
  await redis.close()
})
