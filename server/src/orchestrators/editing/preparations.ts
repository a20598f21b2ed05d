import { releaseKeptStock } from '../../modules/inventory/operations/release-kept-stock.js'
import { withdrawProforma } from '../../modules/invoices/operations/withdraw-proforma.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

/**
 * Takes back what an order that is not confirmed has set in motion: the stock that is kept for it, and the proforma that asks for its
 * prepayment. For one that changes, goes back to a draft or ends. The caller holds the order's lock. Gives whether a proforma was asked for.
 */
export async function takeBackPreparations(
  work: UnitOfWork,
  order: { readonly id: string; readonly customerId: string | null },
  reason: 'ORDER_CHANGED' | 'ORDER_CANCELLED',
): Promise<boolean> {
  // The customer before any stock: the house's order of locks.
  await work.rows(lockCustomer, [work.workspaceId, order.customerId])
  await releaseKeptStock(work, [order.id], reason)
  return withdrawProforma(work, order.id, reason)
}

const lockCustomer = sql`select id from app.customers where workspace_id = $1 and id = $2 for no key update`
