import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogueRules, definerFunctions } from './support/catalogue-rules.js'
import { cloneDatabase, type TestDatabase } from './support/database.js'

let database: TestDatabase
let admin: pg.Client

beforeAll(async () => {
  database = await cloneDatabase()
  admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await database.drop()
})

const findings = async (question: string): Promise<string[]> =>
  (await admin.query<{ name: string }>(question)).rows.map((row) => row.name).toSorted()

test.each(catalogueRules)('$rule', async ({ findings: question }) => {
  expect(await findings(question)).toEqual([])
})

/** What a careless migration might leave behind, and the rule that must find it. Each is made and undone in a transaction. */
const careless: ReadonlyArray<readonly [rule: string, finding: RegExp, deed: string]> = [
  ['every tenant table has both walls up', /^bad$/, table()],
  ['every tenant table has both walls up', /^deals$/, 'alter table app.deals no force row level security'],
  [
    'every tenant row names its organization',
    /^bad$/,
    'create table app.bad (workspace_id uuid not null, id uuid not null, primary key (workspace_id, id))',
  ],
  ['exactly one policy lets the application in', /^bad$/, table()],
  ['exactly one policy lets the application in', /^deals$/, 'create policy more on app.deals to erp_app using (true)'],
  [
    'the policy says the tenant, to read and to write',
    /^deals$/,
    `alter policy tenant on app.deals using (organization_id = (select app.organization_id()))`,
  ],
  ['the policy says the tenant, to read and to write', /^deals$/, `alter policy tenant on app.deals with check (true)`],
  ['primary and unique keys begin with the tenant', /bad_code_key$/, table('code text, unique (code)')],
  [
    'primary and unique keys begin with the tenant',
    /deals_lost$/,
    'create unique index deals_lost on app.deals (id, workspace_id)',
  ],
  [
    'every tenant table has a primary key',
    /^bad$/,
    'create table app.bad (organization_id uuid not null, workspace_id uuid not null)',
  ],
  ['indexes begin with the tenant', /deals_lost$/, 'create index deals_lost on app.deals (stage)'],
  ['indexes begin with the tenant', /deals_lost$/, 'create index deals_lost on app.deals (lower(stage))'],
  [
    'foreign keys begin with the tenant on both sides',
    /^bad\./,
    `create unique index deals_by_id on app.deals (id); ${table('deal_id uuid references app.deals (id)')}`,
  ],
  [
    'every foreign key has an index that begins with its columns',
    /^bad\./,
    table('deal_id uuid, foreign key (workspace_id, deal_id) references app.deals (workspace_id, id)'),
  ],
  [
    'every foreign key has an index that begins with its columns',
    /^workspace_members\./,
    'drop index app.workspace_members_user',
  ],
  [
    'every foreign key has an index that begins with its columns',
    /^orders\./,
    `drop index app.orders_workspace_id_supplier_id_idx;
      create index on app.orders (workspace_id, supplier_id) where supplier_id is not null and deleted_at is null`,
  ],
  [
    'an index of a reference that may be empty holds only the rows that have it',
    /orders_by_supplier$/,
    'create index orders_by_supplier on app.orders (workspace_id, supplier_id)',
  ],
  ['the application has no views', /^bad$/, 'create view app.bad as select * from app.deals'],
  ['only reviewed functions run as somebody else', /^bad$/, definer('bad', 'set search_path = pg_catalog, app')],
  [
    'a function that runs as somebody else has a fixed search path and an owner who cannot sign in',
    /^ready_deliveries$/,
    'alter function app.ready_deliveries(int) reset search_path',
  ],
  [
    'a function that runs as somebody else has a fixed search path and an owner who cannot sign in',
    /^ready_deliveries$/,
    'alter function app.ready_deliveries(int) owner to current_user',
  ],
  ['the application owns nothing', /^deals$/, 'alter table app.deals owner to erp_app'],
  ['the application may change rows and nothing else', /^deals$/, 'grant truncate on app.deals to erp_app'],
  ['the application may change rows and nothing else', /^app$/, 'grant create on schema app to erp_app'],
  ['the application is nobody else and cannot become anybody', /^erp_definer$/, 'grant erp_definer to erp_app'],
  ['every change leaves an audit row, unless the table is exempt', /^bad$/, table()],
  [
    'every change leaves an audit row, unless the table is exempt',
    /^deals$/,
    'alter table app.deals disable trigger audit_delete',
  ],
  [
    'an audited row can be told by its id',
    /^bad$/,
    'create table app.bad (organization_id uuid not null, workspace_id uuid not null, code text, primary key (workspace_id, code)); select app.secure_tables()',
  ],
  [
    'the audit can be read, and never written, by the application',
    /^audit_logs$/,
    'grant update (reason) on app.audit_logs to erp_app',
  ],
  [
    'the reviewed lists are not the application’s to change',
    /^global_table$/,
    'grant insert on app.global_table to erp_app',
  ],
]

test.each(careless)('%s: finds %s', async (rule, finding, deed) => {
  await admin.query('begin')
  try {
    await admin.query(deed)
    const found = await findings(catalogueRules.find((each) => each.rule === rule)!.findings)
    expect(found.filter((name) => finding.test(name))).not.toEqual([])
  } finally {
    await admin.query('rollback')
  }
})

test('every rule has its careless deed', () => {
  expect(catalogueRules.map(({ rule }) => rule).filter((rule) => !careless.some(([each]) => each === rule))).toEqual([])
})

test('the reviewed list names functions that exist, and the wall stands before a fair number of tables', async () => {
  const known = await findings(
    `select distinct proname as name from pg_proc where pronamespace = 'app'::regnamespace and prosecdef`,
  )
  expect(known).toEqual([...definerFunctions])
  const walled = await findings(
    `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' and relforcerowsecurity`,
  )
  expect(walled.length).toBeGreaterThan(60)
})

test('a table that the migrations secure passes every rule', async () => {
  await admin.query('begin')
  try {
    await admin.query(`set local role erp_owner; ${table()}; select app.secure_tables(); reset role`)
    for (const { rule, findings: question } of catalogueRules) expect(await findings(question), rule).toEqual([])
  } finally {
    await admin.query('rollback')
  }
})

function table(more = ''): string {
  return `create table app.bad (organization_id uuid not null, workspace_id uuid not null, id uuid not null, primary key (workspace_id, id)${more && ', ' + more})`
}

function definer(name: string, setting: string): string {
  return `create function app.${name}() returns int language sql security definer ${setting} as 'select 1'`
}
