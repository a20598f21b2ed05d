import { sql } from '../platform/database/statement.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import type { DomainEvent } from '../platform/outbox/events.js'
import type { InlineListener } from '../platform/outbox/listener.js'
import { orderFulfillment } from './order-fulfillment.js'

/** Orders at one arrival; the next delivery of the same product serves the rest. */
const ordersAtMost = 50

/**
 * Goods that arrived serve the lines that wait for them: first the order they were made for, then by priority, wanted day and
 * confirmation. All waiting orders are locked before any stock, in one order of ids; then each is visited by its own fulfilment.
 */
export const backorderRelease: InlineListener = {
  name: 'backorder-release',
  hear: async (work, event) => {
    const productId = event.payload.productId as string
    const waiting = await work.rows<{ id: string; turn: number }>(lockWaiting, [
      work.workspaceId,
      productId,
      madeFor(event),
      ordersAtMost,
    ])
    for (const order of waiting.toSorted((a, b) => a.turn - b.turn)) {
      if (!(await anyLeft(work, productId))) return
      await orderFulfillment.visit(work, order.id, 'QUEUED', event.id)
    }
  },
}

const madeFor = (event: DomainEvent) =>
  event.payload.source === 'PRODUCTION_ORDER' || event.payload.referenceType === 'PRODUCTION_ORDER'
    ? (event.payload.sourceId ?? event.payload.referenceId)
    : null

async function anyLeft(work: UnitOfWork, productId: string): Promise<boolean> {
  return (await work.row(available, [work.workspaceId, productId])) !== undefined
}

const lockWaiting = sql`
  with waiting as (
    select o.id, row_number() over (
      order by o.id = (select m.sales_order_id from app.production_orders m where m.workspace_id = $1 and m.id = $3::uuid) desc nulls last,
        array_position(array['CRITICAL', 'URGENT', 'HIGH', 'NORMAL', 'LOW'], o.priority), o.requested_delivery_date nulls last, o.confirmed_at, o.id)::int as turn
    from app.orders o
    where o.workspace_id = $1 and o.status in ('CONFIRMED', 'PROCESSING', 'READY') and exists (
      select from app.order_items i join app.order_item_allocations a on a.workspace_id = i.workspace_id and a.order_item_id = i.id
      where i.workspace_id = $1 and i.order_id = o.id and i.product_id = $2 and a.status = 'OPEN' and a.kind in ('PRODUCTION', 'PURCHASE'))
  )
  select o.id, w.turn from app.orders o join (select * from waiting where turn <= $4) w on w.id = o.id
  where o.workspace_id = $1 order by o.id for no key update of o`

const available = sql`
  select 1 from app.inventory_items i join app.warehouses w on w.workspace_id = i.workspace_id and w.id = i.warehouse_id and w.is_sellable
  where i.workspace_id = $1 and i.product_id = $2 and i.available_quantity > 0 limit 1`
