import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/**
 * A draft or a proforma, on which nobody owes anything, is void. It gives its source key back, so that another may stand for the same.
 * The caller has locked it.
 */
export async function voidInvoice(work: UnitOfWork, invoiceId: string, reason: string): Promise<void> {
  const voided = await work.row<{ version: number; orderId: string | null; customerId: string | null }>(cancel, [
    work.workspaceId,
    invoiceId,
    reason,
    work.now,
    work.actor.userId,
  ])
  if (!voided) throw new Error(`invoice ${invoiceId} is owed on and cannot be void`)
  const { version, orderId, customerId } = voided
  work.announce({
    name: 'invoice.voided',
    aggregateType: 'invoice',
    aggregateId: invoiceId,
    aggregateVersion: version,
    payload: { invoiceId, orderId, customerId, reason },
  })
}

const cancel = sql`
  update app.invoices set status = 'CANCELLED', cancelled_at = $4, cancel_reason = $3, source_key = left(source_key || ':void:' || id, 120),
    version = version + 1, updated_at = app.now(), updated_by = coalesce($5::uuid, updated_by)
  where workspace_id = $1 and id = $2 and (status = 'DRAFT' or type = 'PROFORMA') and status <> 'CANCELLED'
  returning version, order_id as "orderId", customer_id as "customerId"`
