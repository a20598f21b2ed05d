import type { CompleteDeliveryBody, DeliverOrderBody } from '@prometric/contracts/logistics'
import { Money } from '../kernel/money.js'
import { Quantity } from '../kernel/quantity.js'
import { Refusal } from '../kernel/refusal.js'
import { deliveryLifecycle } from '../modules/logistics/delivery.lifecycle.js'
import { takeDelivery } from '../modules/logistics/operations/start-delivery.js'
import { dispatchedShipments } from '../modules/logistics/queries/dispatched-shipments.js'
import { orderOfDelivery } from '../modules/logistics/queries/order-of-delivery.js'
import { takeOrder } from '../modules/orders/operations/take-order.js'
import { orderLifecycle } from '../modules/orders/order.lifecycle.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { deliverShipments } from './delivery-receipt.js'
import { receivePayment } from './payment-processing.js'
import type { Moved } from './shipment-delivery.js'

/** The customer has received the order's shipments: the one named, or all that are on their way. */
export async function deliverOrder(work: UnitOfWork, orderId: string, body: DeliverOrderBody): Promise<Moved> {
  const order = await takeOrder(work, orderId)
  const onTheWay = await dispatchedShipments(work, orderId)
  const shipmentIds = body.shipmentId ? onTheWay.filter((id) => id === body.shipmentId) : onTheWay
  if (body.shipmentId && shipmentIds.length === 0)
    throw new Refusal('NOT_FOUND', { shipmentId: body.shipmentId }, 'shipmentId')
  if (shipmentIds.length === 0)
    throw new Refusal('INVALID_TRANSITION', {
      from: order.status,
      to: 'DELIVERED',
      allowed: orderLifecycle.from(order.status),
    })
  const proof = {
    ...(body.recipient && { recipient: body.recipient }),
    ...(body.signature && { signatureFileId: body.signature }),
  }
  const delivered = await deliverShipments(work, order, {
    shipmentIds,
    ...(body.deliveredAt && { deliveredAt: new Date(body.deliveredAt) }),
    proof: Object.keys(proof).length > 0 ? proof : null,
  })
  return { order: delivered, shipmentIds }
}

/** The driver's account of one delivery: what was received, what was refused, what was paid at the door. */
export async function completeDeliveryOrder(
  work: UnitOfWork,
  deliveryOrderId: string,
  body: CompleteDeliveryBody,
): Promise<void> {
  const order = await takeOrder(work, await orderOfDelivery(work, deliveryOrderId))
  const delivery = await takeDelivery(work, deliveryOrderId)
  deliveryLifecycle.check(delivery.status, 'DELIVERED')
  if (!delivery.shipmentId) throw new Refusal('NOT_PICKED', { deliveryOrderId })
  const outcomes = new Map(
    (body.lines ?? []).map((line) => [
      line.id,
      {
        delivered: Quantity.parse(line.deliveredQuantity),
        rejected: Quantity.parse(line.rejectedQuantity ?? 0),
        rejectReason: line.rejectReason ?? null,
      },
    ]),
  )
  const codCollected = Money.parse(body.codCollected ?? 0)
  await deliverShipments(work, order, {
    shipmentIds: [delivery.shipmentId],
    ...(body.deliveredAt && { deliveredAt: new Date(body.deliveredAt) }),
    proof: body.proof ?? null,
    codCollected,
    outcomes,
  })
  if (codCollected.isPositive()) {
    await receivePayment(work, {
      amount: codCollected,
      method: 'CASH',
      orderId: order.id,
      autoAllocate: true,
      acceptAdvance: true,
      purpose: order.orderNumber,
    })
  }
}
