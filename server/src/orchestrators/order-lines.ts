import type { OrderItemBody } from '@prometric/contracts/orders'
import { type Believed, lockForEditing } from '../modules/orders/editable-order.js'
import { addItems, changeItem, removeItem } from '../modules/orders/operations/change-items.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { editOrder } from './order-editing.js'
import { growLine } from './editing/growth.js'

/** Adds lines to an order that is not confirmed yet. */
export async function addOrderItems(
  work: UnitOfWork,
  orderId: string,
  items: readonly OrderItemBody[],
  believed: Believed,
): Promise<void> {
  const order = await lockForEditing(work, orderId, believed)
  await editOrder(work, order, () => addItems(work, order, items))
}

/** Changes a line of an order that is not confirmed yet; of one that is, a line can only grow. */
export async function changeOrderItem(
  work: UnitOfWork,
  orderId: string,
  itemId: string,
  wish: Partial<OrderItemBody>,
  believed: Believed,
): Promise<void> {
  const order = await lockForEditing(work, orderId, believed)
  if (order.isConfirmed) await growLine(work, order, itemId, wish)
  else await editOrder(work, order, () => changeItem(work, order, itemId, wish))
}

/** Takes a line off an order that is not confirmed yet. */
export async function removeOrderItem(
  work: UnitOfWork,
  orderId: string,
  itemId: string,
  believed: Believed,
): Promise<void> {
  const order = await lockForEditing(work, orderId, believed)
  await editOrder(work, order, () => removeItem(work, order, itemId))
}
