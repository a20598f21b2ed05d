import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Application, type ApplicationOptions, createApplication } from '../src/application.js'
import { castOf, ok } from './support/cast.js'
import { type Client, clientOf } from './support/client.js'
import { type Company, openCompany, password } from './support/company.js'
import { databaseOf } from './support/program.js'
import { redisIsInstalled, type RedisServer, redisServer } from './support/redis.js'

const skipped = redisIsInstalled ? '' : ' (skipped: redis-server is not installed)'

describe.skipIf(!redisIsInstalled)(`several processes over one Redis${skipped}`, () => {
  const jwtSecret = randomBytes(32).toString('hex')
  const dataDir = mkdtempSync(join(tmpdir(), 'prometric-several-'))
  const sockets: Socket[] = []
  const beside: Application[] = []
  let redis: RedisServer
  let company: Company
  let otherUrl: string
  let worker: Application
  let cast: ReturnType<typeof castOf>

  beforeAll(async () => {
    redis = await redisServer()
    company = await openCompany({ jwtSecret, redisUrl: redis.url })
    cast = castOf(company)
    const second = await another()
    otherUrl = (await second.listen(0)).replace(/\/$/, '')
    worker = await another({ servesPeople: false })
  })
  afterAll(async () => {
    for (const socket of sockets) socket.disconnect()
    for (const application of beside) await application.close()
    await company?.close()
    await redis?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  async function another(options: Partial<ApplicationOptions> = {}): Promise<Application> {
    const application = await createApplication({
      databaseUrl: await databaseOf(company),
      jwtSecret,
      dataDir,
      poolSize: 4,
      rateLimits: false,
      redisUrl: redis.url,
      ...options,
    })
    beside.push(application)
    return application
  }

  const sit = (url: string, { token }: Client): Promise<Socket> => {
    const auth = { token, workspaceId: company.workspaceId }
    const socket = io(url, { transports: ['websocket'], auth, reconnection: false, forceNew: true })
    sockets.push(socket)
    return new Promise((resolve, reject) => {
      socket.on('connect', () => resolve(socket))
      socket.on('connect_error', reject)
    })
  }
  const heard = (socket: Socket) => {
    const frames: Array<{ type: string; id: string }> = []
    socket.onAny((_, frame) => frames.push(frame))
    return frames
  }
  const gone = (socket: Socket) => expect.poll(() => socket.connected, { timeout: 3_000 }).toBe(false)

  async function dealToWin(): Promise<string> {
    const goods = await cast.product('PRODUCT', `Шкаф ${randomBytes(3).toString('hex')}`)
    return (await cast.deal((await cast.customer()).id, [[goods.id, 2]])).id
  }

  async function device(): Promise<Client> {
    const { email, userId } = company.owner
    const { data } = await company.anonymous.post('/api/v1/auth/login', { email, password })
    return clientOf({ url: company.url, workspaceId: company.workspaceId, userId, email, token: data.accessToken })
  }

  test('what one process commits, and what a worker does of it, is heard at the sockets of another', async () => {
    const [here, there] = [await sit(company.url, company.owner), await sit(otherUrl, company.owner)]
    for (const socket of [here, there]) expect(await socket.emitWithAck('subscribe:orders')).toEqual({ ok: true })
    const [first, second] = [heard(here), heard(there)]
    const won = ok(await company.owner.post(`/deals/${await dealToWin()}/win`, {})).data
    const created = expect.objectContaining({ type: 'order:created', id: won.order.id })
    for (const frames of [first, second]) await expect.poll(() => frames).toContainEqual(created)
    await worker.relay.drain()
    const told = expect.objectContaining({ type: 'notification:new' })
    for (const frames of [first, second]) await expect.poll(() => frames).toContainEqual(told)
    expect(first.filter(({ type }) => type === 'order:created')).toHaveLength(1)
    expect(second.filter(({ type }) => type === 'order:created')).toHaveLength(1)
  })

  test('who is signed out, removed or given another role is sent away from every process', async () => {
    const lost = await device()
    const [here, there] = [await sit(company.url, lost), await sit(otherUrl, lost)]
    ok(await lost.post('/api/v1/auth/logout', {}))
    await gone(here)
    await gone(there)
    await expect(sit(company.url, lost)).rejects.toThrow('NOT_FOUND')

    const member = async (role: string) => {
      const client = await company.as(role)
      const [row] = await company.sql<{ id: string }>('select id from workspace_members where user_id = $1', [
        client.userId,
      ])
      return { client, id: row!.id }
    }
    const removed = await member('SALES_MANAGER')
    const seats = [await sit(company.url, removed.client), await sit(otherUrl, removed.client)]
    const stays = await sit(otherUrl, company.owner)
    ok(await company.owner.delete(`/members/${removed.id}`))
    for (const seat of seats) await gone(seat)
    expect(stays.connected).toBe(true)

    const changed = await member('SALES_MANAGER')
    const seat = await sit(otherUrl, changed.client)
    ok(await company.owner.put(`/members/${changed.id}`, { roleCode: 'SALES_REP' }))
    await gone(seat)
    expect((await sit(company.url, changed.client)).connected).toBe(true)
  })

  test('a refresh token that comes again too late ends its session and the sockets of it everywhere', async () => {
    const { email } = company.owner
    const { data } = await company.anonymous.post('/api/v1/auth/login', { email, password })
    const client = clientOf({
      ...company.owner,
      url: company.url,
      workspaceId: company.workspaceId,
      token: data.accessToken,
    })
    const seat = await sit(otherUrl, client)
    expect((await client.get('/units')).status).toBe(200)
    const refresh = () => company.anonymous.post('/api/v1/auth/refresh', { refreshToken: data.refreshToken })
    ok(await refresh())
    await company.sql(
      `update refresh_tokens set rotated_at = rotated_at - interval '1 minute' where user_id = $1 and rotated_at is not null`,
      [client.userId],
    )
    expect((await refresh()).status).toBe(401)
    await gone(seat)
    expect((await client.get('/units')).status).toBe(401)
  })

  test('a worker tells how it is, and nothing else', async () => {
    const url = (await worker.listen(0)).replace(/\/$/, '')
    expect((await fetch(`${url}/health/live`)).status).toBe(200)
    expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ status: 'ok', redis: 'ok' })
    expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^deliveries_ready \d+$/m)
    expect((await fetch(`${url}/api/v1/workspaces/${company.workspaceId}/units`)).status).toBe(404)
    await expect(sit(url, company.owner)).rejects.toThrow()
  })

  test('while Redis is away commits go on, sockets of the same process hear them, and readiness says so', async () => {
    const [here, there] = [await sit(company.url, company.owner), await sit(otherUrl, company.owner)]
    for (const socket of [here, there]) expect(await socket.emitWithAck('subscribe:orders')).toEqual({ ok: true })
    const [first, second] = [heard(here), heard(there)]
    await redis.kill()
    const alone = ok(await company.owner.post(`/deals/${await dealToWin()}/win`, {})).data
    await expect.poll(() => first).toContainEqual(expect.objectContaining({ id: alone.order.id }))
    const ready = await fetch(`${company.url}/health/ready`)
    expect([ready.status, await ready.json()]).toEqual([
      200,
      expect.objectContaining({ status: 'degraded', redis: 'away' }),
    ])
    expect(second.filter(({ id }) => id === alone.order.id)).toEqual([])

    const lost = await device()
    const seat = await sit(company.url, lost)
    ok(await lost.post('/api/v1/auth/logout', {}))
    await gone(seat)

    await redis.start()
    const frame = () => second.some(({ type }) => type === 'order:created')
    await expect
      .poll(
        async () => {
          if (!frame()) await company.owner.post(`/deals/${await dealToWin()}/win`, {})
          return frame()
        },
        { timeout: 15_000, interval: 300 },
      )
      .toBe(true)
  })
})
