import type { Company } from './company.js'
import type { Outcome } from './oracle.js'

/** What stands in the database after a deal was won, in the words of the oracle. */
export async function observe(
  company: Company,
  dealId: string,
): Promise<Outcome & { counts: { orders: number; won: number } }> {
  const [row] = await company.sql<{ outcome: Outcome & { counts: { orders: number; won: number } } }>(outcomeOf, [
    dealId,
  ])
  return row!.outcome
}

const list = (select: string) =>
  `coalesce((select json_agg(x.text order by x.text collate "C") from (${select}) x), '[]')`
const micro = (column: string) => `(${column} * 1000000)::bigint::text`

const outcomeOf = `
  with placed as (select * from orders where deal_id = $1 order by created_at limit 1),
  line as (
    select i.*, coalesce(lpad(parent.line_no::text, 2, '0') || '/' || i.product_code, lpad(i.line_no::text, 2, '0')) as name
    from order_items i left join order_items parent on parent.id = i.parent_item_id where i.order_id = (select id from placed)
  ),
  invoice as (select * from invoices where order_id = (select id from placed) and status <> 'CANCELLED')
  select json_build_object(
    'counts', json_build_object('orders', (select count(*)::int from orders where deal_id = $1),
      'won', (select count(*)::int from outbox_events where aggregate_id = $1 and name = 'deal.won')),
    'order', (select json_build_object('type', type, 'status', status, 'fulfillment', fulfillment_status, 'gross', gross_amount::text,
      'discount', discount_amount::text, 'subtotal', subtotal::text, 'tax', tax_amount::text, 'total', total_amount::text) from placed),
    'lines', coalesce((select json_agg(json_build_object('amounts', concat_ws(' ', gross_amount, line_discount_amount, document_discount_share, net_amount,
        tax_amount, total_price), 'name', name, 'product', product_code, 'quantity', ${micro('quantity')}, 'status', status, 'allocations',
        ${list(`select a.kind || ' ' || ${micro('a.quantity')} || ' ' || a.status as text from order_item_allocations a where a.order_item_id = line.id`)})
        order by name collate "C") from line), '[]'),
    'holds', ${list('select reason as text from order_holds where order_id = (select id from placed) and released_at is null')},
    'invoice', (select string_agg(concat_ws(' ', type, status, total_amount), ' and ') from invoice),
    'invoiceLines', ${list("select concat_ws(' ', line_no, net_amount, tax_amount, total_price) as text from invoice_items where invoice_id in (select id from invoice)")},
    'pickings', coalesce((select json_agg(${list(`select line.name || ' ' || line.product_code || ' ' || ${micro('l.quantity')} as text from picking_order_lines l
        join line on line.id = l.order_item_id where l.picking_order_id = k.id`)} order by k.id) from picking_orders k where k.order_id = (select id from placed)), '[]'),
    'productions', ${list(`select concat_ws(' ', line.name, line.product_code, ${micro('m.quantity')}, 'start', ${micro('m.start_quantity')},
        case when m.bom_missing then 'no bom' end,
        (select string_agg(p.code || ' ' || ${micro('r.required_quantity')}, ', ' order by p.code || ' ' || ${micro('r.required_quantity')} collate "C")
         from production_order_materials r join products p on p.id = r.component_id where r.production_order_id = m.id)) as text
        from production_orders m join line on line.id = m.order_item_id`)},
    'requisitions', coalesce((select json_agg(json_build_object('supplier', r.supplier, 'lines', r.lines) order by r.supplier collate "C") from (
        select coalesce(min(s.name), '') as supplier,
          json_agg(line.name || ' ' || line.product_code || ' ' || ${micro('l.quantity')} order by line.name || ' ' || line.product_code || ' ' || ${micro('l.quantity')} collate "C") as lines
        from purchase_requisition_lines l join line on line.id = l.order_item_id left join suppliers s on s.id = l.supplier_id
        group by l.requisition_id, l.supplier_id) r), '[]'),
    'deliveries', (select count(*)::int from delivery_orders where source_order_id = (select id from placed)),
    'tasks', ${list("select type as text from tasks where order_id = (select id from placed) and type in ('SERVICE_DELIVERY', 'DATA_FIX')")},
    'customer', c.status,
    'balance', c.balance::text,
    'ledger', (select coalesce(sum(e.debit - e.credit), 0)::text from customer_ledger_entries e where e.document_id in (select id from invoice)),
    'reserved', ${list(`select p.code || ' ' || ${micro('sum(r.quantity - r.consumed_quantity)')} as text from stock_reservations r join products p on p.id = r.product_id
        join line on line.id = r.owner_id where r.status = 'ACTIVE' group by p.code`)}
  ) as outcome
  from deals d join customers c on c.id = d.customer_id where d.id = $1`

/** Where two outcomes differ, in words; empty when they say the same. */
export function differences(expected: unknown, actual: unknown, at = ''): string[] {
  if (typeof expected !== 'object' || typeof actual !== 'object' || expected === null || actual === null)
    return expected === actual ? [] : [`${at}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`]
  const one = expected as Record<string, unknown>
  const other = actual as Record<string, unknown>
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) =>
    differences(one[key], other[key], `${at}.${key}`),
  )
}
