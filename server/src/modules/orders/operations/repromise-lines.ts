import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

export interface Repromised {
  readonly orderId: string
  readonly orderNumber: string
  readonly salesRepId: string | null
  readonly version: number
  readonly customerId: string
  readonly dealId: string | null
  readonly promisedDate: string
}

/**
 * Moves the promise of open lines of a product to the day on which it can be kept: when what is being made or bought can arrive, no
 * sooner than a lead time after it was asked for; a lead time from today for what is overdue and for what nobody supplies yet. A promise
 * is only ever put off, and an order is never promised before its lines. Locks the orders, in the order of their ids.
 */
export async function repromiseLines(work: UnitOfWork, productId: string): Promise<Repromised[]> {
  const orders = await work.rows<{ id: string }>(lockOrders, [work.workspaceId, productId])
  if (orders.length === 0) return []
  const moved = await work.rows<Repromised>(move, [work.workspaceId, productId, orders.map(({ id }) => id), work.today])
  for (const { orderId, version, customerId, dealId, promisedDate } of moved) {
    work.announce({
      name: 'order.updated',
      aggregateType: 'order',
      aggregateId: orderId,
      aggregateVersion: version,
      payload: { orderId, customerId, dealId, changes: { promisedDate } },
    })
  }
  return moved
}

const lockOrders = sql`
  select o.id from app.orders o where o.workspace_id = $1 and o.status in ('PROCESSING', 'READY') and exists (
    select from app.order_items i where i.workspace_id = $1 and i.order_id = o.id and i.product_id = $2 and i.status not in ('CANCELLED', 'DELIVERED', 'SHIPPED'))
  order by o.id for no key update`

const move = sql`
  with open_line as (
    select i.id, i.order_id, i.promised_date as was, greatest(i.promised_date, arriving.expected, case when i.quantity - i.quantity_cancelled > arriving.allocated
      then $4::date + coalesce(product.lead_time_days, 7) end) as promised
    from app.order_items i join app.products product on product.workspace_id = i.workspace_id and product.id = i.product_id
    cross join lateral (
      select max(case when coming.day < $4::date then $4::date + coalesce(product.lead_time_days, 7) else coming.day end) as expected,
        coalesce(sum(a.quantity), 0) as allocated, count(coming.day) > 0 as waits
      from app.order_item_allocations a
      left join lateral (select greatest(a.expected_date, a.created_at::date + product.lead_time_days) as day
        where a.status = 'OPEN' and a.kind in ('PRODUCTION', 'PURCHASE')) coming on true
      where a.workspace_id = $1 and a.order_item_id = i.id and a.status <> 'CANCELLED'
    ) arriving
    where i.workspace_id = $1 and i.product_id = $2 and i.order_id = any($3::uuid[]) and (arriving.waits or i.quantity - i.quantity_cancelled > arriving.allocated)
  ), line as (
    update app.order_items i set promised_date = open_line.promised, version = i.version + 1, updated_at = app.now()
    from open_line where i.workspace_id = $1 and i.id = open_line.id and open_line.promised is distinct from i.promised_date
  ), late as (
    select order_id, max(promised) as promised, bool_or(promised is distinct from was) as moved from open_line group by order_id
  )
  update app.orders o set promised_date = greatest(o.promised_date, late.promised), version = o.version + 1, updated_at = app.now()
  from late where o.workspace_id = $1 and o.id = late.order_id and (late.moved or late.promised > o.promised_date or o.promised_date is null)
  returning o.id as "orderId", o.order_number as "orderNumber", o.sales_rep_id as "salesRepId", o.version, o.customer_id as "customerId", o.deal_id as "dealId",
    o.promised_date as "promisedDate"`
