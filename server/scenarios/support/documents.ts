import { tell } from './canonical.js'
import type { Company } from './company.js'

/** What one deal and its buyer have become: the rows of each table, without what chance decides. */
export type Documents = Record<string, string[]>

/** Which rows belong to a deal: `$1` workspace, `$2` deal; the sets of ids that they hang on are named in `chain`. */
const belonging: Readonly<Record<string, string>> = {
  deals: 'id = $2',
  deal_products: 'deal_id = $2',
  deal_stage_history: 'deal_id = $2',
  deal_activities: 'deal_id = $2',
  customers: 'id = (select id from buyer)',
  customer_status_history: 'customer_id = (select id from buyer)',
  customer_ledger_entries: 'party_id = (select id from buyer)',
  customer_letters: 'customer_id = (select id from buyer)',
  orders: 'deal_id = $2',
  order_items: 'order_id in (select id from chain)',
  order_item_allocations: 'order_item_id in (select id from item)',
  order_status_history: 'order_id in (select id from chain)',
  order_holds: 'order_id in (select id from chain)',
  order_cancellations: 'order_id in (select id from chain)',
  invoices: 'order_id in (select id from chain)',
  invoice_items: 'order_item_id in (select id from item)',
  payments: 'customer_id = (select id from buyer)',
  payment_allocations:
    'payment_id in (select id from payments where workspace_id = $1 and customer_id = (select id from buyer))',
  refunds: 'customer_id = (select id from buyer)',
  stock_reservations: 'order_id in (select id from chain) or owner_id in (select id from item)',
  stock_movements: 'reference_id in (select id from chain) or reference_line_id in (select id from item)',
  picking_orders: 'order_id in (select id from chain)',
  picking_order_lines: 'order_item_id in (select id from item)',
  production_orders: 'order_item_id in (select id from item)',
  production_order_materials:
    'production_order_id in (select id from production_orders where workspace_id = $1 and order_item_id in (select id from item))',
  purchase_requisition_lines: 'order_item_id in (select id from item)',
  shipments: 'order_id in (select id from chain)',
  shipment_lines: 'order_item_id in (select id from item)',
  delivery_orders: 'source_order_id in (select id from chain)',
  delivery_order_lines: 'order_item_id in (select id from item)',
  tasks: 'deal_id = $2 or order_id in (select id from chain)',
  outbox_events: 'aggregate_id in (select id from chain) or aggregate_id = (select id from buyer)',
  orchestrator_runs: 'subject_id in (select id from chain)',
}

/** A run may go past midnight. */
const day = /\b\d{4}-\d{2}-\d{2}\b/g

/** Made of ids among others. */
const fingerprint = /\b[0-9a-f]{64}\b/g

/** Steps of the way differ between two runs by nature: in which order, how long, in what name. */
const onlyNamed: Readonly<Record<string, string>> = {
  outbox_events: `jsonb_build_object('name', name)`,
  orchestrator_runs: `jsonb_build_object('orchestrator', orchestrator)`,
}

const look = `
  with buyer as (select customer_id as id from deals where workspace_id = $1 and id = $2),
    chain as (select id from orders where workspace_id = $1 and deal_id = $2 union all select $2::uuid),
    item as (select id from order_items where workspace_id = $1 and order_id in (select id from chain))
  ${Object.entries(belonging)
    .map(
      ([table, mine]) =>
        `select '${table}' as "table", ${onlyNamed[table] ?? 'to_jsonb(t)'} as row from ${table} t where workspace_id = $1 and (${mine})`,
    )
    .join('\n  union all ')}`

/** Everything that hangs on a deal. Two deals of the same buyer's kind to which the same happened have the same documents. */
export async function documentsOf({ sql, workspaceId }: Company, dealId: string): Promise<Documents> {
  const rows = await sql<{ table: string; row: Record<string, unknown> }>(look, [workspaceId, dealId])
  const found: Record<string, string[]> = {}
  for (const { table, row } of rows) (found[table] ??= []).push(tell(row).replace(day, '~').replace(fingerprint, '&'))
  return Object.fromEntries(
    Object.entries(found)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([table, told]) => [table, told.toSorted()]),
  )
}

/** Whether two deals have the same documents. */
export const same = (one: Documents, other: Documents): boolean => JSON.stringify(one) === JSON.stringify(other)
