import type { OrderStatusBody } from '@prometric/contracts/order-commands'
import type { OrderStatus, ReleaseOrderBody } from '@prometric/contracts/orders'
import { invalid, Refusal } from '../kernel/refusal.js'
import { lockForEditing } from '../modules/orders/editable-order.js'
import { holdOrder, releaseOrder, submitOrder } from '../modules/orders/operations/decide-order.js'
import { orderLifecycle } from '../modules/orders/order.lifecycle.js'
import { sql } from '../platform/database/statement.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { rejectOrderByHand } from './approval-decision.js'
import { deliverOrder } from './delivery-completion.js'
import { orderAcceptance, orderConfirmation } from './order-acceptance.js'
import { cancelOrderDown } from './order-cancellation.js'
import { completeByHand } from './order-completion.js'
import { orderFulfillment } from './order-fulfillment.js'
import { shipOrder } from './shipment-delivery.js'

type Command = (work: UnitOfWork, orderId: string, reason: string | undefined) => Promise<unknown>

/** What leads to a status. A status that no command leads to comes by itself: the fulfilment moves it there. */
const leadsTo: Readonly<Record<OrderStatus, Command>> = {
  PENDING: submit,
  CONFIRMED: confirmOrder,
  ON_HOLD: (work, orderId, note) => holdOrder(work, orderId, { reason: 'MANUAL', ...(note && { details: { note } }) }),
  DRAFT: (work, orderId, reason) =>
    rejectOrderByHand(work, orderId, { reason: reason ?? 'DRAFT', returnToDraft: true }),
  PROCESSING: (work, orderId) => orderFulfillment.visit(work, orderId, 'MANUAL', null),
  READY: (work, orderId) => orderFulfillment.visit(work, orderId, 'MANUAL', null),
  SHIPPED: (work, orderId) =>
    shipOrder(work, orderId, { carrierName: null, trackingNumber: null, estimatedDelivery: null }),
  DELIVERED: (work, orderId) => deliverOrder(work, orderId, {}),
  COMPLETED: completeByHand,
  CANCELLED: cancel,
}

/** Moves an order by the command that leads to the status, with the right that the command needs, and lets follow what follows. */
export async function moveOrder(work: UnitOfWork, orderId: string, { status, reason }: OrderStatusBody): Promise<void> {
  const from = (await lockForEditing(work, orderId, {})).status
  const { permission } = orderLifecycle.check(from, status)
  if (permission) work.require(permission)
  const goesOn = from === 'ON_HOLD' && status !== 'CANCELLED' && status !== 'CONFIRMED'
  await (goesOn ? goOn(work, orderId, status, reason) : leadsTo[status](work, orderId, reason))
  await work.hear()
  if (status === 'PROCESSING' || status === 'READY') await refuseUnlessThere(work, orderId, from, status)
}

/** Runs the gates of an order that waits for them; what is past them is not confirmed again. */
export async function confirmOrder(work: UnitOfWork, orderId: string): Promise<void> {
  const { status, isConfirmed } = await lockForEditing(work, orderId, {})
  if (status !== 'ON_HOLD') orderLifecycle.check(status, 'CONFIRMED')
  await (isConfirmed ? orderAcceptance : orderConfirmation).visit(work, orderId, 'MANUAL', null)
}

/** A draft becomes an order that its gates look at. */
export async function submit(work: UnitOfWork, orderId: string): Promise<void> {
  await submitOrder(work, orderId)
  await orderAcceptance.visit(work, orderId, 'MANUAL', null)
}

/** People's holds end, and the gates look at what is left. */
export async function release(work: UnitOfWork, orderId: string, holds: ReleaseOrderBody): Promise<void> {
  await releaseOrder(work, orderId, holds)
  await orderAcceptance.visit(work, orderId, 'MANUAL', null)
}

/** Released, an order goes on from where it stood: it cannot be sent anywhere else. */
async function goOn(work: UnitOfWork, orderId: string, to: OrderStatus, note = ''): Promise<void> {
  const { before } = (await work.row<{ before: OrderStatus }>(stoodBefore, [work.workspaceId, orderId]))!
  if (before !== to) throw new Refusal('INVALID_TRANSITION', { from: 'ON_HOLD', to, allowed: [before, 'CANCELLED'] })
  await release(work, orderId, { note })
}

async function refuseUnlessThere(work: UnitOfWork, orderId: string, from: OrderStatus, to: OrderStatus): Promise<void> {
  const { status } = await lockForEditing(work, orderId, {})
  if (status !== to) throw new Refusal('INVALID_TRANSITION', { from, to, allowed: [] })
}

async function cancel(work: UnitOfWork, orderId: string, reason: string | undefined): Promise<void> {
  if (!reason) throw invalid('reason', 'REQUIRED')
  await cancelOrderDown(work, { orderId, reason })
}

const stoodBefore = sql`
  select coalesce(status_before_hold, 'PENDING') as before from app.orders where workspace_id = $1 and id = $2`
