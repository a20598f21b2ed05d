import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, clientOf } from './support/client.js'
import { type Company, openCompany, password } from './support/company.js'
import { codeFor } from './support/letters.js'

let company: Company
let anonymous: Client

beforeAll(async () => {
  company = await openCompany()
  anonymous = company.anonymous
})
afterAll(() => company.close())

const auth = (path: string) => `/api/v1/auth/${path}`
const signedIn = (token: string, workspaceId: string): Client =>
  clientOf({ url: company.url, workspaceId, userId: '', email: '', token })

test('a new company can sell at once: roles, departments, pipeline, units, rates, warehouse, settings', async () => {
  const [counts] = await company.sql(
    `select (select count(*) from roles where organization_id = $2) as roles, (select count(*) from departments where workspace_id = $1) as departments,
       (select count(*) from pipeline_stages where workspace_id = $1) as stages, (select count(*) from units_of_measure where workspace_id = $1) as units,
       (select count(*) from tax_rates where organization_id = $2) as rates, (select count(*) from warehouses where workspace_id = $1) as warehouses,
       (select count(*) from products where workspace_id = $1 and code = 'DEAL-SERVICE') as services,
       (select count(*) from app_settings where workspace_id = $1) as settings,
       (select count(*) from outbox_events where workspace_id = $1 and name in ('organization.created', 'workspace.created')) as events`,
    [company.workspaceId, company.organizationId],
  )
  expect(counts).toEqual({
    roles: 13n,
    departments: 8n,
    stages: 7n,
    units: 16n,
    rates: 9n,
    warehouses: 1n,
    services: 1n,
    settings: 27n,
    events: 2n,
  })
})

test('an unknown e-mail and a wrong password cannot be told apart', async () => {
  const wrong = await anonymous.post(auth('login'), { email: company.owner.email, password: 'not-it' })
  const unknown = await anonymous.post(auth('login'), { email: 'nobody@dala.kz', password: 'not-it' })
  expect([wrong.status, wrong.error]).toEqual([401, unknown.error])
  expect(unknown.status).toBe(401)
})

test('five failures shut the account for a while, even for the right password, and also for who does not exist', async () => {
  const { email } = await company.as('VIEWER')
  const tries = await Promise.all(
    Array.from({ length: 8 }, () => anonymous.post(auth('login'), { email, password: 'not-it' })),
  )
  expect(tries.filter((answer) => answer.status === 401)).toHaveLength(5)
  expect((await anonymous.post(auth('login'), { email, password })).status).toBe(429)
  for (let i = 0; i < 5; i++) await anonymous.post(auth('login'), { email: 'ghost@dala.kz', password: 'not-it' })
  expect((await anonymous.post(auth('login'), { email: 'ghost@dala.kz', password: 'not-it' })).status).toBe(429)
  await company.sql(`update login_attempts set created_at = created_at - interval '16 minutes' where email = $1`, [
    email,
  ])
  expect((await anonymous.post(auth('login'), { email, password })).status).toBe(200)
})

test('a refresh token is used once; a lost answer may be asked for again; theft ends the family', async () => {
  const { email } = await company.as('SALES_REP')
  const first = (await anonymous.post(auth('login'), { email, password })).data
  const refresh = (refreshToken: string) => anonymous.post(auth('refresh'), { refreshToken })
  const twins = await Promise.all([refresh(first.refreshToken), refresh(first.refreshToken)])
  expect(twins.map((answer) => answer.status)).toEqual([200, 200])
  expect(twins[0]!.data.refreshToken).toBe(twins[1]!.data.refreshToken)
  expect(twins[0]!.data.refreshToken).not.toBe(first.refreshToken)
  const { user, memberships, workspaceId } = first
  expect(twins[0]!.data).toMatchObject({ user: { id: user.id, email }, memberships, workspaceId })
  await company.sql(
    `update refresh_tokens set rotated_at = rotated_at - interval '11 seconds' where rotated_at is not null`,
  )
  expect((await refresh(first.refreshToken)).status).toBe(401)
  expect((await refresh(twins[0]!.data.refreshToken)).status).toBe(401)
  expect((await refresh('x'.repeat(43))).status).toBe(401)
})

test('signing out everywhere ends every token at once', async () => {
  const { email } = await company.as('SALES_REP')
  const [one, two] = [
    await anonymous.post(auth('login'), { email, password }),
    await anonymous.post(auth('login'), { email, password }),
  ]
  const client = signedIn(one.data.accessToken, company.workspaceId)
  expect((await client.get('/departments')).status).toBe(200)
  expect((await client.get(auth('sessions'))).data).toHaveLength(3)
  expect((await signedIn(two.data.accessToken, company.workspaceId).post(auth('logout'), { all: true })).status).toBe(
    200,
  )
  expect((await client.get('/departments')).status).toBe(401)
  expect((await client.get(auth('me'))).status).toBe(401)
  expect((await anonymous.post(auth('refresh'), { refreshToken: one.data.refreshToken })).status).toBe(401)
})

