import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Application, createApplication } from '../src/application.js'
import { type Answer, clientOf } from './support/client.js'
import { type Company, openCompany, password } from './support/company.js'
import { databaseOf } from './support/program.js'
import { redisIsInstalled, type RedisServer, redisServer } from './support/redis.js'

const limits = { reads: 5, writes: 3, anonymous: 4, auth: 12, loginsOfAddress: 6, loginsOfAccount: 3 }
const trustedProxies = ['127.0.0.1']
const skipped = redisIsInstalled ? '' : ' (skipped: redis-server is not installed)'
let company: Company
let redis: RedisServer | undefined

/** Everybody comes from the same machine here; the proxy's word makes them different addresses. */
const from = (address: string) => ({ 'x-forwarded-for': address })
const times = async (count: number, ask: () => Promise<Answer>): Promise<Answer[]> => {
  const answers: Answer[] = []
  for (let i = 0; i < count; i++) answers.push(await ask())
  return answers
}
const statuses = (answers: readonly Answer[]) => answers.map((answer) => answer.status)
const login = (email: string, address: string) =>
  company.anonymous.post('/api/v1/auth/login', { email, password }, from(address))

function expectRefusal(answer: Answer | undefined, limit: number): void {
  expect(answer).toMatchObject({ status: 429, error: { code: 'RATE_LIMITED', retryable: true, details: { limit } } })
  const wait = Number(answer!.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBe(answer!.error.details.retryAfterSeconds)
  expect(answer!.headers.get('x-ratelimit-limit')).toBe(String(limit))
  expect(answer!.headers.get('x-ratelimit-remaining')).toBe('0')
}

describe('counted in the process', () => {
  beforeAll(async () => (company = await openCompany({ rateLimits: limits, trustedProxies })))
  afterAll(() => company.close())
  limitsHold()
})

describe.skipIf(!redisIsInstalled)(`counted in Redis${skipped}`, () => {
  const jwtSecret = randomBytes(32).toString('hex')
  let beside: Application
  let besideUrl: string

  beforeAll(async () => {
    redis = await redisServer()
    company = await openCompany({ rateLimits: limits, trustedProxies, jwtSecret, redisUrl: redis.url })
    beside = await createApplication({
      databaseUrl: await databaseOf(company),
      jwtSecret,
      dataDir: company.dataDir,
      poolSize: 3,
      rateLimits: limits,
      redisUrl: redis.url,
    })
    besideUrl = (await beside.listen(0)).replace(/\/$/, '')
    await bothSeeRedis()
  })
  afterAll(async () => {
    await beside.close()
    await company.close()
    await redis!.close()
  })
  const bothSeeRedis = () =>
    vi.waitFor(
      async () => {
        for (const url of [besideUrl, company.url])
          expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ redis: 'ok' })
      },
      { timeout: 10_000 },
    )

  limitsHold()

  test('two processes count together', async () => {
    const { here, there } = await person()
    expect(statuses(await times(3, () => here.get('/units')))).toEqual([200, 200, 200])
    expect(statuses(await times(3, () => there.get('/units')))).toEqual([200, 200, 429])
    expectRefusal(await here.get('/units'), 5)
  })

  test('while Redis is away each process counts for itself, and no request fails for it', async () => {
    await redis!.kill()
    const { here, there } = await person()
    for (const client of [here, there])
      expect(statuses(await times(6, () => client.get('/units')))).toEqual([200, 200, 200, 200, 200, 429])
    await redis!.start()
    await bothSeeRedis()
    // They ask it again a second after they missed it.
    await sleep(1_100)
    const again = await person()
    expect(statuses(await times(3, () => again.here.get('/units')))).toEqual([200, 200, 200])
    expect(statuses(await times(3, () => again.there.get('/units')))).toEqual([200, 200, 429])
  })

  test('a Redis that hangs costs a request a second at most, and the next ones nothing', async () => {
    const { here } = await person()
    await redis!.hang(6_000)
    const began = Date.now()
    expect(statuses(await times(6, () => here.get('/units')))).toEqual([200, 200, 200, 200, 200, 429])
    expect(Date.now() - began).toBeLessThan(6_000)
    await bothSeeRedis()
  })

  async function person() {
    const here = await company.as('SALES_REP')
    return { here, there: clientOf({ ...here, url: besideUrl, workspaceId: company.workspaceId }) }
  }
})

/** What holds wherever the counts are kept. */
function limitsHold(): void {
  test('a person is counted by who they are, reads and writes apart, whichever token they bring', async () => {
    const rep = await company.as('SALES_REP')
    const read = await times(5, () => rep.get('/units'))
    expect(statuses(read)).toEqual([200, 200, 200, 200, 200])
    expect(read.map((answer) => answer.headers.get('x-ratelimit-remaining'))).toEqual(['4', '3', '2', '1', '0'])
    const refused = await rep.get('/units', { 'accept-language': 'kk' })
    expectRefusal(refused, 5)
    expect(refused.error.message).toBe('Сұраныстар тым көп. Сәл күтіп, қайталаңыз.')

    const renewed = await company.application.tokens.sign({
      userId: rep.userId,
      sessionId: randomBytes(8).toString('hex'),
      tokenVersion: 0,
    })
    const sameRep = clientOf({ ...rep, url: company.url, workspaceId: company.workspaceId, token: renewed })
    expectRefusal(await sameRep.get('/units'), 5)
    expect(statuses(await times(4, () => rep.post('/orders/preview', {})))).toEqual([400, 400, 400, 429])
    expect((await company.owner.get('/units')).status).toBe(200)
  })

  test('who has no token, or a forged one, is counted by address', async () => {
    const ask = (address: string, token = '') =>
      clientOf({ url: company.url, workspaceId: company.workspaceId, userId: '', email: '', token }).get(
        '/units',
        from(address),
      )
    expect(statuses(await times(3, () => ask('198.51.100.1')))).toEqual([401, 401, 401])
    expect((await ask('198.51.100.1', 'eyJ.forged.token')).status).toBe(401)
    expectRefusal(await ask('198.51.100.1', 'eyJ.another.one'), 4)
    expect((await ask('198.51.100.2')).status).toBe(401)
  })

  test('sign-ins are counted by account wherever they come from, and by address whoever they name', async () => {
    const email = 'somebody@example.kz'
    expect(statuses(await times(3, () => login(email, `198.51.100.${randomBytes(1)[0]! % 200}`)))).toEqual([
      401, 401, 401,
    ])
    expectRefusal(await login(email.toUpperCase(), '198.51.100.222'), 3)

    const many = await times(7, () => login(`${randomBytes(4).toString('hex')}@example.kz`, '203.0.113.1'))
    expect(statuses(many)).toEqual([401, 401, 401, 401, 401, 401, 429])
    expectRefusal(many.at(-1), 6)
  })

  test('all that leads to a session is counted by address for a quarter of an hour', async () => {
    const ask = () =>
      company.anonymous.post('/api/v1/auth/refresh', { refreshToken: 'x'.repeat(43) }, from('203.0.113.9'))
    const answers = await times(13, ask)
    expect(
      statuses(answers)
        .slice(0, 12)
        .every((status) => status === 401),
    ).toBe(true)
    expectRefusal(answers.at(-1), 12)
    expect(Number(answers.at(-1)!.headers.get('retry-after'))).toBeGreaterThan(60)
  })

  test('health and the web pages are for everybody', async () => {
    const answers = await times(12, () =>
      company.anonymous.get('/health/live'.replace('/health', '/api/../health'), from('203.0.113.7')),
    )
    expect(statuses(answers)).not.toContain(429)
  })
}
