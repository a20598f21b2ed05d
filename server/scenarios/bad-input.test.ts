import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenapiDocument, openapiDocument, pathOf } from '../src/platform/http/openapi/openapi.js'
import { type Route, routeTable } from '../src/platform/http/route.js'
import { brokenInvariants } from '../src/invariants/broken-invariants.js'
import { fillCompany } from './support/busy-company.js'
import { type Company, openCompany } from './support/company.js'
import { random } from './support/random.js'
import { harmed, randomValue } from './support/random-request.js'
import { realIds } from './support/real-ids.js'

/**
 * Requests made from the program's own description of itself, half of them right and half with something wrong in them. Nothing may break:
 * a request is done, or refused with a code and a sentence, and afterwards the books are in order. `COUNT=50000` is the long run.
 */
const count = Number(process.env['COUNT'] ?? 2500)
const prefix = '/api/v1/workspaces/{workspaceId}/'
const rand = random()

let company: Company
let document: OpenapiDocument
let routes: Route[]

beforeAll(async () => {
  company = await openCompany()
  await fillCompany(company)
  document = openapiDocument(routeTable)
  routes = routeTable.filter((route) => pathOf(route).startsWith(prefix) && !leavesNobodyIn(route))
}, 60_000)
afterAll(() => company.close())

/** Who removes the only member, or the workspace, ends the experiment. */
const leavesNobodyIn = (route: Route) => /\/(members|employees)/.test(pathOf(route)) && route.method !== 'get'

test(
  `${count} requests: none breaks the program (seed ${rand.seed})`,
  async () => {
    const broken: string[] = []
    const altered: string[] = []
    const succeeded = new Set<string>()
    let accepted = 0
    let ids = await realIds(company)
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    for (let i = 0; i < count; i++) {
      if (i % 100 === 0) ids = await realIds(company, (rows) => rand.pick(rows))
      const route = rand.pick(routes)
      const { path, body } = requestOf(route, ids)
      const answer =
        route.method === 'get'
          ? await company.owner.get(path)
          : await company.owner[route.method](path, body, headers())
      const what = `${route.method} ${path.slice(0, 200)} ${JSON.stringify(body)?.slice(0, 400)} → ${answer.status}`
      if (answer.status >= 500 || (answer.status >= 400 && !(answer.error?.code && answer.error?.message)))
        broken.push(`${what} ${JSON.stringify(answer.error)?.slice(0, 300)}`)
      if (answer.status < 300) {
        accepted++
        succeeded.add(`${route.method} ${pathOf(route)}`)
        altered.push(...alterations(what, body, answer.data))
      }
      if (i % 500 === 499) await company.settle()
    }
    delay.disable()
    await company.settle()
    const never = routes.map((route) => `${route.method} ${pathOf(route)}`).filter((name) => !succeeded.has(name))
    console.log(
      `${count} requests, ${accepted} accepted, ${succeeded.size} of ${routes.length} operations with a success, longest stall ${Math.round(delay.max / 1e6)} ms`,
    )
    if (never.length > 0) console.log(`never accepted: ${never.map((name) => name.replace(prefix, '')).join(', ')}`)
    expect(broken).toEqual([])
    expect(altered).toEqual([])
    expect(accepted / count).toBeGreaterThan(0.25)
    expect(await brokenInvariants((text) => company.sql(text))).toEqual([])
  },
  120_000 + count * 40,
)

type Ids = Awaited<ReturnType<typeof realIds>>
interface Described {
  readonly parameters: ReadonlyArray<{ name: string; in: string; required: boolean; schema: Record<string, unknown> }>
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Record<string, unknown> }>> }
}

function requestOf(route: Route, ids: Ids): { path: string; body: unknown } {
  const { parameters, requestBody } = document.paths[pathOf(route)]![route.method] as unknown as Described
  const schemas = document.components.schemas as Record<string, Record<string, unknown>>
  const about =
    pathOf(route)
      .slice(prefix.length)
      .split('/')
      .find((part) => ['deals', 'customers', 'orders', 'products'].includes(part)) ?? ''
  const idFor = (field: string) => ids.idFor(field, about)
  const found = ids.pathWith(pathOf(route))
  const named = 'path' in found ? found.path : pathOf(route).replace(/\{(?!workspaceId)\w+\}/g, crypto.randomUUID())
  const path = named.replace('{workspaceId}', company.workspaceId)
  const harm = rand.chance(0.4)
  const asked = parameters.filter((parameter) => parameter.in === 'query' && (parameter.required || rand.chance(0.15)))
  const query = new URLSearchParams(
    asked.map(({ name, schema }): [string, string] => {
      const value = randomValue(schema, schemas, rand, () => idFor(name))
      return [name, String(route.method === 'get' && harm ? harmed(value, rand) : value)]
    }),
  )
  const schema = requestBody?.content['application/json']?.schema
  const right = schema && randomValue(schema, schemas, rand, idFor)
  return {
    path: query.size > 0 ? `${path}?${query}` : path,
    body: harm && schema ? harmed(right, rand) : right,
  }
}

const headers = (): Record<string, string> => ({
  ...(rand.chance(0.2) && { 'idempotency-key': `key-${rand.below(200)}` }),
  ...(rand.chance(0.05) && { 'if-match': rand.pick(['"1"', 'W/"2"', 'nonsense', '*']) }),
  'accept-language': rand.pick(['ru', 'kk', 'en', 'xx-YY', '*']),
})

/**
 * Fields that come back otherwise than they were sent. What a rule normalises may differ: phones, e-mail, spaces around a text, a day that
 * is kept as an instant; and a status that is asked for is the derived one of what was done.
 */
function alterations(what: string, body: unknown, data: unknown): string[] {
  if (typeof body !== 'object' || typeof data !== 'object' || !body || !data || Array.isArray(body)) return []
  const got = data as Record<string, unknown>
  return Object.entries(body).flatMap(([field, sent]) => {
    const back = got[field]
    if (typeof sent !== 'string' || typeof back !== 'string') return []
    if (/^status$|phone|email|whatsapp/i.test(field) || (isDay.test(sent) && back.includes('T'))) return []
    const same = back === (alias[sent] ?? sent.trim()) || (back.includes('T') && Date.parse(back) === Date.parse(sent))
    return same ? [] : [`${what}: ${field} was ${JSON.stringify(sent)}, came back ${JSON.stringify(back)}`]
  })
}
/** Words that are taken for another. */
const alias: Readonly<Record<string, string>> = { BANK_TRANSFER: 'TRANSFER' }
const isDay = /^\d{4}-\d\d-\d\d$/
