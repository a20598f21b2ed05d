import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statement } from '../src/platform/database/statement.js'
import { allColumns, anyRow, dropChecks, walledTables } from './support/any-row.js'
import { twoOrganizations } from './support/two-organizations.js'

/** The walls of the database alone: no operation, no query of ours stands between the statement and another tenant's row. */
let house: Awaited<ReturnType<typeof twoOrganizations>>
let tables: Array<{ name: string; inWorkspace: boolean }>

beforeAll(async () => {
  house = await twoOrganizations()
  const { admin } = house
  tables = await walledTables(admin)
  await dropChecks(admin)
  const columns = await allColumns(admin)
  await admin.query('set session_replication_role = replica')
  for (const { name } of tables) {
    if (name !== 'workspaces')
      for (const tenant of [house.mine, house.sister, house.foreign]) await anyRow(admin, name, tenant, columns)
  }
  await admin.query('set session_replication_role = origin')
})
afterAll(() => house.close())

/** What a statement did as the application in a tenant's context: how many rows, or the code of its refusal. Undone afterwards. */
async function attempt(text: string, tenant = house.mine): Promise<number | string> {
  let rows = -1
  const done = house.database.run(house.tenantOf(tenant), async (work) => {
    rows = (await work.rows(statement(text))).length
    throw new Undone()
  })
  return done.then(
    () => 'committed',
    (error: { code?: string }) => (error instanceof Undone ? rows : (error.code ?? String(error))),
  )
}
class Undone extends Error {}

const not = (inWorkspace: boolean) =>
  inWorkspace ? `workspace_id <> '${house.mine.workspaceId}'` : `organization_id <> '${house.mine.organizationId}'`
const theRow = (inWorkspace: boolean, of: { organizationId: string; workspaceId: string }) =>
  `organization_id = '${of.organizationId}'${inWorkspace ? ` and coalesce(workspace_id, '${of.workspaceId}') = '${of.workspaceId}'` : ''}`
/** Three tenants have a row in every table; this says it of what the truth holds. */
const truth = async (text: string) => Number((await house.admin.query<{ count: string }>(text)).rows[0]!.count)

/** Every statement of one kind over every table, and where it did what it must not. */
async function everywhere(
  expected: ReadonlyArray<number | string>,
  text: (table: string, inWorkspace: boolean) => string,
): Promise<void> {
  const wrong: Array<readonly [string, number | string]> = []
  for (const { name, inWorkspace } of tables) {
    const outcome = await attempt(text(name, inWorkspace))
    if (!expected.includes(outcome)) wrong.push([name, outcome])
  }
  expect(wrong).toEqual([])
}

test('the tables are many, and strangers have rows in each', async () => {
  expect(tables.length).toBeGreaterThan(60)
  for (const { name, inWorkspace } of tables)
    expect(await truth(`select count(*) from app.${name} where ${not(inWorkspace)}`), name).toBeGreaterThan(0)
})

describe('in a tenant’s context', () => {
  test('its own rows are seen', async () => {
    for (const { name, inWorkspace } of tables) {
      const own = await truth(`select count(*) from app.${name} where ${theRow(inWorkspace, house.mine)}`)
      expect(await attempt(`select 1 from app.${name}`), name).toBe(own)
      expect(own).toBeGreaterThan(0)
    }
  })

  test('no row of a stranger is', () =>
    everywhere([0], (name, inWorkspace) => `select 1 from app.${name} where ${not(inWorkspace)}`))

  test('no row of a stranger is changed or deleted', async () => {
    await everywhere(
      [0, '42501'],
      (name, inWorkspace) =>
        `update app.${name} set organization_id = organization_id where ${not(inWorkspace)} returning 1`,
    )
    await everywhere(
      [0, '42501'],
      (name, inWorkspace) => `delete from app.${name} where ${not(inWorkspace)} returning 1`,
    )
  })

  test('no row is given to a stranger', async () => {
    const { organizationId, workspaceId } = house.foreign
    await everywhere(
      ['42501'],
      (name, inWorkspace) =>
        `update app.${name} set organization_id = '${organizationId}'${inWorkspace ? `, workspace_id = '${workspaceId}'` : ''}`,
    )
    await everywhere(
      ['42501'],
      (name) =>
        `insert into app.${name} (${columnsFor(name)}) select ${columnsFor(name)} from jsonb_populate_record(null::app.${name}, '${theirs}'::jsonb)`,
    )
  })

  test('nor to the workspace beside it', async () => {
    const inWorkspaces = tables
    tables = inWorkspaces.filter(({ inWorkspace }) => inWorkspace)
    await everywhere(
      ['42501'],
      (name) => `update app.${name} set workspace_id = '${house.sister.workspaceId}'`,
    ).finally(() => (tables = inWorkspaces))
  })

  const columnsFor = (name: string) =>
    tables.find((table) => table.name === name)!.inWorkspace ? 'organization_id, workspace_id' : 'organization_id'
  let theirs = ''
  beforeAll(() => {
    theirs = JSON.stringify({ organization_id: house.foreign.organizationId, workspace_id: house.foreign.workspaceId })
  })
})

test('without a context nothing is seen and nothing changes', async () => {
  const client = new pg.Client({ connectionString: house.appUrl })
  await client.connect()
  const outcome = (text: string) =>
    client.query(text).then(
      (result) => result.rowCount,
      (error: { code: string }) => error.code,
    )
  for (const { name } of tables) {
    expect(await outcome(`select 1 from app.${name}`), name).toBe('42501')
    expect(await outcome(`delete from app.${name}`), name).toBe('42501')
    await client.query('begin')
    await client.query(`select set_config('app.organization_id', $1, true)`, [house.mine.organizationId])
    await client.query('commit')
    // After its transaction the setting is '' rather than null, which must be as good as nothing.
    expect(await outcome(`select 1 from app.${name}`), name).toBe('42501')
  }
  await client.end()
})

test('where a wall is down, this test sees through it', async () => {
  await house.admin.query('alter table app.deals disable row level security')
  expect(await attempt(`select 1 from app.deals where ${not(true)}`)).toBe(2)
  await house.admin.query('alter table app.deals enable row level security')
  expect(await attempt(`select 1 from app.deals where ${not(true)}`)).toBe(0)
})

test('numbers are taken where one stands and nowhere else', async () => {
  const take = ({ organizationId, workspaceId }: typeof house.mine) =>
    attempt(`select * from app.take_numbers('${organizationId}', '${workspaceId}', '{DEAL}', '{2026}', '{1}')`)
  expect(await take(house.mine)).toBe(1)
  expect([await take(house.sister), await take(house.foreign)]).toEqual(['42501', '42501'])
})
