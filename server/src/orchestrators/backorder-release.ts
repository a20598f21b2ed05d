import { sql } from '../platform/database/statement.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import type { DomainEvent } from '../platform/outbox/events.js'
import type { InlineListener } from '../platform/outbox/listener.js'
import { orderAcceptance } from './order-acceptance.js'
import { orderFulfillment } from './order-fulfillment.js'

/** Orders at one arrival; the next delivery of the same product serves the rest. */
const ordersAtMost = 50

/**
 * Goods that arrived or became free serve the lines that wait for them: first the order they were made for, then by priority, wanted day
 * and confirmation; then the orders that are held because they were not in stock. All are locked before any stock, in one order of ids;
 * then each is visited by its own fulfilment or acceptance.
 */
export const backorderRelease: InlineListener = {
  name: 'backorder-release',
  hear: async (work, event) => {
    const productId = event.payload.productId as string
    const waiting = await work.rows<{ id: string; turn: number; isHeld: boolean; customerId: string }>(lockWaiting, [
      work.workspaceId,
      productId,
      madeFor(event),
      ordersAtMost,
    ])
    const held = waiting.filter((order) => order.isHeld)
    // Their acceptance locks their customers, who come before any stock.
    if (held.length > 0) await work.rows(lockCustomers, [work.workspaceId, held.map((order) => order.customerId)])
    for (const order of waiting.toSorted((a, b) => a.turn - b.turn)) {
      if (!(await anyLeft(work, productId))) return
      const visited = order.isHeld ? orderAcceptance : orderFulfillment
      await visited.visit(work, order.id, 'QUEUED', event.id)
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

// From what is open to its orders: of the orders of all times only those that wait are looked at.
const lockWaiting = sql`
  with wanted as (
    select i.order_id, false as held from app.order_item_allocations a join app.order_items i on i.workspace_id = a.workspace_id and i.id = a.order_item_id
    where a.workspace_id = $1 and a.status = 'OPEN' and a.kind in ('PRODUCTION', 'PURCHASE') and i.product_id = $2
    union
    select h.order_id, true from app.order_holds h join app.order_items i on i.workspace_id = h.workspace_id and i.order_id = h.order_id
    where h.workspace_id = $1 and h.reason = 'STOCK' and h.released_at is null and i.product_id = $2
  ), waiting as (
    select o.id, row_number() over (
      order by held, o.id = (select m.sales_order_id from app.production_orders m where m.workspace_id = $1 and m.id = $3::uuid) desc nulls last,
        array_position(array['CRITICAL', 'URGENT', 'HIGH', 'NORMAL', 'LOW'], o.priority), o.requested_delivery_date nulls last, o.confirmed_at, o.id)::int as turn
    from wanted join app.orders o on o.workspace_id = $1 and o.id = wanted.order_id
    where case when held then o.status = 'ON_HOLD' else o.status in ('CONFIRMED', 'PROCESSING', 'READY') end
  )
  select o.id, w.turn, o.status = 'ON_HOLD' as "isHeld", o.customer_id as "customerId" from app.orders o join (select * from waiting where turn <= $4) w on w.id = o.id
  where o.workspace_id = $1 order by o.id for no key update of o`

const lockCustomers = sql`select id from app.customers where workspace_id = $1 and id = any($2::uuid[]) order by id for no key update`

const available = sql`
  select 1 from app.inventory_items i join app.warehouses w on w.workspace_id = i.workspace_id and w.id = i.warehouse_id and w.is_sellable
  where i.workspace_id = $1 and i.product_id = $2 and i.available_quantity > 0 limit 1`
