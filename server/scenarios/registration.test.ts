import { afterAll, beforeAll, expect, test } from 'vitest'
import { someBin } from './support/bin.js'
import { type Client, clientOf } from './support/client.js'
import { type Company, openCompany, password } from './support/company.js'
import { codeFor, lettersTo } from './support/letters.js'

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

async function register(email: string) {
  const begun = await anonymous.post(auth('registration/pre-register'), {
    email,
    password: 'Дала-Жел-2031!',
    firstName: 'Данияр',
    lastName: 'Омаров',
  })
  expect(begun.status).toBe(201)
  const { signUpToken } = begun.data
  const verified = await anonymous.post(auth('registration/verify-email'), {
    email,
    code: await codeFor(company.dataDir, email),
    signUpToken,
  })
  expect(verified.status).toBe(200)
  return verified.data.onboardingToken as string
}

const companyInfo = () => ({
  companyName: 'ТОО «Дала»',
  companyType: 'TOO',
  bin: someBin(),
  industry: 'Мебель',
  employeeCount: '11-50',
})

test('from nobody to the first request', async () => {
  const onboardingToken = await register('daniyar@dala.kz')
  const early = await anonymous.post(auth('login'), { email: 'daniyar@dala.kz', password: 'Дала-Жел-2031!' })
  expect(early.error.code).toBe('EMAIL_NOT_VERIFIED')
  const done = await anonymous.post(auth('registration/onboarding/complete'), {
    onboardingToken,
    selectedRole: 'owner',
    companyInfo: companyInfo(),
  })
  expect(done.status).toBe(201)
  expect(done.data).toMatchObject({
    registrationStatus: 'COMPLETED',
    memberships: [{ role: 'OWNER', workspaceId: done.data.workspaceId }],
  })
  const client = signedIn(done.data.accessToken, done.data.workspaceId)
  expect((await client.get('/departments')).data).toHaveLength(8)
  expect((await client.get('/employees')).data).toMatchObject([
    { position: 'CEO', employeeNumber: expect.stringMatching(/^EMP-\d{4}-000001$/) },
  ])
  expect((await client.get(auth('me'))).data.user.email).toBe('daniyar@dala.kz')
  expect((await client.get('')).data).toMatchObject({ type: 'MAIN', isDefault: true })
  const again = await anonymous.post(auth('registration/onboarding/complete'), {
    onboardingToken,
    selectedRole: 'owner',
    companyInfo: companyInfo(),
  })
  expect(again.status).toBe(401)
})

test('a BIN belongs to one organization, and a refusal does not use the token up', async () => {
  const onboardingToken = await register('second@dala.kz')
  const [{ bin } = { bin: '' }] = await company.sql<{ bin: string }>('select bin from organizations where id = $1', [
    company.organizationId,
  ])
  const send = (info: object) =>
    anonymous.post(auth('registration/onboarding/complete'), {
      onboardingToken,
      selectedRole: 'owner',
      companyInfo: info,
    })
  expect((await send({ ...companyInfo(), bin })).error.code).toBe('BIN_ALREADY_EXISTS')
  expect((await send({ ...companyInfo(), bin: '123456789012' })).error.code).toBe('BIN_INVALID')
  expect((await send(companyInfo())).status).toBe(201)
})

test('registering an e-mail that has an account answers alike and tells only its owner', async () => {
  const body = { email: company.owner.email, password: 'Дала-Жел-2031!', firstName: 'А', lastName: 'Б' }
  const known = await anonymous.post(auth('registration/pre-register'), body)
  const fresh = await anonymous.post(auth('registration/pre-register'), { ...body, email: 'fresh@dala.kz' })
  expect(known.status).toBe(201)
  expect(Object.keys(known.data)).toEqual(Object.keys(fresh.data))
  const [letter] = await lettersTo(company.dataDir, company.owner.email)
  expect(letter).not.toMatch(/\d{6}/)
  expect((await anonymous.post(auth('login'), { email: company.owner.email, password })).status).toBe(200)
})

test('three wrong codes close the door, and a code belongs to its own registration', async () => {
  const body = { email: 'codes@dala.kz', password: 'Дала-Жел-2031!', firstName: 'А', lastName: 'Б' }
  const { signUpToken } = (await anonymous.post(auth('registration/pre-register'), body)).data
  await anonymous.post(auth('registration/pre-register'), { ...body, password: 'Чужой-Пароль-77!' })
  const code = await codeFor(company.dataDir, body.email, 2)
  const wrong = code === '417208' ? '417209' : '417208'
  const verify = (sent: object) => anonymous.post(auth('registration/verify-email'), { email: body.email, ...sent })
  expect((await verify({ code, signUpToken })).error).toMatchObject({
    code: 'INVALID_CODE',
    details: { attemptsRemaining: 2 },
  })
  expect((await verify({ code: wrong })).error.details.attemptsRemaining).toBe(1)
  expect((await verify({ code: wrong })).error.details.attemptsRemaining).toBe(0)
  expect((await verify({ code })).status).toBe(429)
  expect((await anonymous.post(auth('registration/resend-verification'), { email: body.email })).status).toBe(429)
})

test('weak passwords are refused by field', async () => {
  const answer = await anonymous.post(auth('registration/pre-register'), {
    email: 'weak@dala.kz',
    password: 'password',
    firstName: 'А',
    lastName: 'Б',
  })
  expect(answer.status).toBe(400)
  expect(answer.error.fieldErrors[0]).toMatchObject({ field: 'password', code: 'WEAK_PASSWORD' })
})

test('asking to join a company says nothing about it; the company decides', async () => {
  const [{ bin } = { bin: '' }] = await company.sql<{ bin: string }>('select bin from organizations where id = $1', [
    company.organizationId,
  ])
  const answers = []
  for (const [email, employeeCompanyBin] of [
    ['worker@dala.kz', bin],
    ['lost@dala.kz', someBin()],
  ] as const) {
    const onboardingToken = await register(email)
    const body = { onboardingToken, selectedRole: 'employee', employeeCompanyBin, requestedPosition: 'Кладовщик' }
    answers.push((await anonymous.post(auth('registration/onboarding/complete'), body)).data)
    expect((await anonymous.post(auth('login'), { email, password: 'Дала-Жел-2031!' })).error.code).toBe(
      'PENDING_APPROVAL',
    )
  }
  expect(answers[0]).toEqual(answers[1])
  const hr = await company.as('HR')
  const [pending] = (await hr.get('/employees/pending')).data
  expect(pending).toMatchObject({ email: 'worker@dala.kz', requestedPosition: 'Кладовщик' })
  expect((await hr.post(`/employees/${pending.id}/approve`, { roleCode: 'WAREHOUSE' })).error.code).toBe(
    'DEPARTMENT_REQUIRED',
  )
  const [department] = (await hr.get('/departments')).data
  expect(
    (await hr.post(`/employees/${pending.id}/approve`, { roleCode: 'ADMIN', departmentId: department.id })).status,
  ).toBe(403)
  const approved = await hr.post(`/employees/${pending.id}/approve`, {
    roleCode: 'WAREHOUSE',
    departmentId: department.id,
  })
  expect(approved.data).toMatchObject({ status: 'ACTIVE', roleCode: 'WAREHOUSE', salary: null })
  expect((await hr.post(`/employees/${pending.id}/reject`, { reason: 'поздно' })).error.code).toBe('INVALID_TRANSITION')
  const login = await anonymous.post(auth('login'), { email: 'worker@dala.kz', password: 'Дала-Жел-2031!' })
  expect(login.data.memberships).toMatchObject([{ role: 'WAREHOUSE', workspaceId: company.workspaceId }])
})
