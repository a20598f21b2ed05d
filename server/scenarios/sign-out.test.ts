import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, type Client } from './support/client.js'
import { type Company, openCompany, password } from './support/company.js'

let company: Company
beforeAll(async () => (company = await openCompany()))
afterAll(() => company.close())

async function device(): Promise<{ client: Client; sessionId: string }> {
  const { email, userId } = company.owner
  const { data } = await company.anonymous.post('/api/v1/auth/login', { email, password })
  const client = clientOf({
    url: company.url,
    workspaceId: company.workspaceId,
    userId,
    email,
    token: data.accessToken,
  })
  return { client, sessionId: (await client.get('/api/v1/auth/verify')).data.sessionId }
}

test('an access token dies with its session, at once and alone', async () => {
  const phone = await device()
  const laptop = await device()
  expect((await phone.client.get('/units')).status).toBe(200)
  expect((await laptop.client.post('/api/v1/auth/logout', {})).status).toBe(200)
  expect(await laptop.client.get('/units')).toMatchObject({ status: 401, error: { code: 'AUTH_TOKEN_EXPIRED' } })
  expect((await laptop.client.get('/api/v1/auth/me')).status).toBe(401)
  expect((await phone.client.get('/units')).status).toBe(200)
})

test('a lost device is signed out from another', async () => {
  const lost = await device()
  const here = await device()
  expect((await lost.client.get('/units')).status).toBe(200)
  expect((await here.client.delete(`/api/v1/auth/sessions/${lost.sessionId}`)).status).toBe(200)
  expect((await lost.client.get('/units')).status).toBe(401)
  expect((await here.client.get('/units')).status).toBe(200)
})
