import { test } from 'vitest'
import { writeFileSync } from 'node:fs'
import { openCompany } from './support/company.js'
import { servedRoutes } from './support/served-routes.js'
import { openapiDocument } from '../src/platform/http/openapi/openapi.js'
import { routeTable } from '../src/platform/http/route.js'
test('x', async () => {
  const c = await openCompany()
  const tree = (c.application.app.getHttpAdapter().getInstance() as any).printRoutes({ commonPrefix: false })
  writeFileSync('/tmp/tree.txt', tree + '\n====\n' + servedRoutes(c.application.app).join('\n'))
  const t = performance.now()
  const d = JSON.stringify(openapiDocument(routeTable), null, 1)
  console.log(performance.now() - t, d.length, routeTable.length)
  writeFileSync('/tmp/openapi.json', d)
  await c.close()
})
