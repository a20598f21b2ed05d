import { holdSentence } from '@prometric/contracts/hold-labels'
import type { HoldReason } from '@prometric/contracts/orders'
import type { WinPreview } from '@prometric/contracts/won-deal'
import { detailsFor } from '../../modules/orders/queries/hold-explanation.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { placedOrder } from './placed-order.js'

/** What the win of this transaction made, told by lines. Asked inside a rehearsal, just before it is undone. */
export async function winPreviewOf(work: UnitOfWork, dealId: string): Promise<WinPreview> {
  const { preview } = (await work.row<{ preview: WinPreview }>(winPreview, [work.workspaceId, dealId]))!
  return { ...preview, holds: preview.holds.map((hold) => told(work, hold)) }
}

function told(work: UnitOfWork, hold: Omit<WinPreview['holds'][number], 'sentence'>): WinPreview['holds'][number] {
  const reason = hold.reason as HoldReason
  const details = detailsFor(work, reason, hold.details)
  return { reason, details, sentence: holdSentence(work.actor.language, reason, details) }
}

const allocated = (kind: string) => ({
  text: `coalesce((select sum(a.quantity) from app.order_item_allocations a
      where a.workspace_id = $1 and a.order_item_id = i.id and a.kind = '${kind}' and a.status <> 'CANCELLED'), 0)`,
})

const winPreview = sql`
  with placed as (
    ${placedOrder('$2')}
  ), line as (
    select i.*, ${allocated('STOCK')} as from_stock, ${allocated('PRODUCTION')} as to_produce, ${allocated('PURCHASE')} as to_buy
    from app.order_items i join placed on i.order_id = placed.id where i.workspace_id = $1
  )
  select json_build_object(
    'order', json_build_object('status', o.status, 'totalAmount', app.money(o.total_amount), 'subtotal', app.money(o.subtotal), 'taxAmount', app.money(o.tax_amount),
      'promisedDate', o.promised_date, 'requestedDeliveryDate', o.requested_delivery_date),
    'invoice', (select json_build_object('type', i.type, 'status', i.status, 'totalAmount', app.money(i.total_amount), 'dueDate', i.due_date)
      from app.invoices i where i.workspace_id = $1 and i.order_id = o.id and i.status <> 'CANCELLED' order by i.type = 'STANDARD' desc limit 1),
    'lines', coalesce((select json_agg(json_build_object('lineNo', l.line_no, 'isComponent', l.parent_item_id is not null, 'productId', l.product_id,
      'productCode', l.product_code, 'productName', l.product_name, 'productType', l.product_type, 'unit', l.unit, 'quantity', l.quantity,
      'fromStock', l.from_stock, 'toProduce', l.to_produce, 'toBuy', l.to_buy, 'expectedDate', l.promised_date,
      'bomMissing', exists (select from app.production_orders p where p.workspace_id = $1 and p.order_item_id = l.id and p.bom_missing)
      ) order by l.line_no) from line l), '[]'),
    'holds', coalesce((select json_agg(json_build_object('reason', h.reason, 'details', h.details) order by h.placed_at, h.id)
      from app.order_holds h where h.workspace_id = $1 and h.order_id = o.id and h.released_at is null), '[]'),
    'pickingOrders', (select count(*) from app.picking_orders p where p.workspace_id = $1 and p.order_id = o.id),
    'hasDelivery', exists (select from app.delivery_orders d where d.workspace_id = $1 and d.source_order_id = o.id),
    'scheduledDate', (select min(d.scheduled_date) from app.delivery_orders d where d.workspace_id = $1 and d.source_order_id = o.id),
    'services', (select count(*) from line l where l.product_type = 'SERVICE'),
    'customer', (select json_build_object('id', c.id, 'name', c.name, 'becomes', c.status) from app.customers c where c.workspace_id = $1 and c.id = o.customer_id)
  ) as preview
  from placed o`
