import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenapiDocument, openapiDocument, pathOf } from '../src/platform/http/openapi/openapi.js'
import { routeTable } from '../src/platform/http/route.js'
import { type Company, openCompany } from './support/company.js'
import { servedRoutes } from './support/served-routes.js'

let company: Company
let document: OpenapiDocument

beforeAll(async () => {
  company = await openCompany()
  document = (await (await fetch(`${company.url}/api/docs-json`)).json()) as OpenapiDocument
})
afterAll(() => company.close())

const verbs = ['get', 'post', 'put', 'patch', 'delete']
const operations = (of: OpenapiDocument) =>
  Object.entries(of.paths).flatMap(([path, byVerb]) =>
    Object.entries(byVerb).map(([verb, operation]) => ({ path, verb, operation: operation as unknown as Operation })),
  )

interface Operation {
  readonly operationId: string
  readonly parameters: ReadonlyArray<{ name?: string; in?: string; $ref?: string }>
  readonly responses: Record<string, unknown>
}

/** Outside the contract: health and metrics for machines, and the document itself. */
const aside = /^\/(health|metrics|api\/v1\/(health|metrics)|api\/docs)/

test('the table of routes, what is served and the file say the same, both ways', () => {
  const table = routeTable.map((route) => `${route.method} ${pathOf(route)}`).toSorted()
  const file = operations(document)
    .map(({ verb, path }) => `${verb} ${path}`)
    .toSorted()
  const served = servedRoutes(company.application.app).filter(
    (route) => /^\w+ \/api\//.test(route) && !aside.test(route.split(' ')[1]!),
  )
  expect(table.length).toBeGreaterThan(50)
  expect(file).toEqual(table)
  expect(served.toSorted()).toEqual(table)
})

describe('the document', () => {
  test('is the one that the table gives', () => {
    expect(document).toEqual(JSON.parse(JSON.stringify(openapiDocument(routeTable))))
  })

  test('leads nowhere in vain', () => {
    const lost: string[] = []
    const known = (ref: string) =>
      ref
        .replace('#/', '')
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document)
    walk(document, (value) => {
      if (typeof value.$ref === 'string' && known(value.$ref) === undefined) lost.push(value.$ref)
    })
    expect(lost).toEqual([])
    expect(JSON.stringify(document)).not.toContain('$defs')
  })

  test('gives every operation a name of its own, its path parameters, its success and its refusals', () => {
    const all = operations(document)
    expect(new Set(all.map(({ operation }) => operation.operationId)).size).toBe(all.length)
    for (const { path, verb, operation } of all) {
      expect(verbs).toContain(verb)
      const inPath = operation.parameters
        .filter((parameter) => parameter.in === 'path')
        .map((parameter) => parameter.name)
      expect(inPath.toSorted(), `${verb} ${path}`).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).toSorted(),
      )
      const named = operation.parameters.map((parameter) => parameter.$ref ?? `${parameter.in} ${parameter.name}`)
      expect(new Set(named).size, `${verb} ${path}`).toBe(named.length)
      expect(Object.keys(operation.responses).filter((status) => status.startsWith('2'))).toHaveLength(1)
      expect(Object.keys(operation.responses)).toContain('429')
    }
  })

  test('names every query parameter of the schemas', () => {
    for (const route of routeTable) {
      const operation = document.paths[pathOf(route)]![route.method] as unknown as Operation
      const given = operation.parameters
        .filter((parameter) => parameter.in === 'query')
        .map((parameter) => parameter.name)
      expect(given.toSorted(), pathOf(route)).toEqual(Object.keys(route.query?.shape ?? {}).toSorted())
    }
  })

  test('leaves answers open and bodies closed', () => {
    const schemas = document.components.schemas as Record<string, unknown>
    const closed = Object.entries(schemas)
      .filter(([, schema]) => JSON.stringify(schema).includes('"additionalProperties":false'))
      .map(([name]) => name)
    expect(closed.filter((name) => name.endsWith('Answer'))).toEqual([])
    expect(closed.filter((name) => name.endsWith('Body')).length).toBeGreaterThan(10)
  })
})

test('people read it under the strict content policy', async () => {
  const page = await fetch(`${company.url}/api/docs`)
  const html = await page.text()
  expect(page.status).toBe(200)
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self'(;|$)/)
  expect([...html.matchAll(/<script(?![^>]*\bsrc=)/g)]).toEqual([])
  const sources = [...html.matchAll(/<(?:script|link)[^>]*(?:src|href)="([^"]+)"/g)].map((match) => match[1]!)
  expect(sources.length).toBeGreaterThan(2)
  for (const source of sources.map((each) => new URL(each, `${company.url}/api/docs`))) {
    expect(source.origin).toBe(new URL(company.url).origin)
    const file = await fetch(source)
    expect(file.status, source.pathname).toBe(200)
    // An unread answer would keep its connection, and the server would wait for it when it closes.
    await file.arrayBuffer()
  }
})

function walk(value: unknown, see: (value: Record<string, unknown>) => void): void {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) see(value as Record<string, unknown>)
  for (const inner of Object.values(value)) walk(inner, see)
}
