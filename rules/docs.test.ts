import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { cloneDatabase } from '../server/scenarios/support/database.js'
import { operationRights } from '../server/scenarios/support/operation-rights.js'
import { mayDo, roleRights } from '../server/scenarios/support/role-rights.js'
import type { Lifecycle } from '../server/src/kernel/lifecycle.js'
import { listenerRows } from '../server/src/listeners.js'
import { businessModules } from '../server/src/modules.js'
import { migrationNames, migrationsFolder } from '../server/src/platform/database/migration-files.js'
import { routeTable } from '../server/src/platform/http/route.js'
import type { Orchestrator } from '../server/src/platform/orchestration/orchestrator.js'
import { announcements } from './docs/announcements.js'
import { architecturePage } from './docs/architecture-page.js'
import { databasePage } from './docs/database-page.js'
import { eventsPage } from './docs/events-page.js'
import { rightsPage } from './docs/rights-page.js'
import { asks } from './modules.js'
import { root, sourceFiles } from './source-files.js'

declare global {
  interface ImportMeta {
    glob(patterns: string | string[], options: { eager: true }): Record<string, Record<string, unknown>>
  }
}

const exported = (modules: Record<string, Record<string, unknown>>) =>
  Object.values(modules)
    .flatMap((module) => Object.values(module))
    .filter((value) => typeof value === 'object' && value !== null)
const lifecycles = exported(
  import.meta.glob(['../server/src/modules/**/*.lifecycle.ts', '!**/*.test.ts'], { eager: true }),
).filter((value) => 'moves' in value) as Array<Lifecycle<string>>
const orchestrators = exported(
  import.meta.glob(['../server/src/orchestrators/*.ts', '!**/*.test.ts'], { eager: true }),
).filter((value) => 'stepNames' in value) as Orchestrator[]

/** The page as the formatter leaves it, held against the file: `npm run docs` writes what is stale. */
async function expectPage(name: string, text: string): Promise<void> {
  const path = join(root, 'docs', name)
  await expect(await format(text, { ...(await resolveConfig(path)), parser: 'markdown' })).toMatchFileSnapshot(path)
}

test('docs/architecture.md is true', async () => {
  expect(businessModules.length).toBeGreaterThan(5)
  expect(routeTable.length).toBeGreaterThan(100)
  expect(lifecycles.length).toBeGreaterThan(5)
  expect(orchestrators.length).toBeGreaterThan(3)
  await expectPage(
    'architecture.md',
    architecturePage({ files: sourceFiles(), asks, routes: routeTable, lifecycles, orchestrators }),
  )
})

test('docs/events.md is true', async () => {
  const heard = listenerRows.flatMap(({ inline = [], queued = [] }) => [...inline, ...queued])
  const told = announcements(sourceFiles(), heard)
  expect([...told.byEvent.values()].filter((files) => files.length > 0).length).toBeGreaterThan(20)
  await expectPage('events.md', eventsPage(told, listenerRows))
})

test('docs/database.md is true', async () => {
  const database = await cloneDatabase()
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  try {
    const migrations = migrationNames().map((name) => ({
      name,
      text: readFileSync(join(migrationsFolder, `${name}.sql`), 'utf8'),
    }))
    await expectPage('database.md', await databasePage(admin, migrations))
  } finally {
    await admin.end()
    await database.drop()
  }
})

test('who announces is read from literal names, from choices, and from what stands beside a computed one', () => {
  const files = new Map([
    ['server/src/modules/a/operations/x.ts', "work.announce({ name: 'a.made', payload: { name: 'not.this' } })"],
    [
      'server/src/modules/a/operations/y.ts',
      "announceA(work, late ? 'a.late' : 'a.soon', row); const other = 'a.made'",
    ],
    [
      'server/src/modules/a/operations/z.ts',
      "const names = { K: 'a.kept' }; work.announce({ name: names[k] }); const t = { wakesOn: { 'a.lost': 1 } }",
    ],
    ['server/src/modules/a/operations/w.ts', "const heard = ['a.made']"],
  ])
  const place = (letter: string) => [`server/src/modules/a/operations/${letter}.ts`]
  expect([...announcements(files, ['a.kept', 'a.lost']).byEvent]).toEqual([
    ['a.kept', place('z')],
    ['a.late', place('y')],
    ['a.lost', []],
    ['a.made', place('x')],
    ['a.soon', place('y')],
  ])
})

test('docs/rights.md is true', () =>
  expectPage('rights.md', rightsPage(operationRights, Object.keys(roleRights), mayDo)))
