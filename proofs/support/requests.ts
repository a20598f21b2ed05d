import { type OpenapiDocument, openapiDocument, pathOf } from '../../server/src/platform/http/openapi/openapi.js'
import { type Route, routeTable } from '../../server/src/platform/http/route.js'
import type { Random } from '../../server/scenarios/support/random.js'
import { randomValue } from '../../server/scenarios/support/random-request.js'
import type { realIds } from '../../server/scenarios/support/real-ids.js'
import { sampleBody } from '../../server/scenarios/support/sample-body.js'

export type Ids = Awaited<ReturnType<typeof realIds>>

export interface Request {
  readonly route: Route
  /** The path with its ids; the workspace is still to be named. */
  readonly path: string
  readonly body: unknown
}

const prefix = '/api/v1/workspaces/{workspaceId}'

/** Every operation of a workspace. */
export const operations = (): Route[] => routeTable.filter((route) => pathOf(route).startsWith(prefix))

export const nameOf = (route: Route): string => `${route.method} ${pathOf(route).replace(prefix, '')}`

interface Described {
  readonly parameters: ReadonlyArray<{ name: string; in: string; required: boolean; schema: Record<string, unknown> }>
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Record<string, unknown> }>> }
}

/**
 * A request to an operation, with ids from one place in its path and from another in its body and query: the plainest that its description
 * admits, or with lots any other. Undefined where there is no row to name.
 */
export function requestTo(route: Route, inPath: Ids, elsewhere: Ids, random?: Random): Request | undefined {
  const found = inPath.pathWith(pathOf(route))
  if ('missing' in found) return undefined
  document ??= openapiDocument(routeTable)
  const { parameters, requestBody } = document.paths[pathOf(route)]![route.method] as unknown as Described
  const schemas = document.components.schemas as Record<string, Record<string, unknown>>
  const about =
    pathOf(route)
      .slice(prefix.length)
      .split('/')
      .find((part) => ['deals', 'customers', 'orders', 'products'].includes(part)) ?? ''
  const idFor = (field: string) => elsewhere.idFor(field, about)
  const value = (schema: Record<string, unknown>, field?: string) => {
    const id = field === undefined ? idFor : () => idFor(field)
    return random ? randomValue(schema, schemas, random, id) : sampleBody(schema, schemas, id)
  }
  const query = new URLSearchParams(
    parameters
      .filter((one) => one.in === 'query' && (one.required || namesAnId(one.schema) || random?.chance(0.1)))
      .map(({ name, schema }): [string, string] => [name, String(value(schema, name))]),
  )
  const schema = requestBody?.content['application/json']?.schema
  return {
    route,
    path: query.size > 0 ? `${found.path}?${query}` : found.path,
    body: schema && value(schema),
  }
}
let document: OpenapiDocument | undefined

const namesAnId = (schema: Record<string, unknown>) => JSON.stringify(schema).includes('"format":"uuid"')
