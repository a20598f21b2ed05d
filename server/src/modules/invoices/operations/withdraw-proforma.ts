import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { voidInvoice } from './void-invoice.js'

/**
 * Takes back the proforma of a held order whose lines are about to change: it asked for another sum. It keeps its number and lets go of
 * the order's lines, which may be gone soon. False: there was none. The caller holds the order's lock.
 */
export async function withdrawProforma(work: UnitOfWork, orderId: string, reason: string): Promise<boolean> {
  const proformas = await work.rows<{ id: string }>(letGo, [work.workspaceId, orderId])
  for (const { id } of proformas) await voidInvoice(work, id, reason)
  return proformas.length > 0
}

const letGo = sql`
  with standing as (
    select id from app.invoices where workspace_id = $1 and order_id = $2 and type = 'PROFORMA' and status <> 'CANCELLED' for no key update
  ), let_go as (
    update app.invoice_items i set order_item_id = null, updated_at = app.now() from standing where i.workspace_id = $1 and i.invoice_id = standing.id
  )
  select id from standing`
