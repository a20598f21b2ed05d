import { Money } from '../../kernel/money.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

/** What an order has been billed for so far: its issued invoices less what was credited, without proformas. */
export async function invoicedFor(work: UnitOfWork, orderId: string): Promise<Money> {
  const row = await work.row<{ amount: bigint }>(sumInvoices, [work.workspaceId, orderId])
  return Money.of(row!.amount)
}

const sumInvoices = sql`
  select coalesce(sum(total_amount - credited_amount), 0)::bigint as amount from app.invoices
  where workspace_id = $1 and order_id = $2 and type in ('STANDARD', 'DEBIT_NOTE', 'RECURRING') and status not in ('DRAFT', 'CANCELLED') and deleted_at is null`
