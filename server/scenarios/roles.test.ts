import { systemRoles } from '@prometric/contracts/permissions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pathOf } from '../src/platform/http/openapi/openapi.js'
import { routeTable } from '../src/platform/http/route.js'
import type { Client } from './support/client.js'
import { type Company, openCompany } from './support/company.js'
import { operationRights } from './support/operation-rights.js'
import { mayDo, roleRights } from './support/role-rights.js'
import { noId } from './support/sample-body.js'

/**
 * Thirteen roles × every operation of a workspace. Ids name nothing and bodies are wrong, so nothing is changed by the asking: whoever may
 * is told what is wrong with the request, whoever may not is refused before it is looked at. That the operations themselves succeed for
 * their owner is shown by the other scenarios.
 */
const prefix = '/api/v1/workspaces/{workspaceId}'
const operations = () =>
  routeTable
    .filter((route) => pathOf(route).startsWith(`${prefix}/`))
    .map((route) => ({ name: `${route.method} ${pathOf(route).slice(prefix.length)}`, method: route.method }))

let company: Company

beforeAll(async () => {
  company = await openCompany()
})
afterAll(() => company.close())

test('the table of rights and the table of routes name the same operations', () => {
  expect(Object.keys(operationRights).toSorted()).toEqual(
    operations()
      .map(({ name }) => name)
      .toSorted(),
  )
})

test('the roles are the thirteen of the handbook', () => {
  expect(Object.keys(roleRights)).toEqual(systemRoles.map(({ code }) => code))
})

test.each(Object.keys(roleRights))(
  '%s may do what the table says, and nothing else',
  async (role) => {
    const client = role === 'OWNER' ? company.owner : await company.as(role)
    const deviations: string[] = []
    let allowed = 0
    for (const { name, method } of operations()) {
      const expected = mayDo(role, operationRights[name]!)
      const { status, error } = await ask(client, method, name)
      const forbidden = status === 403 && error?.code === 'FORBIDDEN'
      if (status === 401 || status >= 500 || forbidden === expected)
        deviations.push(`${name}: expected ${expected ? 'allow' : 'deny'}, answered ${status} ${error?.code ?? ''}`)
      if (!forbidden) allowed++
    }
    expect(deviations).toEqual([])
    expect(allowed).toBeGreaterThan(0)
    expect(operations().length - allowed > 0).toBe(role !== 'OWNER' && role !== 'ADMIN')
    expect(operations().length).toBeGreaterThan(150)
  },
  60_000,
)

/** A delivery of an event is named by the event and its consumer. */
const idFor = (name: string) => (name.includes(' /deliveries/{id}') ? `${noId}:nobody` : noId)

function ask(client: Client, method: (typeof routeTable)[number]['method'], name: string) {
  const path = name.slice(name.indexOf(' ') + 1).replace(/\{\w+\}/g, idFor(name))
  return method === 'get' ? client.get(path) : client[method](path, { nothingLikeIt: true })
}
