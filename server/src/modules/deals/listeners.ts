// What deals hear after the commit. The columns written here are derived: they do not raise the deal's version, so that
// nobody's edit collides with arithmetic.

import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { DomainEvent } from '../../platform/outbox/events.js'
import type { QueuedListener } from '../../platform/outbox/listener.js'

/** Recomputes what a deal shows of its orders. Locks only the deal, never an order. */
export const orderTotals: QueuedListener = {
  name: 'deals.order-totals',
  recomputes: 'orderId',
  // Every way in which what a deal was ordered, delivered, invoiced and paid changes; each status of an order says itself.
  events: [
    'order.created',
    'order.status.changed',
    'order.updated',
    'order.delivered',
    'order.returned',
    'order.payment.received',
    'invoice.issued',
    'invoice.voided',
    'credit.note.issued',
    'payment.received',
    'payment.refunded',
  ],
  async hear(work, event) {
    const dealId = await dealOf(work, event)
    if (!dealId) return
    // A separate statement: the totals must be read after the lock, with the lock's own view of what is committed.
    await work.rows(lockDerived, [work.workspaceId, dealId])
    await work.rows(sumOrders, [work.workspaceId, dealId])
  },
}

/** Writes when a deal and its customer were last in touch, what comes next, and ticks what the activity fulfils. */
export const activityTouch: QueuedListener = {
  name: 'deals.activity-touch',
  events: ['deal.activity.added', 'deal.activity.completed'],
  async hear(work, event) {
    const { dealId, customerId, type, completedAt } = event.payload as {
      dealId: string
      customerId?: string
      type: string
      completedAt?: string
    }
    const fulfils = completedAt ? (requirementOf[type] ?? null) : null
    await work.rows(touchDeal, [work.workspaceId, dealId, completedAt ?? null, fulfils, event.actorId])
    if (customerId && completedAt) await work.rows(touchCustomer, [work.workspaceId, customerId, completedAt])
  },
}

const requirementOf: Readonly<Record<string, string>> = {
  PROPOSAL_SENT: 'proposal_sent',
  CONTRACT_SENT: 'contract_drafted',
}

async function dealOf(work: UnitOfWork, event: DomainEvent): Promise<string | null> {
  const { dealId, orderId } = event.payload as { dealId?: string | null; orderId?: string | null }
  if (dealId) return dealId
  const order = orderId ?? (event.aggregateType === 'order' ? event.aggregateId : null)
  return order
    ? ((await work.row<{ dealId: string | null }>(dealOfOrder, [work.workspaceId, order]))?.dealId ?? null)
    : null
}

const dealOfOrder = sql`select deal_id as "dealId" from app.orders where workspace_id = $1 and id = $2`
const lockDerived = sql`select 1 from app.deals where workspace_id = $1 and id = $2 for no key update`

const sumOrders = sql`
  with own as (
    select id, status, total_amount, invoiced_amount, paid_amount, created_at from app.orders where workspace_id = $1 and deal_id = $2 and deleted_at is null
  ), total as (
    select coalesce(sum(total_amount) filter (where status <> 'CANCELLED'), 0)::bigint as ordered, coalesce(sum(invoiced_amount), 0)::bigint as invoiced,
      coalesce(sum(paid_amount), 0)::bigint as paid from own
  ), delivered as (
    select coalesce(sum(round(item.total_price * (item.quantity_delivered - item.quantity_returned) / nullif(item.quantity - item.quantity_cancelled, 0))), 0)::bigint as amount
    from own join app.order_items item on item.workspace_id = $1 and item.order_id = own.id where item.parent_item_id is null
  )
  update app.deals deal set ordered_amount = total.ordered, invoiced_amount = total.invoiced, paid_amount = total.paid, delivered_amount = delivered.amount,
    order_status = (select own.status from own order by own.status = 'CANCELLED', own.created_at desc limit 1)
  from total, delivered
  where deal.workspace_id = $1 and deal.id = $2
    and (deal.ordered_amount, deal.invoiced_amount, deal.paid_amount, deal.delivered_amount, deal.order_status) is distinct from
      (total.ordered, total.invoiced, total.paid, delivered.amount, (select own.status from own order by own.status = 'CANCELLED', own.created_at desc limit 1))`

const touchDeal = sql`
  update app.deals set last_activity_at = greatest(last_activity_at, $3::timestamptz), is_stale = is_stale and $3::timestamptz is null,
    next_activity_at = (select min(a.scheduled_at) from app.deal_activities a where a.workspace_id = $1 and a.deal_id = $2 and a.status = 'PLANNED'),
    checklist = case when $4::text is null or checklist ? $4 then checklist
      else checklist || jsonb_build_object($4, jsonb_build_object('done', true, 'by', $5::uuid, 'at', $3::timestamptz)) end
  where workspace_id = $1 and id = $2`
const touchCustomer = sql`
  update app.customers set last_contact_date = greatest(last_contact_date, $3::timestamptz)
  where workspace_id = $1 and id = $2 and (last_contact_date is null or last_contact_date < $3::timestamptz)`
