import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../src/kernel/ids.js'
import { type OpenapiDocument, openapiDocument, pathOf } from '../src/platform/http/openapi/openapi.js'
import { type Route, routeTable } from '../src/platform/http/route.js'
import { fillCompany } from './support/busy-company.js'
import type { Answer, Client } from './support/client.js'
import { type Company, openCompany, password } from './support/company.js'
import { digestOfWorkspace } from './support/digest.js'
import { openNeighbour } from './support/neighbour.js'
import { realIds } from './support/real-ids.js'
import { noId, sampleBody } from './support/sample-body.js'

/** Every operation, tried by people who do not belong here, with ids of rows that do exist. */
let company: Company
let ids: Awaited<ReturnType<typeof realIds>>
let strangers: ReadonlyArray<{ readonly who: string; readonly client: Client; readonly workspaceId: string }>
const inWorkspace = () => routeTable.filter((route) => pathOf(route).startsWith('/api/v1/workspaces/{workspaceId}'))

beforeAll(async () => {
  company = await openCompany()
  await fillCompany(company)
  ids = await realIds(company)
  const theirs = await company.sql<{ workspace_id: string }>(
    'select workspace_id from workspace_members where user_id = $1',
    [company.other.userId],
  )
  strangers = [
    { who: 'the owner of another organization', client: company.other, workspaceId: theirs[0]!.workspace_id },
    { who: 'an administrator of the workspace beside it', ...(await openNeighbour(company)) },
  ]
}, 60_000)
afterAll(() => company.close())

test('whoever is no member finds no workspace, whatever the operation', async () => {
  const before = await digestOfWorkspace(company)
  const wrong: string[] = []
  for (const { who, client } of strangers) {
    for (const route of inWorkspace()) {
      const found = ids.pathWith(pathOf(route))
      const path = 'path' in found ? found.path : pathOf(route).replace(/\{(?!workspaceId)\w+\}/g, absentIn(route))
      const answer = await call(client, route, path.replace('{workspaceId}', company.workspaceId))
      if (answer.status !== 404 || answer.error?.code !== 'NOT_FOUND')
        wrong.push(`${who}: ${route.method} ${path} answered ${answer.status} ${answer.error?.code}`)
    }
  }
  expect(wrong).toEqual([])
  expect(await digestOfWorkspace(company)).toEqual(before)
}, 120_000)

test('in a workspace of their own, the ids of another are ids of nothing', async () => {
  const before = await digestOfWorkspace(company)
  const wrong: string[] = []
  const untried = new Set<string>()
  let tried = 0
  let understood = 0
  for (const { who, client, workspaceId } of strangers) {
    for (const route of inWorkspace()) {
      const found = ids.pathWith(pathOf(route))
      if ('missing' in found) {
        untried.add(found.missing)
        continue
      }
      const body = bodyOf(route)
      const names = named(found.path) || named(JSON.stringify(body ?? null))
      if (!names) continue
      tried++
      const answer = await call(client, route, found.path.replace('{workspaceId}', workspaceId))
      if (answer.status !== 400) understood++
      if (!refused(answer))
        wrong.push(
          `${who}: ${route.method} ${found.path} answered ${answer.status} ${JSON.stringify(answer.error ?? answer.data).slice(0, 200)}`,
        )
    }
  }
  expect(wrong).toEqual([])
  expect(await digestOfWorkspace(company)).toEqual(before)
  expect(tried).toBeGreaterThan(100)
  expect(understood / tried).toBeGreaterThan(0.8)
  expect([...untried].toSorted()).toEqual([])
}, 120_000)

test('a foreign id answers exactly like one that never was', async () => {
  const differs: string[] = []
  for (const { client, workspaceId } of strangers) {
    for (const route of inWorkspace().filter(({ method }) => method === 'get')) {
      const found = ids.pathWith(pathOf(route))
      if ('missing' in found || !named(found.path)) continue
      const foreign = await call(client, route, found.path.replace('{workspaceId}', workspaceId))
      const absent = await call(
        client,
        route,
        pathOf(route)
          .replace('{workspaceId}', workspaceId)
          .replace(/\{\w+\}/g, absentIn(route)),
      )
      if (foreign.status !== absent.status || anonymous(foreign.error) !== anonymous(absent.error))
        differs.push(`${pathOf(route)}: ${foreign.status} and ${absent.status}`)
    }
  }
  expect(differs).toEqual([])
}, 60_000)

