import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { readCatalogue } from '../src/platform/cache/catalogue.js'
import { Reach } from '../src/platform/cache/reach.js'
import { databaseUrl } from '../src/platform/database/database-url.js'
import type { Statement } from '../src/platform/database/statement.js'
import { UnitOfWork } from '../src/platform/database/unit-of-work.js'
import { fillCompany } from './support/busy-company.js'
import { questionsAbout } from './support/cached-questions.js'
import { ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let client: pg.Client
const said = new Map<string, Statement>()

beforeAll(async () => {
  company = await openCompany({ cache: 'memory' })
  const rows = UnitOfWork.prototype.rows
  vi.spyOn(UnitOfWork.prototype, 'rows').mockImplementation(function (this: UnitOfWork, statement, values) {
    said.set(statement.name, statement)
    return rows.call(this, statement, values) as never
  })
  const [{ name } = { name: '' }] = await company.sql<{ name: string }>('select current_database() as name')
  client = new pg.Client({ connectionString: databaseUrl(inject('testDatabase').adminUrl, { database: name }) })
  await client.connect()
  await client.query('set search_path = pg_catalog, app, public; set plan_cache_mode = force_generic_plan')
})
afterAll(async () => {
  vi.restoreAllMocks()
  await client.end()
  await company.close()
})

test(
  'what is taken from the text of a statement is what PostgreSQL would touch, at least',
  { timeout: 120_000 },
  async () => {
    await fillCompany(company)
    const first = async (path: string): Promise<string> => ok(await company.owner.get(path)).data[0].id
    const [product, customer, deal, order] = await Promise.all(
      ['/products', '/customers', '/deals', '/orders'].map(first),
    )
    const about = { product: product!, customer: customer!, deal: deal!, order: order! }
    for (const path of Object.values(questionsAbout(about))) ok(await company.owner.get(path))
    await company.settle()
    const reach = new Reach(await readCatalogue(company.sql))
    const missed: string[] = []
    for (const statement of said.values()) {
      const { reads, writes, uncertain } = reach.of(statement)
      const plan = await planOf(statement)
      for (const table of plan.writes)
        if (!writes.includes(table) && !untold.has(table)) missed.push(`writes ${table}: ${statement.text}`)
      for (const table of plan.reads)
        if (!reads.includes(table) && !uncertain && table !== 'tax_rates')
          missed.push(`reads ${table}: ${statement.text}`)
    }
    expect(missed).toEqual([])
    expect(said.size).toBeGreaterThan(150)
  },
)

/** What is written without a word: bookkeeping, and rows of no workspace. */
const untold: ReadonlySet<string> = new Set([
  ...['audit_logs', 'background_jobs', 'document_counters', 'event_deliveries', 'idempotency_keys', 'notifications'],
  'number_sequences',
  ...['orchestrator_runs', 'orchestrator_steps', 'outbox_events', 'refresh_tokens', 'users', 'login_attempts'],
])

interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Schema?: string
  readonly Plans?: readonly Node[]
}

async function planOf({ text }: Statement): Promise<{ reads: Set<string>; writes: Set<string> }> {
  const parameters = Math.max(0, ...Array.from(text.matchAll(/\$(\d+)/g), ([, n]) => Number(n)))
  const nulls = parameters > 0 ? `(${Array(parameters).fill('null').join(', ')})` : ''
  await client.query(`prepare looked_at as ${text}`)
  const { rows } = await client.query<{ 'QUERY PLAN': Array<{ Plan: Node }> }>(
    `explain (format json, verbose) execute looked_at${nulls}`,
  )
  await client.query('deallocate looked_at')
  const found = { reads: new Set<string>(), writes: new Set<string>() }
  const look = (node: Node) => {
    const table = node['Relation Name']
    if (table && node.Schema === 'app') (node['Node Type'] === 'ModifyTable' ? found.writes : found.reads).add(table)
    node.Plans?.forEach(look)
  }
  look(rows[0]!['QUERY PLAN'][0]!.Plan)
  return found
}
