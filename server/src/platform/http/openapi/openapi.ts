import { paramsOf, prefixOf, type Route } from '../route.js'
import { Components, type JsonObject } from './components.js'
import { envelopeSchemas, errorResponses, headerParameters, refusalsOf } from './envelopes.js'

/** The path of a route as OpenAPI writes it: `/api/v1/workspaces/{workspaceId}/deals/{id}`. */
export const pathOf = (route: Pick<Route, 'path' | 'controller'>): string =>
  `/${[prefixOf(route.controller), route.path].filter((part) => part !== '').join('/')}`.replace(/:(\w+)/g, '{$1}')

/** The OpenAPI 3.1 document of the routes, made from the schemas by which the gate parses and the answers are typed. */
export function openapiDocument(routes: readonly Route[]) {
  const components = new Components()
  for (const [name, schema] of Object.entries(envelopeSchemas)) components.add(name, schema)
  const names = operationIds(routes)
  const paths: Record<string, Record<string, JsonObject>> = {}
  for (const route of routes) {
    const operations = (paths[pathOf(route)] ??= {})
    if (operations[route.method]) throw new Error(`${route.method} ${pathOf(route)} is declared twice`)
    operations[route.method] = operation(route, names.get(route)!, components)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Prometric ERP',
      version: '1',
      description: 'Amounts are JSON numbers in KZT: at most 2 decimals, prices 4, quantities 6.',
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(tagOf))].toSorted().map((name) => ({ name })),
    paths,
    components: {
      schemas: components.all(),
      responses: errorResponses,
      parameters: headerParameters,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}

export type OpenapiDocument = ReturnType<typeof openapiDocument>

function operation(route: Route, operationId: string, components: Components): JsonObject {
  const params = paramsOf(route)
  const writes = route.method !== 'get'
  const signedIn = route.permission !== 'PUBLIC'
  const headers = [
    'AcceptLanguage',
    ...(route.method === 'post' && signedIn ? ['IdempotencyKey'] : []),
    ...(writes && route.method !== 'post' ? ['IfMatch'] : []),
  ]
  const capital = operationId[0]!.toUpperCase() + operationId.slice(1)
  const refusals = refusalsOf({
    signedIn,
    inWorkspace: 'workspaceId' in params.shape,
    named: Object.keys(params.shape).length > 0,
    writes,
  })
  return {
    operationId,
    summary: route.summary,
    tags: [tagOf(route)],
    'x-permission': route.permission,
    security: signedIn ? [{ bearer: [] }] : [],
    parameters: [
      ...parameters(components.inline(params, 'input', `${capital}Params`), 'path'),
      ...(route.query ? parameters(components.inline(route.query, 'input', `${capital}Query`), 'query') : []),
      ...headers.map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ],
    ...(route.body
      ? {
          requestBody: {
            required: !route.body.safeParse({}).success,
            content: { 'application/json': { schema: components.ref(route.body, 'input', `${capital}Body`) } },
          },
        }
      : {}),
    responses: {
      [route.status ?? 200]: success(route, components.ref(route.answer, 'output', `${capital}Answer`)),
      ...refusals,
    },
  }
}

function success({ list, summary }: Route, answer: JsonObject): JsonObject {
  const properties = {
    success: { type: 'boolean', const: true },
    data: list ? { type: 'array', items: answer } : answer,
    meta: { $ref: `#/components/schemas/${list ? 'ListMeta' : 'Meta'}` },
  }
  const schema = { type: 'object', properties, required: Object.keys(properties) }
  return { description: summary, content: { 'application/json': { schema } } }
}

function parameters({ properties = {}, required = [] }: JsonObject, where: 'path' | 'query'): JsonObject[] {
  return Object.entries(properties as JsonObject).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || (required as readonly string[]).includes(name),
    schema,
  }))
}

/** The first word of the path that says what it is about. */
const tagOf = (route: Route): string =>
  pathOf(route)
    .replace('/api/v1/', '')
    .replace(/^workspaces\/\{workspaceId\}\/?/, '')
    .split('/')
    .find((part) => part !== '' && !part.startsWith('{')) ?? 'workspaces'

/** `dealsList`; where one method of a controller serves several routes, the verb and the path tell them apart. */
function operationIds(routes: readonly Route[]): Map<Route, string> {
  const plain = (route: Route) => {
    const noun = route.controller.constructor.name.replace(/Controller$/, '')
    return noun[0]!.toLowerCase() + noun.slice(1) + route.handler[0]!.toUpperCase() + route.handler.slice(1)
  }
  const taken = new Map<string, number>()
  for (const route of routes) taken.set(plain(route), (taken.get(plain(route)) ?? 0) + 1)
  const used = new Set<string>()
  return new Map(
    routes.map((route) => {
      const words = [plain(route), route.method, ...pathOf(route).split(/\W+/).filter(Boolean)]
      let length = taken.get(words[0]!) === 1 ? 1 : 2
      while (used.has(words.slice(0, length).join('_')) && length < words.length) length++
      const name = words.slice(0, length).join('_')
      if (used.has(name)) throw new Error(`two operations would be called ${name}`)
      used.add(name)
      return [route, name]
    }),
  )
}
