import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Gives an order's new invoice what was paid on the order before it was issued, oldest payment first. Money moves nowhere: the ledger knows it already. */
export async function applyOrderAdvances(
  work: UnitOfWork,
  { orderId, invoiceId }: { orderId: string; invoiceId: string },
): Promise<void> {
  await work.rows(apply, [work.workspaceId, work.organizationId, orderId, invoiceId, work.now, work.actor.userId])
}

const apply = sql`
  with advance as (
    select p.id, p.unallocated_amount as free, coalesce(sum(p.unallocated_amount) over (order by p.payment_date, p.id rows between unbounded preceding and 1 preceding), 0)::bigint as before
    from app.payments p where p.workspace_id = $1 and p.order_id = $3 and p.direction = 'INCOMING' and p.status = 'COMPLETED' and p.unallocated_amount > 0
  ), share as (
    select a.id, least(a.free, greatest(i.balance_due - a.before, 0)) as amount from advance a join app.invoices i on i.workspace_id = $1 and i.id = $4
  ), allocated as (
    insert into app.payment_allocations (organization_id, workspace_id, id, payment_id, invoice_id, amount, allocated_at, allocated_by)
    select $2, $1, app.uuid_v7(), id, $4, amount, $5, $6 from share where amount > 0
    returning payment_id, amount
  ), paid as (
    update app.payments p set allocated_amount = p.allocated_amount + a.amount, version = p.version + 1, updated_at = app.now()
    from allocated a where p.workspace_id = $1 and p.id = a.payment_id
  )
  update app.invoices i set paid_amount = i.paid_amount + s.amount, version = i.version + 1, updated_at = app.now(),
    status = case when i.paid_amount + s.amount >= i.total_amount then 'PAID' else 'PARTIAL' end,
    paid_at = case when i.paid_amount + s.amount >= i.total_amount then $5 else i.paid_at end
  from (select sum(amount)::bigint as amount from allocated) s
  where i.workspace_id = $1 and i.id = $4 and s.amount > 0`
