import type { PaymentMethod } from '@prometric/contracts/payments'
import { Money } from '../../../kernel/money.js'
import { piece, sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** A payment of which something may be paid back on behalf of an order. */
export interface RefundablePayment {
  readonly id: string
  readonly method: PaymentMethod
  /** On no invoice, and not asked back yet. */
  readonly free: Money
}

/** The free money of a locked order: paid for it, or set free by its cancellation. The newest first. Locks the payments. */
export async function refundableMoney(work: UnitOfWork, orderId: string): Promise<RefundablePayment[]> {
  await work.rows(lock, [work.workspaceId, orderId])
  const rows = await work.rows<Omit<RefundablePayment, 'free'> & { free: bigint }>(read, [work.workspaceId, orderId])
  return rows.map((row) => ({ ...row, free: Money.of(row.free) }))
}

/** What of payment `p` is on no invoice and not asked back yet. */
export const freeOfPayment = piece(`p.unallocated_amount - coalesce((select sum(r.amount) from app.refunds r
    where r.workspace_id = $1 and r.payment_id = p.id and r.status in ('REQUESTED', 'APPROVED')), 0)::bigint`)

const ofOrder = {
  text: `p.workspace_id = $1 and (p.order_id = $2 or p.advance_from_order_id = $2) and p.direction = 'INCOMING' and p.status in ('COMPLETED', 'PARTIALLY_REFUNDED')`,
}
const lock = sql`select p.id from app.payments p where ${ofOrder} order by p.id for no key update`
const read = sql`
  select p.id, p.method, ${freeOfPayment} as free
  from app.payments p where ${ofOrder} order by p.id desc`
