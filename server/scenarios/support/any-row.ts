import type pg from 'pg'

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly needed: boolean
}

/** The tables behind the tenant wall, by the catalogue. */
export async function walledTables(admin: pg.Client): Promise<Array<{ name: string; inWorkspace: boolean }>> {
  const { rows } = await admin.query<{ name: string; inWorkspace: boolean }>(
    `select c.relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id') as "inWorkspace"
     from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname not in (select name from app.global_table) order by 1`,
  )
  return rows
}

/**
 * Lets any row stand: drops the checks, so that every table can be given a row for every tenant. For databases that look at nothing but
 * the walls.
 */
export async function dropChecks(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ command: string }>(
    `select format('alter table app.%I drop constraint %I', c.relname, k.conname) as command from pg_constraint k join pg_class c on c.oid = k.conrelid
     where c.relnamespace = 'app'::regnamespace and k.contype in ('c', 'x')`,
  )
  for (const { command } of rows) await admin.query(command)
}

/** Puts one row into a table for a tenant, past walls, keys and triggers. */
export async function anyRow(
  admin: pg.Client,
  table: string,
  tenant: { organizationId: string; workspaceId: string },
  columns: readonly Column[],
): Promise<void> {
  const own = columns.filter((column) => column.table === table)
  const given: ReadonlyArray<readonly [string, string]> = own.flatMap((column) => {
    if (column.name === 'organization_id') return [[column.name, `'${tenant.organizationId}'`] as const]
    if (column.name === 'workspace_id') return [[column.name, `'${tenant.workspaceId}'`] as const]
    return column.needed ? [[column.name, valueOf(column.type)] as const] : []
  })
  await admin.query(
    `insert into app.${table} (${given.map(([name]) => name).join(', ')}) values (${given.map(([, value]) => value).join(', ')})`,
  )
}

/** Every column, and whether an insert must name it. */
export async function allColumns(admin: pg.Client): Promise<Column[]> {
  const { rows } = await admin.query<Column>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
       a.attnotnull and not a.atthasdef and a.attidentity = '' and a.attgenerated = '' as needed
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
  )
  return rows
}

function valueOf(type: string): string {
  if (type === 'uuid') return 'gen_random_uuid()'
  if (/^(big|small)?int|^numeric/.test(type)) return '1'
  if (type === 'boolean') return 'false'
  if (type.startsWith('json')) return `'{}'`
  if (type === 'date' || type.startsWith('timestamp')) return 'now()'
  if (type.endsWith('[]')) return `'{}'`
  if (type === 'daterange') return `'[2026-01-01,2027-01-01)'`
  if (type === 'inet') return `'127.0.0.1'`
  return `left(md5(random()::text), ${/\((\d+)\)/.exec(type)?.[1] ?? 30})::${type}`
}
