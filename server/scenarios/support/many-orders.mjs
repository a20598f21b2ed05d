/** An id for the n-th copy of a row, ordered by time as the program's own are. */
const idOf = (table, k = 0) =>
  `(lpad(to_hex(1700000000000 + g), 12, '0') || '7' || lpad(to_hex(${k}), 3, '0') || '8' || substr(md5('${table}' || g), 1, 15))::uuid`

/** Ten orders a customer; these customers are not there, and nobody asks for them. */
const customer = `(lpad(to_hex(1600000000000 + g / 10), 12, '0') || '70008' || substr(md5('customers' || g / 10), 1, 15))::uuid`

/** The tables that grow with every order, what refers to what in them, and the words that must differ. */
const growing = [
  ['deals', { deal_number: `'G-' || g`, customer_id: customer }, {}],
  ['orders', { order_number: `'G-' || g`, source_key: `'grown:' || g`, customer_id: customer }, { deal_id: 'deals' }],
  ['order_items', { line_no: 'k + 1' }, { order_id: 'orders' }],
  ['order_status_history', {}, { order_id: 'orders' }],
  [
    'invoices',
    { invoice_number: `'G-' || g`, source_key: `'grown:' || g`, customer_id: customer },
    { order_id: 'orders', deal_id: 'deals' },
  ],
  ['customer_ledger_entries', { party_id: customer }, { document_id: 'invoices' }],
  [
    'stock_reservations',
    { status: `'CONSUMED'`, consumed_quantity: 'r.quantity' },
    { order_id: 'orders', owner_id: 'order_items' },
  ],
  ['picking_orders', { picking_number: `'G-' || g` }, { order_id: 'orders' }],
  ['delivery_orders', { delivery_number: `'G-' || g` }, { source_order_id: 'orders' }],
  ['outbox_events', { correlation_id: idOf('chain') }, { aggregate_id: 'orders' }],
  ['event_deliveries', { state: `'DONE'` }, { event_id: 'outbox_events', aggregate_id: 'orders' }],
  ['orchestrator_runs', { correlation_id: idOf('chain') }, { subject_id: 'orders' }],
  ['audit_logs', { correlation_id: idOf('chain') }, { entity_id: 'orders' }],
]

/**
 * Copies the rows of a won deal for the turns `from` to `to`: one row a table, three lines an order. Set by set, past walls and triggers;
 * nothing open is left behind, as of orders that were done with long ago.
 */
export async function multiply(pool, sample, { from, to, log }) {
  const client = await pool.connect()
  try {
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set statement_timeout = 0`,
    )
    for (const [table, words, references] of growing) {
      const { made, changed, columns } = sample.written.get(table)
      const row = made[0] ?? changed[0]
      const differs = {
        id: idOf(table, 'k'),
        ...words,
        ...Object.fromEntries(Object.entries(references).map(([column, to]) => [column, idOf(to)])),
      }
      const list = columns.filter((column) => column in row)
      const values = list.map((column) => (column in differs ? `${differs[column]}` : `r."${column}"`))
      const started = performance.now()
      await client.query(
        `insert into app.${table} (${list.map((column) => `"${column}"`).join(', ')}) select ${values.join(', ')}
         from jsonb_populate_record(null::app.${table}, $1::jsonb) r, generate_series($2::bigint, $3::bigint) g, generate_series(0, $4::int) k`,
        [JSON.stringify(row), from, to, table === 'order_items' ? 2 : 0],
      )
      log?.(`${table}: ${((performance.now() - started) / 1000).toFixed(0)} s`)
    }
  } finally {
    await client.query('set session_replication_role = origin')
    client.release()
  }
}
