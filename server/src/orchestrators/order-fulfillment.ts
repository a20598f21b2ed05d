import { addWorkingDays } from '../kernel/kazakhstan/working-days.js'
import { hardenReservations } from '../modules/inventory/operations/harden-reservations.js'
import { reserveStock } from '../modules/inventory/operations/reserve-stock.js'
import { planDelivery } from '../modules/logistics/operations/plan-delivery.js'
import { advanceOrder } from '../modules/orders/operations/advance-order.js'
import { changeOrderStatus } from '../modules/orders/operations/change-order-status.js'
import { takeOrder } from '../modules/orders/operations/take-order.js'
import { deriveOrderStatus, isStocked, openQuantity } from '../modules/orders/order-progress.js'
import { openTasks } from '../modules/tasks/operations/open-tasks.js'
import { openPickingOrders } from '../modules/warehouse/operations/open-picking-orders.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { orchestrator } from '../platform/orchestration/orchestrator.js'
import type { DocumentRef, DomainEvent } from '../platform/outbox/events.js'
import { cancelledPart } from './cancellation/cancelled-part.js'
import { recordReceived } from './delivery-receipt.js'
import {
  type Fulfilment,
  isWaiting,
  type Line,
  later,
  lookAtFulfilment,
  receive,
  say,
  short,
} from './fulfilment/facts.js'
import { buyWhatIsShort, handOutTheWork, produceWhatIsShort } from './fulfilment/what-is-short.js'

const salesOrder = (event: DomainEvent) =>
  (event.payload.salesOrderId ?? event.payload.orderId) as string | null | undefined

/** Everything a confirmed order still owes, in the order it owes it. Safe to run at any moment. */
export const orderFulfillment = orchestrator<Fulfilment>({
  name: 'order-fulfillment',
  subject: 'order',
  wakesOn: {
    'order.confirmed': (event) => event.aggregateId,
    'picking.completed': salesOrder,
    'production.order.completed': salesOrder,
    'production.order.cancelled': salesOrder,
    'order.payment.received': salesOrder,
    // Goods may have come while it was held.
    'order.released': (event) => event.aggregateId,
    'order.updated': cancelledPart,
  },
  look: lookAtFulfilment,
  steps: [
    { name: 'take what was kept for it', owed: ({ kept }) => kept.length > 0, run: takeKept },
    { name: 'reserve what is in stock', owed: ({ takes }) => takes.length > 0, run: reserve },
    {
      name: 'produce what is short',
      owed: (fulfilment) => short(fulfilment, 'MANUFACTURED').length > 0,
      run: produceWhatIsShort,
    },
    {
      name: 'buy what is short',
      owed: (fulfilment) => short(fulfilment, 'PRODUCT', 'MATERIAL').length > 0,
      run: buyWhatIsShort,
    },
    {
      name: 'hand out the work',
      owed: (fulfilment) => short(fulfilment, 'SERVICE', 'DIGITAL').length > 0,
      run: handOutTheWork,
    },
    {
      name: 'pick what is reserved',
      owed: (fulfilment) => fulfilment.unpicked.length > 0 && mayPick(fulfilment),
      run: pick,
    },
    { name: 'plan the delivery', owed: deliveryIsOwed, run: plan },
    { name: 'start processing', owed: ({ order }) => order.status === 'CONFIRMED', run: startProcessing },
    {
      name: 'deliver digital goods',
      owed: (fulfilment) => digitalToDeliver(fulfilment).length > 0,
      run: deliverDigitalGoods,
    },
    {
      name: 'move the order on',
      owed: ({ order, lines }) => deriveOrderStatus(order, lines).status !== order.status,
      run: moveOn,
    },
  ],
  waitsFor: ({ lines }) =>
    lines
      .filter(isWaiting)
      .map((line) => `${line.productName}: ${line.waited.toString()} ${line.unit}`)
      .join(', ') || undefined,
})

async function takeKept(work: UnitOfWork, fulfilment: Fulfilment): Promise<void> {
  await hardenReservations(work, fulfilment.order.id, fulfilment.kept)
  receive(fulfilment, fulfilment.kept)
  fulfilment.kept = []
}

async function reserve(work: UnitOfWork, fulfilment: Fulfilment): Promise<void> {
  const reserved = await reserveStock(work, fulfilment.order.id, fulfilment.takes)
  receive(fulfilment, reserved)
  fulfilment.takes = []
}

async function pick(work: UnitOfWork, fulfilment: Fulfilment): Promise<readonly DocumentRef[]> {
  const pickings = await openPickingOrders(work, fulfilment.order, fulfilment.unpicked)
  fulfilment.unpicked = []
  fulfilment.documents.push(...pickings)
  return pickings
}

