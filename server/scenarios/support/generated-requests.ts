import { type OpenapiDocument, openapiDocument, pathOf } from '../../src/platform/http/openapi/openapi.js'
import { type Route, routeTable } from '../../src/platform/http/route.js'
import type { Answer, Client } from './client.js'
import type { Company } from './company.js'
import type { Random } from './random.js'
import { harmed, randomValue } from './random-request.js'
import { realIds } from './real-ids.js'

export interface Request {
  readonly route: Route
  readonly path: string
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

type Ids = Awaited<ReturnType<typeof realIds>>
interface Described {
  readonly parameters: ReadonlyArray<{ name: string; in: string; required: boolean; schema: Record<string, unknown> }>
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Record<string, unknown> }>> }
}

const prefix = '/api/v1/workspaces/{workspaceId}/'

/** Requests made from the program's own description of itself, some of them right and the others with something wrong in them. */
export class RequestMaker {
  readonly routes: readonly Route[]
  private readonly document: OpenapiDocument = openapiDocument(routeTable)
  private ids: Ids | undefined

  constructor(
    private readonly company: Company,
    private readonly random: Random,
    chosen: (route: Route) => boolean = isHarmless,
  ) {
    this.routes = routeTable.filter(chosen)
  }

  /** Takes other rows of the books to speak of. */
  async lookAround(order?: 'oldest' | 'newest'): Promise<void> {
    this.ids = await realIds(this.company, (rows) => this.random.pick(rows), order)
  }

  make(route: Route = this.random.pick(this.routes)): Request {
    const { random, ids } = this
    if (!ids) throw new Error('look around before you make a request')
    const { parameters, requestBody } = this.document.paths[pathOf(route)]![route.method] as unknown as Described
    const schemas = this.document.components.schemas as Record<string, Record<string, unknown>>
    const about =
      pathOf(route)
        .slice(prefix.length)
        .split('/')
        .find((part) => ['deals', 'customers', 'orders', 'products'].includes(part)) ?? ''
    const idFor = (field: string) => ids.idFor(field, about)
    const found = ids.pathWith(pathOf(route))
    const named = 'path' in found ? found.path : pathOf(route).replace(/\{(?!workspaceId)\w+\}/g, crypto.randomUUID())
    const path = named.replace('{workspaceId}', this.company.workspaceId)
    const harm = random.chance(0.4)
    const asked = parameters.filter((one) => one.in === 'query' && (one.required || random.chance(0.15)))
    const query = new URLSearchParams(
      asked.map(({ name, schema }): [string, string] => {
        const value = randomValue(schema, schemas, random, () => idFor(name))
        return [name, String(route.method === 'get' && harm ? harmed(value, random) : value)]
      }),
    )
    const schema = requestBody?.content['application/json']?.schema
    const right = schema && randomValue(schema, schemas, random, idFor)
    return {
      route,
      path: query.size > 0 ? `${path}?${query}` : path,
      body: harm && schema ? harmed(right, random) : right,
      headers: this.headers(),
    }
  }

  private headers(): Record<string, string> {
    const { random } = this
    return {
      ...(random.chance(0.2) && { 'idempotency-key': `key-${random.below(200)}` }),
      ...(random.chance(0.05) && { 'if-match': random.pick(['"1"', 'W/"2"', 'nonsense', '*']) }),
      'accept-language': random.pick(['ru', 'kk', 'en', 'xx-YY', '*']),
    }
  }
}

/** Of one workspace, and leaving it its only member: who removes that one ends the experiment. */
export const isHarmless = (route: Route): boolean =>
  pathOf(route).startsWith(prefix) && !(/\/(members|employees)/.test(pathOf(route)) && route.method !== 'get')

export const nameOf = (route: Route): string => `${route.method} ${pathOf(route).replace(prefix, '')}`

export const send = (client: Client, { route, path, body, headers }: Request): Promise<Answer> =>
  route.method === 'get' ? client.get(path) : client[route.method](path, body, headers)

/** What is wrong with an answer: the program broke, refused without a word, or gave back otherwise what it was given. */
export function faultsOf(request: Request, answer: Answer): { broken: string[]; altered: string[] } {
  const { route, path, body } = request
  const what = `${route.method} ${path.slice(0, 200)} ${JSON.stringify(body)?.slice(0, 400)} → ${answer.status}`
  const isBroken = answer.status >= 500 || (answer.status >= 400 && !(answer.error?.code && answer.error?.message))
  return {
    broken: isBroken ? [`${what} ${JSON.stringify(answer.error)?.slice(0, 300)}`] : [],
    // A decision's reason stands beside that of the question, which is what the answer calls so.
    altered: answer.status < 300 && !path.includes('/approvals/') ? alterations(what, body, answer.data) : [],
  }
}

/**
 * Fields that come back otherwise than they were sent. What a rule normalises may differ: phones, e-mail, spaces around a text, a day that
 * is kept as an instant, an urgent order's priority, which is raised; and a status that is asked for is the derived one of what was done.
 */
export function alterations(what: string, body: unknown, data: unknown): string[] {
  if (typeof body !== 'object' || typeof data !== 'object' || !body || !data || Array.isArray(body)) return []
  const got = data as Record<string, unknown>
  return Object.entries(body).flatMap(([field, sent]) => {
    const back = got[field]
    if (typeof sent !== 'string' || typeof back !== 'string') return []
    if (/^status$|phone|email|whatsapp/i.test(field) || (isDay.test(sent) && back.includes('T'))) return []
    if (field === 'priority' && got['isUrgent'] === true && back === 'URGENT') return []
    const same =
      back === (alias.get(sent) ?? sent.trim()) || (back.includes('T') && Date.parse(back) === Date.parse(sent))
    return same ? [] : [`${what}: ${field} was ${JSON.stringify(sent)}, came back ${JSON.stringify(back)}`]
  })
}
/** Words that are taken for another. */
const alias: ReadonlyMap<string, string> = new Map([['BANK_TRANSFER', 'TRANSFER']])
const isDay = /^\d{4}-\d\d-\d\d$/