test('a forgotten password is replaced with a code and every session ends', async () => {
  const rep = await company.as('SALES_REP')
  expect((await anonymous.post(auth('forgot-password'), { email: 'nobody@dala.kz' })).status).toBe(200)
  await anonymous.post(auth('forgot-password'), { email: rep.email })
  const code = await codeFor(company.dataDir, rep.email)
  const reset = await anonymous.post(auth('reset-password'), { email: rep.email, code, newPassword: 'Новый-Ключ-88!' })
  expect(reset.status).toBe(200)
  expect((await rep.get('/departments')).status).toBe(401)
  expect((await anonymous.post(auth('login'), { email: rep.email, password })).status).toBe(401)
  const login = await anonymous.post(auth('login'), { email: rep.email, password: 'Новый-Ключ-88!' })
  expect(login.status).toBe(200)
  const changed = await signedIn(login.data.accessToken, company.workspaceId).post(auth('change-password'), {
    currentPassword: 'Новый-Ключ-88!',
    newPassword: 'Третий-Ключ-99!',
  })
  expect(changed.status).toBe(200)
  expect((await signedIn(changed.data.accessToken, company.workspaceId).get('/departments')).status).toBe(200)
})

test('members: added with a role, changed, removed; the last owner stays; nobody raises themselves', async () => {
  const { owner } = company
  const body = {
    email: 'Rep@Dala.kz',
    firstName: 'Ержан',
    lastName: 'Ким',
    roleCode: 'SALES_REP',
    password: 'Продажи-2030!',
  }
  const added = await owner.post('/members', body)
  expect(added.status).toBe(201)
  expect(added.data).toMatchObject({ email: 'rep@dala.kz', roleCode: 'SALES_REP', status: 'ACTIVE' })
  expect((await owner.post('/members', body)).error.code).toBe('DUPLICATE')
  const login = await anonymous.post(auth('login'), { email: 'rep@dala.kz', password: 'Продажи-2030!' })
  const rep = signedIn(login.data.accessToken, company.workspaceId)
  expect((await rep.get('/members')).status).toBe(403)
  const viewer = await owner.put(`/members/${added.data.id}`, { roleCode: 'ADMIN' })
  expect(viewer.data.roleCode).toBe('ADMIN')
  expect((await rep.get('/members')).status).toBe(200)
  expect((await rep.put(`/members/${added.data.id}`, { roleCode: 'OWNER' })).status).toBe(403)
  const [me] = (await owner.get('/members?roleCode=OWNER')).data
  expect((await rep.delete(`/members/${me.id}`)).status).toBe(403)
  expect((await owner.delete(`/members/${me.id}`)).error.code).toBe('LAST_OWNER')
  expect((await owner.put(`/members/${me.id}`, { roleCode: 'VIEWER' })).error.code).toBe('LAST_OWNER')
  expect((await owner.delete(`/members/${added.data.id}`)).data.status).toBe('DISABLED')
  expect((await rep.get('/departments')).status).toBe(404)
  expect((await owner.get('/roles')).data).toHaveLength(13)
  expect((await owner.get('/permissions')).data.length).toBeGreaterThan(70)
})

test('a second workspace has the same roles and none of the first one’s data', async () => {
  const { owner } = company
  const opened = await owner.post('/api/v1/workspaces', { name: 'Филиал Астана' })
  expect(opened.status).toBe(201)
  const branch = signedIn(owner.token, opened.data.id)
  expect((await branch.get('/employees')).data).toHaveLength(1)
  expect((await branch.get('/departments')).data).toHaveLength(8)
  const roles = await company.sql('select id from roles where organization_id = $1', [company.organizationId])
  expect(roles).toHaveLength(13)
  const admin = await company.as('ADMIN')
  expect((await signedIn(admin.token, opened.data.id).get('/departments')).status).toBe(404)
  const [department] = (await branch.get('/departments')).data
  expect((await owner.get(`/departments/${department.id}`)).status).toBe(404)
  expect((await company.other.get(`/api/v1/workspaces/${company.workspaceId}/members`)).status).toBe(404)
  const rep = await company.as('SALES_REP')
  expect((await rep.post('/api/v1/workspaces', { name: 'Чужой' })).status).toBe(403)
  const second = await admin.post('/api/v1/workspaces', { name: 'Филиал Шымкент' })
  expect(
    (await signedIn(admin.token, second.data.id).get('/members')).data
      .map((member: { roleCode: string }) => member.roleCode)
      .sort(),
  ).toEqual(['ADMIN', 'OWNER'])
  expect((await owner.get('/api/v1/workspaces')).data).toHaveLength(3)
  expect((await owner.delete('')).error.code).toBe('BUSINESS_RULE')
  expect((await branch.delete('')).data.status).toBe('ARCHIVED')
})
