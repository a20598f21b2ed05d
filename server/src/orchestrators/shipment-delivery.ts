import { newId } from '../kernel/ids.js'
import { Quantity } from '../kernel/quantity.js'
import { Refusal } from '../kernel/refusal.js'
import { consumeReservations } from '../modules/inventory/operations/consume-reservations.js'
import { postMovements } from '../modules/inventory/operations/post-movements.js'
import {
  dispatchShipment,
  type GoodsLine,
  goodsOf,
  numberWaybill,
} from '../modules/logistics/operations/dispatch-shipment.js'
import { sendDelivery } from '../modules/logistics/operations/send-delivery.js'
import { shippableGoods } from '../modules/logistics/queries/shippable-goods.js'
import {
  type PlannedLine,
  type PlannedShipment,
  planShipments,
  type WishedLine,
} from '../modules/logistics/shipping-plan.js'
import { advanceOrder } from '../modules/orders/operations/advance-order.js'
import { recordShippedLines } from '../modules/orders/operations/record-shipped-lines.js'
import { type OrderInHand, takeOrder } from '../modules/orders/operations/take-order.js'
import { orderLifecycle } from '../modules/orders/order.lifecycle.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { deliverShipments } from './delivery-receipt.js'

export interface ShipWish {
  readonly lines?: readonly WishedLine[]
  readonly carrierName: string | null
  readonly trackingNumber: string | null
  readonly estimatedDelivery: string | null
}

/** The goods have been handed over: the order as it now stands, and the shipments, one for each warehouse they left. */
export interface Moved {
  readonly order: OrderInHand
  readonly shipmentIds: readonly string[]
}

/**
 * Hands picked goods to the carrier. Locks the order, then the stock; the goods leave the books at their cost, the reservations they
 * were promised by are consumed, the delivery goes on its way, and the order goes to where its lines have come. Goods that the customer
 * collects himself are received in the same breath. The gapless waybill numbers come last.
 */
export async function shipOrder(work: UnitOfWork, orderId: string, wish: ShipWish): Promise<Moved> {
  const order = await takeOrder(work, orderId)
  refuseUnlessMoving(order)
  if (order.fulfillmentMethod !== 'PICKUP' && !order.deliveryAddress) throw new Refusal('ADDRESS_MISSING', { orderId })
  const planned = planShipments(await shippableGoods(work, orderId), wish.lines)
  const shipments = await issueGoods(work, planned)
  const shipped = await recordShippedLines(
    work,
    order,
    shipments.flatMap((shipment) => shipment.lines),
  )
  for (const shipment of shipments) await dispatch(work, order, wish, shipment)
  const goods = shipments.flatMap((shipment) => shipment.lines)
  await consumeReservations(
    work,
    goods.flatMap((line) => line.portions.map((portion) => ({ ...portion, shipmentLineId: line.id }))),
  )
  let moved = await advanceOrder(work, shipped)
  for (const shipment of shipments) tellShipped(work, moved, wish, shipment)
  const shipmentIds = shipments.map((shipment) => shipment.id)
  if (order.fulfillmentMethod === 'PICKUP') moved = await deliverShipments(work, moved, { shipmentIds })
  for (const id of shipmentIds) await numberWaybill(work, id)
  return { order: moved, shipmentIds }
}

/** Goods leave only by an order that is being fulfilled. */
function refuseUnlessMoving(order: OrderInHand): void {
  if (!['CONFIRMED', 'PROCESSING', 'READY'].includes(order.status)) {
    throw new Refusal('INVALID_TRANSITION', {
      from: order.status,
      to: 'SHIPPED',
      allowed: orderLifecycle.from(order.status),
    })
  }
}

interface Shipment {
  readonly id: string
  readonly warehouseId: string
  readonly lines: ReadonlyArray<GoodsLine & Pick<PlannedLine, 'portions'>>
}

/** The stock side: what leaves each warehouse, at its cost. */
async function issueGoods(work: UnitOfWork, planned: readonly PlannedShipment[]): Promise<Shipment[]> {
  const drafts = planned.map((shipment) => ({
    id: newId(),
    ...shipment,
    lines: shipment.lines.map((line) => ({ id: newId(), ...line })),
  }))
  const lines = drafts.flatMap((shipment) => shipment.lines.map((line) => ({ ...line, shipment })))
  const moved = await postMovements(
    work,
    lines.map(({ id, productId, quantity, shipment }) => ({
      type: 'ISSUE',
      warehouseId: shipment.warehouseId,
      productId,
      quantity: quantity.negated(),
      consumeReserved: quantity,
      referenceType: 'SHIPMENT',
      referenceId: shipment.id,
      referenceLineId: id,
      idempotencyKey: `ship:${id}`,
    })),
  )
  const costs = new Map(lines.map((line, index) => [line.id, moved[index]!]))
  return drafts.map((shipment) => ({
    id: shipment.id,
    warehouseId: shipment.warehouseId,
    lines: shipment.lines.map((line) => ({
      ...line,
      unitCost: costs.get(line.id)!.unitCost,
      movementId: costs.get(line.id)!.id,
    })),
  }))
}

async function dispatch(
  work: UnitOfWork,
  order: OrderInHand,
  wish: ShipWish,
  { id, warehouseId, lines }: Shipment,
): Promise<void> {
  const { trackingNumber, carrierName, estimatedDelivery } = wish
  const address = order.fulfillmentMethod === 'PICKUP' ? null : order.deliveryAddress
  await dispatchShipment(work, {
    shipmentId: id,
    orderId: order.id,
    warehouseId,
    method: order.fulfillmentMethod,
    address,
    carrierName,
    trackingNumber,
    estimatedDelivery,
    lines,
  })
  if (order.fulfillmentMethod === 'PICKUP') return
  await sendDelivery(work, {
    orderId: order.id,
    customerId: order.customerId,
    priority: order.priority,
    address,
    scheduledDate: estimatedDelivery ?? order.requestedDeliveryDate,
    shipmentId: id,
    trackingNumber,
  })
}

function tellShipped(
  work: UnitOfWork,
  order: OrderInHand,
  { carrierName: carrier, trackingNumber }: ShipWish,
  { id: shipmentId, lines }: Shipment,
): void {
  const facts = { orderId: order.id, shipmentId, carrier, trackingNumber, lines: goodsOf(lines) }
  work.announce({
    name: 'shipment.dispatched',
    aggregateType: 'shipment',
    aggregateId: shipmentId,
    aggregateVersion: 1,
    payload: facts,
  })
  const isPartial = order.status !== 'SHIPPED' && order.status !== 'DELIVERED'
  work.announce({
    name: 'order.shipped',
    aggregateType: 'order',
    aggregateId: order.id,
    aggregateVersion: order.version,
    payload: { ...facts, customerId: order.customerId, dealId: order.dealId, isPartial },
  })
}

/** The quantity a caller wished for, when he named one. */
export const wishedQuantity = (quantity: number | string | undefined) =>
  quantity === undefined ? {} : { quantity: Quantity.parse(quantity) }
