import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** The orders that a payment pays, by id, and how much of it each gets: its invoices' shares, and the advance that was paid for it. */
export async function receivedPayment(
  work: UnitOfWork,
  paymentId: string,
): Promise<Array<{ orderId: string; amount: number }>> {
  return work.rows(readShares, [work.workspaceId, paymentId])
}

const readShares = sql`
  select share.order_id as "orderId", app.money(sum(share.amount)::bigint)::float8 as amount
  from (
    select invoice.order_id, allocation.amount from app.payment_allocations allocation
    join app.invoices invoice on invoice.workspace_id = $1 and invoice.id = allocation.invoice_id
    where allocation.workspace_id = $1 and allocation.payment_id = $2 and allocation.reversed_at is null
    union all
    select order_id, unallocated_amount from app.payments where workspace_id = $1 and id = $2
  ) share
  where share.order_id is not null
  group by share.order_id
  order by share.order_id`
