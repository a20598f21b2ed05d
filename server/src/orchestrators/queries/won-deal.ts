import type { WonDeal } from '@prometric/contracts/won-deal'
import { type VatDifference, vatDifferencesSql, vatWarnings } from '../../modules/pricing/public.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { placedOrder } from './placed-order.js'

/** Everything that exists because a deal was won, in one statement. Asked again later it answers the same, with today's statuses. */
export async function wonDealOf(work: UnitOfWork, dealId: string): Promise<WonDeal> {
  const values = [work.workspaceId, work.organizationId, dealId, work.tenant.correlationId]
  const { won, differences } = (await work.row<Row>(wonDeal, values))!
  return { ...won, warnings: vatWarnings(work.actor.language, differences) }
}

interface Row {
  readonly won: Omit<WonDeal, 'warnings'>
  readonly differences: readonly VatDifference[]
}

const ids = (table: string, condition: string) => ({
  text: `coalesce((select json_agg(x.id order by x.created_at, x.id) from app.${table} x where x.workspace_id = $1 and ${condition}), '[]')`,
})

const wonDeal = sql`
  with placed as (
    ${placedOrder('$3')}
  )
  select json_build_object(
    'correlationId', coalesce((select e.correlation_id from app.outbox_events e where e.workspace_id = $1 and e.aggregate_id = d.id and e.name = 'deal.won' order by e.pos desc limit 1), $4::uuid),
    'pending', placed.id is null,
    'deal', json_build_object('id', d.id, 'dealNumber', d.deal_number, 'stage', d.stage, 'value', app.money(d.value), 'version', d.version),
    'order', case when placed.id is not null then json_build_object('id', placed.id, 'orderNumber', placed.order_number, 'status', placed.status,
      'fulfillmentStatus', placed.fulfillment_status, 'totalAmount', app.money(placed.total_amount)) end,
    'invoice', (select json_build_object('id', i.id, 'invoiceNumber', i.invoice_number, 'type', i.type, 'status', i.status, 'totalAmount', app.money(i.total_amount))
      from app.invoices i where i.workspace_id = $1 and i.order_id = placed.id and i.status <> 'CANCELLED' order by i.type = 'STANDARD' desc limit 1),
    'productionOrderIds', ${ids('production_orders', 'x.sales_order_id = placed.id')},
    'pickingOrderIds', ${ids('picking_orders', 'x.order_id = placed.id')},
    'requisitionIds', coalesce((select json_agg(distinct l.requisition_id) from app.purchase_requisition_lines l join app.order_items i on i.workspace_id = $1 and i.id = l.order_item_id
      where l.workspace_id = $1 and i.order_id = placed.id), '[]'),
    'deliveryOrderId', (select x.id from app.delivery_orders x where x.workspace_id = $1 and x.source_order_id = placed.id order by x.created_at, x.id limit 1),
    'taskIds', ${ids('tasks', 'x.order_id = placed.id')},
    'holds', coalesce((select json_agg(h.reason) from app.order_holds h where h.workspace_id = $1 and h.order_id = placed.id and h.released_at is null), '[]')
  ) as won, coalesce((select json_agg(v) from (${vatDifferencesSql({
    from: `(select i.* from app.order_items i where i.workspace_id = $1 and i.order_id = (select id from placed) and i.parent_item_id is null) line`,
    day: `coalesce(line.vat_date, (select order_date from placed))`,
    willChange: 'false',
  })}) v), '[]') as differences
  from app.deals d left join placed on true where d.workspace_id = $1 and d.id = $3`
