import pg from 'pg'

/**
 * The floor: one transaction a deal that writes the rows of a sample chain again under new ids, one set-based named statement a
 * table, in the same schema, as the application role under row-level security with the audit triggers. It decides nothing and
 * checks nothing; what it writes is equal by construction, and counted.
 */
export async function floorOf({ admin, appUrl, organizationId, workspaceId, correlationId, orderId, newId }) {
  const rowsOf = async (table, condition, values) =>
    (
      await admin.query(`select to_jsonb(t) as row from ${table} t where workspace_id = $1 and ${condition}`, [
        workspaceId,
        ...values,
      ])
    ).rows.map((r) => r.row)
  const byOrder = 'order_id = $2'
  const sources = [
    ['orders', 'id = $2', [orderId]],
    ['order_items', byOrder, [orderId]],
    ['order_status_history', byOrder, [orderId]],
    ['stock_reservations', byOrder, [orderId]],
    [
      'order_item_allocations',
      'order_item_id in (select id from order_items where workspace_id = $1 and order_id = $2)',
      [orderId],
    ],
    ['picking_orders', byOrder, [orderId]],
    [
      'picking_order_lines',
      'picking_order_id in (select id from picking_orders where workspace_id = $1 and order_id = $2)',
      [orderId],
    ],
    ['delivery_orders', 'source_order_id = $2', [orderId]],
    ['invoices', byOrder, [orderId]],
    ['invoice_items', 'invoice_id in (select id from invoices where workspace_id = $1 and order_id = $2)', [orderId]],
    [
      'customer_ledger_entries',
      'document_id in (select id from invoices where workspace_id = $1 and order_id = $2)',
      [orderId],
    ],
    ['outbox_events', 'correlation_id = $2', [correlationId]],
    [
      'event_deliveries',
      'event_id in (select id from outbox_events where workspace_id = $1 and correlation_id = $2)',
      [correlationId],
    ],
    ['orchestrator_runs', 'correlation_id = $2', [correlationId]],
    [
      'orchestrator_steps',
      'run_id in (select id from orchestrator_runs where workspace_id = $1 and correlation_id = $2)',
      [correlationId],
    ],
  ]
  const chain = []
  for (const [table, condition, values] of sources) {
    const columns = (
      await admin.query(
        `select attname from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '' and attname <> 'xid'`,
        [`app.${table}`],
      )
    ).rows.map((r) => r.attname)
    const list = columns.map((c) => `"${c}"`).join(', ')
    chain.push({
      table,
      rows: await rowsOf(table, condition, values),
      insert: {
        name: `floor_${table}`,
        text: `insert into app.${table} (${list}) select ${list} from jsonb_populate_recordset(null::app.${table}, $1::jsonb)`,
      },
    })
  }
  const items = chain
    .find((part) => part.table === 'stock_reservations')
    .rows.map((row) => row.inventory_item_id)
    .toSorted()
  const customerId = chain[0].rows[0].customer_id
  const text = JSON.stringify(chain.map((part) => part.rows))
  const ids = [...new Set(chain.flatMap((part) => part.rows.map((row) => row.id ?? row.event_id)))]
  const unique = ['order_number', 'picking_number', 'delivery_number', 'source_key', 'invoice_number']
  const pool = new pg.Pool({ connectionString: appUrl, max: 8, options: '-c search_path=pg_catalog,app,public' })
  let made = 0

  async function write() {
    const n = ++made
    let copy = text
    for (const id of ids) copy = copy.replaceAll(id, newId())
    const parts = JSON.parse(copy)
    for (const rows of parts)
      for (const row of rows) for (const key of unique) if (row[key]) row[key] = `F${n}-${row[key]}`.slice(0, 30)
    const client = await pool.connect()
    try {
      await client.query(
        `begin; select set_config('app.organization_id','${organizationId}',true), set_config('app.workspace_id','${workspaceId}',true)`,
      )
      await client.query({
        name: 'floor_customer',
        text: 'update app.customers set balance = balance + 1, version = version + 1 where workspace_id = $1 and id = $2',
        values: [workspaceId, customerId],
      })
      await client.query({
        name: 'floor_lock',
        text: 'select id from app.inventory_items where workspace_id = $1 and id = any($2::uuid[]) order by id for no key update',
        values: [workspaceId, items],
      })
      await client.query({
        name: 'floor_stock',
        text: 'update app.inventory_items set reserved_quantity = reserved_quantity + 1, version = version + 1 where workspace_id = $1 and id = any($2::uuid[])',
        values: [workspaceId, items],
      })
      for (const [i, part] of chain.entries()) {
        if (part.table === 'invoices')
          await client.query({
            name: 'floor_number',
            text: `insert into app.number_sequences as s (organization_id, workspace_id, document_type, year, prefix, next_value) values ($2, $1, 'FLOOR', 2026, 'F', 2) on conflict (workspace_id, document_type, year) do update set next_value = s.next_value + 1 returning next_value`,
            values: [workspaceId, organizationId],
          })
        await client.query({ ...part.insert, values: [JSON.stringify(parts[i])] })
      }
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  }
  return { write, tables: chain.map(({ table, rows }) => ({ table, rows: rows.length })), close: () => pool.end() }
}
