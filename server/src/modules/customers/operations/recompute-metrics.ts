import { Money } from '../../../kernel/money.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

interface Metrics {
  readonly version: number
  readonly totalPurchases: bigint
  readonly purchaseCount: number
  readonly lifetimeValue: bigint
  readonly predictedLtv: bigint
  readonly averageOrderValue: bigint
}

/**
 * Reads a customer's metrics from the documents again; never adds up. Says so only when something changed. The row is locked first, so
 * that of two recomputations the later one also saw more. The version stays: nobody's edit is in conflict with a sum.
 */
export async function recomputeMetrics(work: UnitOfWork, customerId: string): Promise<boolean> {
  if (!(await work.row(lock, [work.workspaceId, customerId]))) return false
  const metrics = await work.row<Metrics>(recompute, [work.workspaceId, customerId, work.tenant.timezone])
  if (!metrics) return false
  work.announce({
    name: 'customer.metrics.updated',
    aggregateType: 'customer',
    aggregateId: customerId,
    aggregateVersion: metrics.version,
    payload: {
      customerId,
      totalPurchases: Money.of(metrics.totalPurchases).toNumber(),
      purchaseCount: metrics.purchaseCount,
      lifetimeValue: Money.of(metrics.lifetimeValue).toNumber(),
      predictedLtv: Money.of(metrics.predictedLtv).toNumber(),
      averageOrderValue: Money.of(metrics.averageOrderValue).toNumber(),
    },
  })
  return true
}

const lock = sql`select id from app.customers where workspace_id = $1 and id = $2 for no key update`

// A purchase is a delivered order of which something stayed with the customer. Revenue is what was delivered, without VAT, less what was returned; a credit note for goods that never came takes nothing from it.
const recompute = sql`
  with sale as (
    select orders.order_date, orders.total_amount, orders.returned_amount, orders.invoiced_amount,
      coalesce(case when orders.status = 'ON_HOLD' then orders.status_before_hold end, orders.status) as status,
      coalesce(line.kept, false) as kept, coalesce(line.delivered_net, 0) as delivered_net
    from app.orders
    left join lateral (
      select bool_or(item.quantity - item.quantity_cancelled - item.quantity_returned > 0) as kept,
        sum(round(item.net_amount * item.quantity_delivered / nullif(item.quantity - item.quantity_cancelled, 0))) as delivered_net
      from app.order_items item
      where item.workspace_id = $1 and item.order_id = orders.id and item.parent_item_id is null
    ) line on true
    where orders.workspace_id = $1 and orders.customer_id = $2 and orders.type in ('SALES', 'SERVICE') and orders.deleted_at is null
  ), counted as (
    select count(*) filter (where bought)::int as purchase_count,
      coalesce(sum(total_amount - returned_amount) filter (where bought), 0)::bigint as total_purchases,
      (min(order_date) filter (where bought))::timestamp at time zone $3 as first_purchase_date,
      (max(order_date) filter (where bought))::timestamp at time zone $3 as last_purchase_date,
      coalesce(sum(delivered_net) filter (where status <> 'CANCELLED'), 0)::bigint as delivered_net,
      coalesce(sum(greatest(total_amount - invoiced_amount, 0)) filter (where status in ('CONFIRMED', 'PROCESSING', 'READY', 'SHIPPED', 'DELIVERED', 'COMPLETED')), 0)::bigint
        as open_orders_amount
    from (select sale.*, status in ('DELIVERED', 'COMPLETED') and kept as bought from sale) sale
  ), credited as (
    select coalesce(sum(subtotal), 0)::bigint as net from app.invoices
    where workspace_id = $1 and customer_id = $2 and direction = 'SALES' and type = 'CREDIT_NOTE' and return_id is not null and status not in ('DRAFT', 'CANCELLED') and deleted_at is null
  ), dealt as (
    select count(*)::int as deal_count, count(*) filter (where stage not in ('WON', 'LOST'))::int as open_deal_count
    from app.deals where workspace_id = $1 and customer_id = $2 and deleted_at is null
  ), fresh as (
    select counted.*, counted.delivered_net - credited.net as lifetime_value,
      case when purchase_count = 0 then 0 else round(total_purchases::numeric / purchase_count)::bigint end as average_order_value,
      deal_count, open_deal_count
    from counted, credited, dealt
  )
  update app.customers set total_purchases = fresh.total_purchases, purchase_count = fresh.purchase_count,
    average_order_value = fresh.average_order_value, lifetime_value = fresh.lifetime_value,
    first_purchase_date = fresh.first_purchase_date, last_purchase_date = fresh.last_purchase_date,
    open_orders_amount = fresh.open_orders_amount, deal_count = fresh.deal_count, open_deal_count = fresh.open_deal_count
  from fresh
  where customers.workspace_id = $1 and customers.id = $2
    and (customers.total_purchases, customers.purchase_count, customers.average_order_value, customers.lifetime_value, customers.first_purchase_date,
      customers.last_purchase_date, customers.open_orders_amount, customers.deal_count, customers.open_deal_count)
      is distinct from (fresh.total_purchases, fresh.purchase_count, fresh.average_order_value, fresh.lifetime_value, fresh.first_purchase_date,
      fresh.last_purchase_date, fresh.open_orders_amount, fresh.deal_count, fresh.open_deal_count)
  returning customers.version, customers.total_purchases as "totalPurchases", customers.purchase_count as "purchaseCount",
    customers.lifetime_value as "lifetimeValue", customers.predicted_ltv as "predictedLtv", customers.average_order_value as "averageOrderValue"`
