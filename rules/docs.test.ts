import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventPayloads } from '@prometric/contracts/events'
import pg from 'pg'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { proofsOfEvents } from '../server/scenarios/proofs-of-events.js'
import { integrations } from '../server/scenarios/proofs-of-integrations.js'
import { cloneDatabase } from '../server/scenarios/support/database.js'
import { operationRights } from '../server/scenarios/support/operation-rights.js'
import { mayDo, roleRights } from '../server/scenarios/support/role-rights.js'
import type { Lifecycle } from '../server/src/kernel/lifecycle.js'
import { listenerRows } from '../server/src/listeners.js'
import { businessModules } from '../server/src/modules.js'
import { lettersBy } from '../server/src/orchestrators/listeners/rows.js'
import { migrationNames, migrationsFolder } from '../server/src/platform/database/migration-files.js'
import { routeTable } from '../server/src/platform/http/route.js'
import type { Orchestrator } from '../server/src/platform/orchestration/orchestrator.js'
import { announcements } from './docs/announcements.js'
import { architecturePage } from './docs/architecture-page.js'
import { databasePage } from './docs/database-page.js'
import { eventsPage } from './docs/events-page.js'
import { rightsPage } from './docs/rights-page.js'
import { lostProofs, proofOf, scenarioTests } from './docs/proofs.js'
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
  const files = sourceFiles()
  const rows = [...listenerRows, ...lettersBy({ send: async () => {} })]
  const heard = rows.flatMap(({ inline = [], queued = [] }) => [...inline, ...queued])
  const told = announcements(files, heard)
  expect([...told.byEvent.values()].filter((places) => places.length > 0).length).toBeGreaterThan(20)
  const tests = scenarioTests(files)
  const proof = (event: string) => proofOf(event, tests, proofsOfEvents)
  const proofs = [...Object.values(proofsOfEvents), ...integrations.flatMap((one) => one.proof ?? [])]
  expect(lostProofs(proofs, tests)).toEqual([])
  expect(Object.keys(proofsOfEvents).filter((event) => !told.byEvent.get(event)?.length)).toEqual([])
  const unfinished = Object.keys(eventPayloads).filter(
    (event) => !told.byEvent.get(event)?.length || !heard.includes(event) || !proof(event),
  )
  expect(unfinished, 'an event with a contract is said, heard and proved').toEqual([])
  await expectPage('events.md', eventsPage({ announcements: told, rows, proof, integrations }))
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

test('what a scenario proves is read from its title, its expectations and its questions to the table of events', () => {
  const files = new Map([
    [
      'server/scenarios/x.test.ts',
      "describe('d', () => { test('a.made: twice', () => { expect(names).toEqual(['a.sent']) }) })\n" +
        "test(`${n} times`, async () => { await sql(`select from outbox_events where name = 'a.read'`); go('a.idle') })",
    ],
    ['server/scenarios/support/y.ts', "test('a.lost: no scenario', () => {})"],
  ])
  const tests = scenarioTests(files)
  expect(tests.map(({ title, events }) => [title, [...events]])).toEqual([
    ['d › a.made: twice', ['a.sent']],
    ['… times', ['a.read']],
  ])
  const byTable = { file: 'x.test.ts', title: 'gone' }
  expect(proofOf('a.sent', tests, {})?.title).toBe('d › a.made: twice')
  expect(proofOf('a.sent', tests, { 'a.sent': byTable })).toBe(byTable)
  expect(proofOf('a.idle', tests, {})).toBeUndefined()
  expect(lostProofs([byTable, tests[1]!], tests)).toEqual(["x.test.ts has no test 'gone'"])
})