test('lists of strangers hold nothing of ours', async () => {
  for (const { who, client, workspaceId } of strangers) {
    for (const route of inWorkspace().filter(({ method, path }) => method === 'get' && !path.includes(':'))) {
      const answer = await call(client, route, pathOf(route).replace('{workspaceId}', workspaceId))
      expect(answer.status, `${who}: ${pathOf(route)}`).toBeLessThan(500)
      expect(JSON.stringify(answer.data ?? null), `${who}: ${pathOf(route)}`).not.toContain(company.workspaceId)
    }
  }
}, 60_000)

test('the owner reads what strangers could not', async () => {
  const failed: string[] = []
  for (const route of inWorkspace().filter(({ method }) => method === 'get')) {
    const found = ids.pathWith(pathOf(route))
    if ('missing' in found) continue
    const answer = await call(company.owner, route, found.path.replace('{workspaceId}', company.workspaceId))
    if (answer.status !== 200)
      failed.push(`${found.path} answered ${answer.status} ${answer.error?.code} ${answer.error?.message}`)
  }
  expect(failed).toEqual([])
}, 60_000)

test('outside workspaces too: an organization, a session', async () => {
  const { owner, other, organizationId, sql } = company
  expect((await owner.get(`/api/v1/organizations/${organizationId}`)).status).toBe(200)
  expect((await other.get(`/api/v1/organizations/${organizationId}`)).status).toBe(404)
  expect((await owner.post('/api/v1/auth/login', { email: owner.email, password })).status).toBeLessThan(300)
  const sessions = (await owner.get('/api/v1/auth/sessions')).data as Array<{ id: string }>
  expect(sessions.length).toBeGreaterThan(0)
  expect((await other.delete(`/api/v1/auth/sessions/${sessions[0]!.id}`)).status).toBe(404)
  expect(
    await sql('select 1 from refresh_tokens where user_id = $1 and revoked_at is not null', [owner.userId]),
  ).toEqual([])
})

/** The id of nothing, in the shape that the route asks for: a delivery of an event is named by the event and its hearer. */
const absentIn = (route: Route) => (pathOf(route).includes('/deliveries/{id}') ? `${newId()}:nobody` : newId())

interface Operation {
  readonly parameters: ReadonlyArray<{
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly schema: Record<string, unknown>
  }>
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Record<string, unknown> }>> }
}

function call(client: Client, route: Route, path: string): Promise<Answer> {
  if (route.method !== 'get') return client[route.method](path, bodyOf(route))
  const asked = operationOf(route).parameters.filter((parameter) => parameter.in === 'query' && parameter.required)
  const query = new URLSearchParams(
    asked.map(({ name, schema }): [string, string] => [name, String(sampleBody(schema, {}, () => undefined))]),
  )
  return client.get(query.size > 0 ? `${path}?${query}` : path)
}

/** An error may repeat the id that it was asked for. */
const anonymous = (error: unknown) => JSON.stringify(error).replace(/[0-9a-f-]{36}/g, 'id')

const operationOf = (route: Route) =>
  (document ??= openapiDocument(routeTable)).paths[pathOf(route)]![route.method] as unknown as Operation

function bodyOf(route: Route): unknown {
  const schema = operationOf(route).requestBody?.content['application/json']?.schema
  const segment =
    pathOf(route)
      .replace('/api/v1/workspaces/{workspaceId}/', '')
      .split('/')
      .find((part) => ['deals', 'customers', 'orders', 'products'].includes(part)) ?? ''
  return (
    schema &&
    sampleBody(schema, document!.components.schemas as Record<string, Record<string, unknown>>, (field) =>
      ids.idFor(field, segment),
    )
  )
}
let document: OpenapiDocument | undefined

/** Refused, or a bulk of which every item was. */
function refused({ status, data }: Answer): boolean {
  if (status >= 400 && status < 500) return true
  const items = (data as { items?: Array<{ status: string }>; counts?: unknown } | null)?.items
  return (
    status < 300 && data.counts !== undefined && items!.length > 0 && items!.every((item) => item.status === 'FAILED')
  )
}

/** Does it name a row of ours? Every id in it was taken from `ids`, save the one that stands for none. */
const named = (text: string): boolean =>
  (text.replace('{workspaceId}', '').match(/[0-9a-f-]{36}/g) ?? []).some((id) => id !== noId)
