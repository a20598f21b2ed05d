import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { databaseUrl } from '../src/platform/database/database-url.js'
import { someBin } from './support/bin.js'
import { castOf, ok } from './support/cast.js'
import { type Client, clientOf } from './support/client.js'
import { codeFor } from './support/letters.js'
import { compileProgram, type Program, type ProgramProcess } from './support/program.js'
import { redisIsInstalled, type RedisServer, redisServer } from './support/redis.js'
import { readYaml } from './support/yaml.js'

interface Service {
  readonly image: string
  readonly command?: string[]
  readonly environment: Readonly<Record<string, string>>
  readonly depends_on?: Readonly<Record<string, { condition: string }>>
  readonly deploy?: { readonly replicas: string }
}

const read = (name: string) => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8')
const skipped = redisIsInstalled ? '' : ' (skipped: redis-server is not installed)'
const name = `compose_${process.pid}`
const dataDir = mkdtempSync(join(tmpdir(), 'prometric-compose-'))
const auth = '/api/v1/auth'
const email = 'owner@dala.kz'
const password = 'Дала-Жел-2031!'

/** No containers here: what the file says is run as processes, on the hosts of this machine. */
describe.skipIf(!redisIsInstalled)(`compose.yaml${skipped}`, () => {
  const { adminUrl, appPassword } = inject('testDatabase')
  const asked = { POSTGRES_PASSWORD: new URL(adminUrl).password, APP_PASSWORD: appPassword, JWT_SECRET: 'j'.repeat(32) }
  const sockets: Socket[] = []
  let services: Readonly<Record<string, Service>>
  let redis: RedisServer
  let program: Program
  let admin: pg.Client
  const apis: ProgramProcess[] = []
  const workers: ProgramProcess[] = []
  let owner: Awaited<ReturnType<typeof register>>
  let cast: ReturnType<typeof castOf>

  beforeAll(async () => {
    services = ((await readYaml(read('compose.yaml'))) as unknown as { services: Record<string, Service> }).services
    redis = await redisServer()
    program = compileProgram()
    admin = new pg.Client({ connectionString: adminUrl })
    await admin.connect()
    await admin.query(`create database ${name}`)
  }, 180_000)
  afterAll(async () => {
    for (const socket of sockets) socket.disconnect()
    for (const each of [...apis, ...workers]) await each.kill()
    await admin?.query(`drop database if exists ${name} with (force)`)
    await admin?.end()
    await redis?.close()
    program?.remove()
    rmSync(dataDir, { recursive: true, force: true })
  })

  /** The environment of a service with its questions answered and the hosts of this machine. */
  function environmentOf({ environment }: Service): Record<string, string> {
    const { host } = new URL(adminUrl)
    return Object.fromEntries(
      Object.entries(environment).map(([key, value]) => [
        key,
        answered(value).replace('postgres:5432/prometric', `${host}/${name}`).replace('redis://redis:6379', redis.url),
      ]),
    )
  }

  function answered(value: string): string {
    return value.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, variable: string, kind: string, otherwise: string) => {
      const given = (asked as Record<string, string>)[variable]
      if (given === undefined && kind !== '-') throw new Error(`nobody says what ${variable} is`)
      return given ?? otherwise
    })
  }

  test('the house is prepared by the command of its service, twice without harm', { timeout: 180_000 }, async () => {
    const { command, environment } = services['prepare']!
    const [node, script] = command!
    expect(node).toBe('node')
    expect(new URL(environment['DATABASE_ADMIN_URL']!.replace('${POSTGRES_PASSWORD:?}', 'x')).username).toBe(
      new URL(adminUrl).username,
    )
    for (const said of [/^Migrated: /, /^Nothing to migrate\./]) {
      const run = spawn(process.execPath, [script!.replace('server/dist', program.folder)], {
        env: environmentOf(services['prepare']!),
      })
      let output = ''
      run.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
      run.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
      const [code] = await once(run, 'close')
      expect([code, output]).toEqual([0, expect.stringMatching(said)])
    }
  })

  test('its services start in the number and with the environment that stand there', { timeout: 180_000 }, async () => {
    expect(read('Dockerfile')).toContain('CMD ["node", "--enable-source-maps", "server/dist/main.js"]')
    for (const [role, processes] of [
      ['api', apis],
      ['worker', workers],
    ] as const) {
      const service = services[role]!
      expect(service.environment['ROLE']).toBe(role)
      const unknown = Object.keys(service.environment).filter((key) => !read('.env.example').includes(`${key}=`))
      expect(unknown, 'settings that nobody reads').toEqual([])
      expect(service.depends_on!['prepare']).toEqual({ condition: 'service_completed_successfully' })
      expect(service.deploy!.replicas).toBe('2')
      const start = () => program.start({ ...environmentOf(service), DATA_DIR: dataDir })
      processes.push(...(await Promise.all(Array.from({ length: Number(service.deploy!.replicas) }, start))))
    }
    expect(services['redis']!.command!.join(' ')).toContain('--maxmemory-policy noeviction')
    const [check] = /(?<=CMD )\["node", "-e".*\]$/m.exec(read('Dockerfile'))!
    const [, ...probe] = JSON.parse(check) as string[]
    for (const { url } of [...apis, ...workers]) {
      const run = spawn(process.execPath, probe, { env: { PORT: new URL(url).port } })
      expect(await once(run, 'close')).toEqual([0, null])
      expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ status: 'ok', redis: 'ok' })
    }
    expect(await once(spawn(process.execPath, probe, { env: { PORT: '1' } }), 'close')).toEqual([1, null])
  })

  test(
    'a deal that is won at one is seen at the other: its documents and its frames, and what the workers did',
    { timeout: 180_000 },
    async () => {
      const [here, there] = apis.map(({ url }) => url) as [string, string]
      owner = await register(here)
      cast = castOf({ owner, workspaceId: owner.workspaceId, sql: async () => [] })
      const watcher = clientOf({ ...owner, url: there })
      const socket = io(there, {
        transports: ['websocket'],
        auth: { token: owner.token, workspaceId: owner.workspaceId },
        reconnection: false,
      })
      sockets.push(socket)
      const frames: Array<{ type: string; id: string }> = []
      socket.onAny((_, frame) => frames.push(frame))
      await once(socket as never, 'connect')
      expect(await socket.emitWithAck('subscribe:orders')).toEqual({ ok: true })

      const deal = await dealToWin()
      const { order } = ok(await owner.post(`/deals/${deal}/win`, {})).data
      expect(ok(await watcher.get(`/orders/${order.id}`)).data).toMatchObject({ id: order.id, dealId: deal })
      await expect.poll(() => frames).toContainEqual(expect.objectContaining({ type: 'order:created', id: order.id }))
      const notified = () => frames.some(({ type }) => type === 'notification:new')
      await expect.poll(notified, { timeout: 10_000 }).toBe(true)
      await expect.poll(async () => metric(workers[0]!, 'deliveries_ready'), { timeout: 10_000 }).toBe('0')
    },
  )

  test(
    'asked to end in the middle of it, every one of them finishes what it has begun',
    { timeout: 180_000 },
    async () => {
      const deals = [await dealToWin(), await dealToWin(), await dealToWin(), await dealToWin()]
      const holder = new pg.Client({ connectionString: databaseUrl(adminUrl, { database: name }) })
      await holder.connect()
      await holder.query('begin')
      await holder.query('select 1 from app.deals where id = any($1) for update', [deals])
      const wins = deals.map((deal, n) =>
        clientOf({ ...owner, url: apis[n % 2]!.url })
          .post(`/deals/${deal}/win`, {})
          .then(({ status }) => status),
      )
      const held = `select count(*)::int as count from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`
      await expect.poll(async () => (await admin.query(held, [name])).rows[0], { interval: 20 }).toEqual({ count: 4 })
      const ended = [...apis, ...workers].map((each) => each.end())
      await sleep(300)
      await holder.query('commit')
      await holder.end()
      expect(await Promise.all(wins)).toEqual([200, 200, 200, 200])
      expect(await Promise.all(ended)).toEqual([0, 0, 0, 0])
    },
  )

  async function register(url: string): Promise<Client & { url: string; workspaceId: string }> {
    const nobody = { url, workspaceId: '', userId: '', email, token: '' }
    const ask = async (path: string, body: object) => ok(await clientOf(nobody).post(`${auth}/${path}`, body)).data
    const person = { email, password, firstName: 'Данияр', lastName: 'Омаров' }
    const { signUpToken } = await ask('registration/pre-register', person)
    const code = await codeFor(dataDir, email)
    const { onboardingToken } = await ask('registration/verify-email', { email, code, signUpToken })
    const { accessToken, workspaceId } = await ask('registration/onboarding/complete', {
      onboardingToken,
      selectedRole: 'owner',
      companyInfo: {
        companyName: 'ТОО «Дала»',
        companyType: 'TOO',
        bin: someBin(),
        industry: 'Мебель',
        employeeCount: '11-50',
      },
    })
    const identity = { ...nobody, workspaceId, token: accessToken }
    return { ...identity, ...clientOf(identity) }
  }

  async function dealToWin(): Promise<string> {
    const goods = await cast.product('PRODUCT', 'Шкаф')
    return (await cast.deal((await cast.customer()).id, [[goods.id, 2]])).id
  }

  const metric = async ({ url }: ProgramProcess, metricName: string) =>
    new RegExp(`^${metricName} (.*)$`, 'm').exec(await (await fetch(`${url}/metrics`)).text())?.[1]
})