async function plan(work: UnitOfWork, fulfilment: Fulfilment): Promise<readonly DocumentRef[]> {
  const { order, documents, expectedOn } = fulfilment
  const soonest = await deliverableOn(work)
  // What is being picked can go at once; where nothing is, the goods must come first.
  const comesFirst = documents.some(({ type }) => type === 'picking_order') ? soonest : later(soonest, expectedOn)
  const scheduled = order.requestedDeliveryDate ?? comesFirst
  const deliveries = await planDelivery(work, order.id, scheduled)
  if (order.addressMissing) {
    const title = `Указать адрес доставки · ${order.orderNumber}`
    const about = { assignedTo: order.salesRepId, orderId: order.id, customerId: order.customerId }
    const sourceKey = `address-missing:${order.id}`
    await openTasks(work, [{ title, type: 'DATA_FIX', priority: 'HIGH', ...about, sourceKey }])
  }
  fulfilment.order = { ...order, hasDelivery: true }
  fulfilment.documents.push(...deliveries)
  return deliveries
}

async function startProcessing(work: UnitOfWork, fulfilment: Fulfilment): Promise<void> {
  const { order, lines, documents, expectedOn } = fulfilment
  const promisedDate = order.requestedDeliveryDate ?? later(await deliverableOn(work), expectedOn)
  const started = await changeOrderStatus(work, {
    order,
    to: 'PROCESSING',
    fulfillmentStatus: 'IN_PROGRESS',
    set: { promisedDate },
  })
  fulfilment.order = { ...started, fulfillmentStatus: 'IN_PROGRESS' }
  const of = (type: string) => documents.filter((document) => document.type === type).map((document) => document.id)
  say(work, fulfilment, 'order.fulfillment.started', {
    hasProduction: of('production_order').length > 0,
    hasPurchase: of('purchase_requisition').length > 0,
    pickingOrderIds: of('picking_order'),
    productionOrderIds: of('production_order'),
    deliveryOrderIds: of('delivery_order'),
  })
  say(work, fulfilment, 'order.allocated', {
    lines: lines.map((line) => ({ orderItemId: line.id, productId: line.productId, ...sourcesOf(line) })),
  })
  for (const line of lines.filter(isWaiting)) {
    const lacking = { orderItemId: line.id, productId: line.productId, quantity: line.waited.toNumber() }
    say(work, fulfilment, 'order.backordered', { ...lacking, expectedDate: promisedDate })
  }
}

/** Where a line's quantity comes from: what waits is made here or bought. */
function sourcesOf({ allocated, waited, productType }: Line) {
  const made = productType === 'MANUFACTURED'
  return {
    stock: isStocked(productType) ? allocated.minus(waited).toNumber() : 0,
    production: made ? waited.toNumber() : 0,
    purchase: made ? 0 : waited.toNumber(),
  }
}

async function deliverDigitalGoods(work: UnitOfWork, fulfilment: Fulfilment): Promise<void> {
  const lines = digitalToDeliver(fulfilment)
  const delivered = lines.map((line) => ({
    orderItemId: line.id,
    quantity: openQuantity(line).minus(line.delivered),
  }))
  for (const { orderItemId } of delivered)
    say(work, fulfilment, 'order.digital.delivered', { orderItemId, deliveryRef: orderItemId })
  const order = await takeOrder(work, fulfilment.order.id)
  const { status, version } = await recordReceived(work, order, delivered, { deliveredAt: work.now, signature: null })
  fulfilment.order = { ...fulfilment.order, status, version }
  for (const line of lines) line.delivered = openQuantity(line)
}

async function moveOn(work: UnitOfWork, fulfilment: Fulfilment): Promise<void> {
  fulfilment.order = await advanceOrder(work, fulfilment.order)
  if (fulfilment.order.status === 'READY') say(work, fulfilment, 'order.ready', { partial: false })
}

const deliverableOn = async (work: UnitOfWork) =>
  addWorkingDays(work.today, await work.setting<number>('delivery.leadWorkingDays'))

const mayPick = ({ order, lines }: Fulfilment) => order.allowPartialShipment || !lines.some(isWaiting)

function deliveryIsOwed({ order, lines }: Fulfilment): boolean {
  const goes = order.fulfillmentMethod !== 'PICKUP' && lines.some((line) => isStocked(line.productType))
  return goes && !order.hasDelivery
}

function digitalToDeliver({ order, lines }: Fulfilment) {
  if (order.paymentTerms === 'PREPAYMENT' && !order.isPaid) return []
  return lines.filter((line) => line.productType === 'DIGITAL' && line.delivered.compare(openQuantity(line)) < 0)
}
