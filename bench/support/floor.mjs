import pg from 'pg'
import { NumberCounter } from '../../server/dist/platform/database/number-counter.js'
import { parsers, sessionOptions } from '../../server/dist/platform/database/session-options.js'

/** The tables of a won deal in the order of their keys; what bears the gapless number comes last. */
const documents = [
  'orders',
  'order_items',
  'order_status_history',
  'deal_stage_history',
  'stock_reservations',
  'order_item_allocations',
  'picking_orders',
  'picking_order_lines',
  'delivery_orders',
]
const numbered = ['invoices', 'invoice_items', 'customer_ledger_entries']
const told = ['outbox_events', 'event_deliveries', 'orchestrator_runs', 'orchestrator_steps']
/** Rows that a floor does not copy: triggers write those of the audit and the board's totals, and the legal number is a row of its own. */
export const left = new Set(['audit_logs', 'deal_totals', 'number_sequences'])

/**
 * Writes the rows of one chain again for any deal: one transaction, one set-based statement a table, by hand. It decides nothing and
 * checks nothing. `schema` is where; `named` says whether PostgreSQL keeps the plans; `lean` leaves numbers, events, deliveries and runs out.
 */
export function floorOf({ url, sample, place, schema = 'app', named = true, lean = false, walls = true }) {
  for (const table of sample.written.keys())
    if (
      ![...documents, ...numbered, ...told, 'deals', 'customers', 'inventory_items'].includes(table) &&
      !left.has(table)
    )
      throw new Error(`the floor does not know ${table}`)
  const pool = new pg.Pool({ connectionString: url, max: 8, options: sessionOptions, types: parsers })
  const counting = new pg.Client({
    connectionString: url,
    options: `${sessionOptions} -c synchronous_commit=off`,
    types: parsers,
  })
  const counter = new NumberCounter(async () => counting)
  const connected = lean ? Promise.resolve() : counting.connect()
  const begin = walls
    ? `begin; select set_config('app.organization_id','${place.organizationId}',true), set_config('app.workspace_id','${place.workspaceId}',true)`
    : 'begin'
  const parts = (tables) => tables.flatMap((table) => (sample.written.get(table)?.made.length ? [partOf(table)] : []))
  const partOf = (table) => {
    const { columns } = sample.written.get(table)
    const list = columns.map((column) => `"${column}"`).join(', ')
    return {
      table,
      text: `insert into ${schema}.${table} (${list}) select ${list} from jsonb_populate_recordset(null::${schema}.${table}, $1::jsonb)`,
    }
  }
  const before = parts(documents)
  const last = parts(lean ? numbered : [...numbered, ...told])
  const dealColumns = sample.changedOfDeal.map((column) => `"${column}"`).join(', ')
  const updates = {
    deal: `update ${schema}.deals d set (${dealColumns}) = (select ${dealColumns} from jsonb_populate_record(null::${schema}.deals, $3::jsonb)), version = version + 1 where d.workspace_id = $1 and d.id = $2`,
    stage: `update ${schema}.deal_stage_history set left_at = now() where workspace_id = $1 and deal_id = $2 and left_at is null`,
    customer: `update ${schema}.customers set balance = balance + $3::bigint, version = version + 1 where workspace_id = $1 and id = $2`,
    lock: `select id from ${schema}.inventory_items where workspace_id = $1 and id = any($2::uuid[]) order by warehouse_id, product_id for no key update`,
    stock: `update ${schema}.inventory_items set reserved_quantity = reserved_quantity + 2, version = version + 1 where workspace_id = $1 and id = any($2::uuid[])`,
    number: `insert into ${schema}.number_sequences as s (organization_id, workspace_id, document_type, year, prefix, next_value) values ($2, $1, 'FLOOR', 2026, 'F', 2)
      on conflict (workspace_id, document_type, year) do update set next_value = s.next_value + 1 returning next_value`,
  }
  const texts = new Map([...before, ...last].map(({ table }) => [table, sample.textOf(table)]))
  const prefix = named ? 'F' : 'U'
  let made = 0

  async function write(deal) {
    await connected
    const turn = ++made
    const own = (type) => (lean ? `${prefix}${type}-${turn}` : counter.next(place, type, 2026))
    const [order, picking, delivery] = await Promise.all(['SO', 'PK', 'DO'].map(own))
    const { workspaceId, organizationId } = place
    const words = sample.wordsFor(deal, { order, picking, delivery, source: `floor-${prefix}${turn}` })
    const rowsOf = (table) => texts.get(table)(words)
    const client = await pool.connect()
    const run = (name, statement, values) =>
      client.query(named ? { name: `${schema}_${name}`, text: statement, values } : { text: statement, values })
    try {
      await client.query(begin)
      await run('lock', updates.lock, [workspaceId, deal.stock])
      await run('deal', updates.deal, [workspaceId, deal.id, JSON.stringify(sample.deal)])
      await run('stage', updates.stage, [workspaceId, deal.id])
      await run('stock', updates.stock, [workspaceId, deal.stock])
      for (const { table, text: insert } of before) await run(table, insert, [rowsOf(table)])
      await run('customer', updates.customer, [workspaceId, deal.customerId, sample.total])
      const number = lean
        ? turn
        : Number((await run('number', updates.number, [workspaceId, organizationId])).rows[0].next_value)
      words.set('@invoice', `${prefix}I-${String(number).padStart(6, '0')}`)
      for (const { table, text: insert } of last) await run(table, insert, [rowsOf(table)])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  }
  return {
    write,
    statements: 5 + before.length + last.length + (lean ? 0 : 1),
    close: async () => {
      await pool.end()
      if (!lean) await counting.end()
    },
  }
}

/**
 * The tables of the chain once more, without triggers, foreign keys and walls; with `walled`, row-level security is on, as in the real ones.
 * What the floor changes (deals, customers, stock) is copied with its rows.
 */
export async function leanSchema(admin, schema, { walled, role }) {
  await admin.query(`create schema ${schema}`)
  for (const table of [
    ...documents,
    ...numbered,
    ...told,
    'deals',
    'customers',
    'inventory_items',
    'number_sequences',
  ]) {
    await admin.query(
      `create table ${schema}.${table} (like app.${table} including defaults including constraints including indexes including identity including generated)`,
    )
    if (walled)
      await admin.query(`alter table ${schema}.${table} enable row level security; alter table ${schema}.${table} force row level security;
        create policy tenant on ${schema}.${table} using (organization_id = (select app.organization_id()) and workspace_id = (select app.workspace_id()))`)
  }
  for (const table of ['deals', 'customers', 'inventory_items']) {
    const columns = await plainColumns(admin, table)
    await admin.query(`insert into ${schema}.${table} (${columns}) select ${columns} from app.${table}`)
  }
  await admin.query(
    `grant usage on schema ${schema} to ${role}; grant select, insert, update on all tables in schema ${schema} to ${role}`,
  )
}

async function plainColumns(admin, table) {
  const { rows } = await admin.query(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as list from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [`app.${table}`],
  )
  return rows[0].list
}
