import { ensureProforma } from '../modules/invoices/operations/ensure-invoice.js'
import { readdressDelivery } from '../modules/logistics/operations/readdress-delivery.js'
import {
  type Believed,
  type EditableOrder,
  lockForEditing,
  refuseUnlessOpen,
} from '../modules/orders/editable-order.js'
import { concernsGates, type OrderChanges, updateOrder } from '../modules/orders/operations/update-order.js'
import { sql } from '../platform/database/statement.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { orderAcceptance } from './order-acceptance.js'
import { takeBackPreparations } from './editing/preparations.js'

/**
 * Changes an order before its confirmation and lets its gates look at what it became. What its former self had set in motion is taken
 * back first: the stock that was kept for it, and the proforma that asked for its prepayment. Both come anew if they are still owed.
 */
export async function editOrder(
  work: UnitOfWork,
  order: EditableOrder,
  edit: (order: EditableOrder) => Promise<void>,
): Promise<void> {
  refuseUnlessOpen(order)
  if (order.status === 'DRAFT') return edit(order)
  const asked = await takeBackPreparations(work, order, 'ORDER_CHANGED')
  await edit(order)
  await orderAcceptance.visit(work, order.id, 'MANUAL', null)
  if (asked) work.atEnd(() => askAgain(work, order.id))
}

/** Changes the header; the gates look again when they have reason to. */
export async function editHeader(
  work: UnitOfWork,
  orderId: string,
  { ifMatch, version, ...changes }: OrderChanges & Believed,
): Promise<void> {
  const order = await lockForEditing(work, orderId, { ifMatch, version })
  if (concernsGates(changes) && !order.isConfirmed)
    await editOrder(work, order, () => updateOrder(work, order, changes))
  else await updateOrder(work, order, changes)
  if (order.isConfirmed && (changes.deliveryAddress || changes.shippingAddressId))
    await readdressDelivery(work, orderId)
}

async function askAgain(work: UnitOfWork, orderId: string): Promise<void> {
  if (await work.row(awaitsMoney, [work.workspaceId, orderId])) await ensureProforma(work, orderId)
}

const awaitsMoney = sql`
  select 1 from app.orders o join app.order_holds h on h.workspace_id = o.workspace_id and h.order_id = o.id and h.released_at is null
  where o.workspace_id = $1 and o.id = $2 and o.status = 'ON_HOLD' and h.reason = 'AWAITING_PREPAYMENT'`
