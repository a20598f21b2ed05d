/**
 * What one transaction has written, table by table: the rows that it made and those that it changed. Read past every wall, right after it.
 * `before` holds the ids of all rows until then.
 */
export async function writtenBy(admin, { workspaceId, xid, before }) {
  const written = new Map()
  for (const table of await tenantTables(admin)) {
    const { rows } = await admin.query(
      `select to_jsonb(t) as row from app.${table} t where workspace_id = $1 and xmin::text = ($2::text::numeric % 4294967296)::text`,
      [workspaceId, xid],
    )
    if (rows.length === 0) continue
    const known = before.get(table)
    const isOld = ({ row }) => known?.has(row.id)
    written.set(table, {
      made: rows.filter((found) => !isOld(found)).map(({ row }) => row),
      changed: rows.filter(isOld).map(({ row }) => row),
      columns: await columnsOf(admin, table),
    })
  }
  return written
}

/** The ids of everything that is there. */
export async function idsOf(admin, workspaceId) {
  const ids = new Map()
  for (const table of await tenantTables(admin)) {
    const { rows } = await admin.query(
      `select to_jsonb(t) ->> 'id' as id from app.${table} t where workspace_id = $1`,
      [workspaceId],
    )
    ids.set(table, new Set(rows.map(({ id }) => id)))
  }
  return ids
}

/** How many rows each table of the workspace has. */
export async function rowCounts(admin, workspaceId) {
  const counts = new Map()
  for (const table of await tenantTables(admin)) {
    const { rows } = await admin.query(`select count(*)::int as count from app.${table} where workspace_id = $1`, [
      workspaceId,
    ])
    counts.set(table, rows[0].count)
  }
  return counts
}

/** The transaction that has said the first event of a chain. */
export async function transactionOf(admin, correlationId) {
  const { rows } = await admin.query(`select xid::text from app.outbox_events where correlation_id = $1 limit 1`, [
    correlationId,
  ])
  return rows[0].xid
}

async function tenantTables(admin) {
  const { rows } = await admin.query(`
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' order by 1`)
  return rows.map(({ relname }) => relname)
}

async function columnsOf(admin, table) {
  const { rows } = await admin.query(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '' and attname <> 'xid'`,
    [`app.${table}`],
  )
  return rows.map(({ name }) => name)
}
