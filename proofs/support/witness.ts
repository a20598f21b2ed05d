import { pathOf } from '../../server/src/platform/http/openapi/openapi.js'
import type { Route } from '../../server/src/platform/http/route.js'
import type { Client } from '../../server/scenarios/support/client.js'
import { nameOf, operations } from './requests.js'

/** The same client, and a set of the operations that it was seen to succeed with. */
export function witnessed(client: Client): { client: Client; succeeded: Set<string> } {
  const succeeded = new Set<string>()
  const shapes = operations().map((route) => ({ route, shape: shapeOf(route) }))
  const seen = (method: Route['method'], path: string) => {
    const plain = path.split('?')[0]!
    // A path of fixed words is meant before one that takes an id there.
    const found = shapes.filter(({ route, shape }) => route.method === method && shape.test(plain))
    const nearest = found.toSorted((a, b) => pathOf(a.route).split('{').length - pathOf(b.route).split('{').length)[0]
    if (nearest) succeeded.add(nameOf(nearest.route))
  }
  const watched =
    (method: Exclude<Route['method'], 'get'>): Client['post'] =>
    async (path, body, headers) => {
      const answer = await client[method](path, body, headers)
      if (answer.status < 300) seen(method, path)
      return answer
    }
  const get: Client['get'] = async (path, headers) => {
    const answer = await client.get(path, headers)
    if (answer.status < 300) seen('get', path)
    return answer
  }
  return {
    succeeded,
    client: {
      ...client,
      get,
      post: watched('post'),
      put: watched('put'),
      patch: watched('patch'),
      delete: watched('delete'),
    },
  }
}

const shapeOf = (route: Route) =>
  new RegExp(
    `^${pathOf(route)
      .replace('/api/v1/workspaces/{workspaceId}', '')
      .replace(/\{\w+\}/g, '[^/]+')}$`,
  )
