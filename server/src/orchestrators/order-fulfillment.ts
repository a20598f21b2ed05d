import { addDays, addWorkingDays } from '../kernel/kazakhstan/working-days.js'
import { Quantity } from '../kernel/quantity.js'
import { planAllocation, type StockRow, type Take } from '../modules/inventory/allocation-plan.js'
import { lockSellableStock } from '../modules/inventory/operations/lock-sellable-stock.js'
import { reserveStock } from '../modules/inventory/operations/reserve-stock.js'
import { planDelivery } from '../modules/logistics/operations/plan-delivery.js'
import { advanceOrder } from '../modules/orders/operations/advance-order.js'
import { allocateLines } from '../modules/orders/operations/allocate-lines.js'
import { changeOrderStatus } from '../modules/orders/operations/change-order-status.js'
import { takeOrder } from '../modules/orders/operations/take-order.js'
import { deriveOrderStatus, isStocked, openQuantity } from '../modules/orders/order-progress.js'
import { lockOrderToFulfil, type NeedyLine, orderNeeds, type OrderToFulfil, type UnpickedReservation } from '../modules/orders/queries/order-needs.js'
import { openRequisitions } from '../modules/procurement/operations/open-requisitions.js'
import { openProductionOrders } from '../modules/production/operations/open-production-orders.js'
import { openTasks } from '../modules/tasks/operations/open-tasks.js'
import { openPickingOrders } from '../modules/warehouse/operations/open-picking-orders.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { orchestrator } from '../platform/orchestration/orchestrator.js'
import type { DomainEvent, DocumentRef } from '../platform/outbox/events.js'
import { recordReceived } from './delivery-receipt.js'

interface Fulfilment {
  order: OrderToFulfil
  readonly lines: ReadonlyArray<NeedyLine & { allocated: Quantity; waited: Quantity }>
  /** What of the locked stock each line may take now. */
  takes: readonly Take[]
  unpicked: UnpickedReservation[]
  documents: DocumentRef[]
  /** The latest day on which something ordered now is expected. */
  expectedOn: string
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
const salesOrder = (event: DomainEvent) => (event.payload.salesOrderId ?? event.payload.orderId) as string | null | undefined

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
  },
  look,
  steps: [
    {
      name: 'reserve what is in stock',
      owed: ({ takes }) => takes.length > 0,
      run: async (work, fulfilment) => {
        const reserved = await reserveStock(work, fulfilment.order.id, fulfilment.takes)
        for (const take of reserved) {
          const line = lineOf(fulfilment, take.orderItemId)
          const lessened = min(line.waited, take.quantity)
          line.waited = line.waited.minus(lessened)
          line.allocated = line.allocated.plus(take.quantity).minus(lessened)
        }
        fulfilment.unpicked = [...fulfilment.unpicked, ...reserved]
        fulfilment.takes = []
      },
    },
    {
      name: 'produce what is short',
      owed: (fulfilment) => short(fulfilment, 'MANUFACTURED').length > 0,
      run: async (work, fulfilment) => {
        const { order } = fulfilment
        const dueDate = order.requestedDeliveryDate ? later(addDays(order.requestedDeliveryDate, -1), work.today) : addDays(work.today, 7)
        const lines = short(fulfilment, 'MANUFACTURED')
        fulfilment.expectedOn = later(fulfilment.expectedOn, dueDate)
        const opened = await openProductionOrders(work, lines.map((line) => ({
          orderId: order.id, orderItemId: line.id, dealId: order.dealId, customerId: order.customerId, customerName: order.customerName, productId: line.productId,
          productName: line.productName, unit: line.unit, quantity: unallocated(line), dueDate, priority: order.priority,
          sourceKey: `orderItem:${line.id}:${line.productionCount + 1}`, warehouseId: order.warehouseId ?? order.defaultWarehouseId,
        })))
        await allocateLines(work, lines.map((line) => ({
          orderItemId: line.id, kind: 'PRODUCTION', quantity: unallocated(line), productionOrderId: opened.find((one) => one.orderItemId === line.id)!.id, expectedDate: dueDate,
        })))
        const withoutBom = opened.filter((one) => one.bomMissing)
        await openTasks(work, withoutBom.map((one) => ({
          title: `Создать спецификацию для ${one.number}`, type: 'DATA_FIX', priority: 'HIGH', orderId: order.id, relatedEntityType: 'production_order', relatedEntityId: one.id,
          sourceKey: `bom-missing:${one.id}`,
        })))
        return settle(fulfilment, lines, opened.map(({ id, number }) => ({ type: 'production_order', id, number })))
      },
    },
    {
      name: 'buy what is short',
      owed: (fulfilment) => short(fulfilment, 'PRODUCT', 'MATERIAL').length > 0,
      run: async (work, fulfilment) => {
        const { order } = fulfilment
        const lines = short(fulfilment, 'PRODUCT', 'MATERIAL')
        const requiredBy = order.requestedDeliveryDate ?? addDays(work.today, Math.max(...lines.map((line) => line.leadTimeDays ?? 7)))
        fulfilment.expectedOn = later(fulfilment.expectedOn, requiredBy)
        const opened = await openRequisitions(work, {
          orderId: order.id, requiredBy, priority: order.priority,
          lines: lines.map((line) => ({ orderItemId: line.id, allocationId: null, productId: line.productId, unit: line.unit, quantity: unallocated(line), supplierId: line.supplierId, estimatedPrice: line.purchasePrice })),
        })
        await allocateLines(work, lines.map((line) => ({
          orderItemId: line.id, kind: 'PURCHASE', quantity: unallocated(line), expectedDate: requiredBy,
          requisitionLineId: opened.lines.find((one) => one.orderItemId === line.id)!.requisitionLineId,
        })))
        return settle(fulfilment, lines, opened.requisitions)
      },
    },
    {
      name: 'hand out the work',
      owed: (fulfilment) => short(fulfilment, 'SERVICE', 'DIGITAL').length > 0,
      run: async (work, fulfilment) => {
        const { order } = fulfilment
        const lines = short(fulfilment, 'SERVICE', 'DIGITAL')
        await allocateLines(work, lines.map((line) => ({ orderItemId: line.id, kind: 'NONE', quantity: unallocated(line) })))
        const tasks = await openTasks(work, lines.filter((line) => line.productType === 'SERVICE').map((line) => ({
          title: `${line.productName} · ${order.orderNumber}`, type: 'SERVICE_DELIVERY', orderId: order.id, dealId: order.dealId, customerId: order.customerId,
          dueDate: order.requestedDeliveryDate, relatedEntityType: 'order_item', relatedEntityId: line.id, sourceKey: `service:${line.id}`,
        })))
        return settle(fulfilment, lines, tasks)
      },
    },
    {
      name: 'pick what is reserved',
      owed: (fulfilment) => fulfilment.unpicked.length > 0 && mayPick(fulfilment),
      run: async (work, fulfilment) => {
        const pickings = await openPickingOrders(work, fulfilment.order, fulfilment.unpicked)
        fulfilment.unpicked = []
        fulfilment.documents.push(...pickings)
        return pickings
      },
    },
    {
      name: 'plan the delivery',
      owed: ({ order, lines }) => !order.hasDelivery && order.fulfillmentMethod !== 'PICKUP' && lines.some((line) => isStocked(line.productType)),
      run: async (work, fulfilment) => {
        const { order } = fulfilment
        const deliveries = await planDelivery(work, order.id, order.requestedDeliveryDate ?? addWorkingDays(work.today, await work.setting<number>('delivery.leadWorkingDays')))
        if (order.addressMissing) {
          await openTasks(work, [{ title: `Указать адрес доставки · ${order.orderNumber}`, type: 'DATA_FIX', priority: 'HIGH', assignedTo: order.salesRepId, orderId: order.id,
            customerId: order.customerId, sourceKey: `address-missing:${order.id}` }])
        }
        fulfilment.order = { ...order, hasDelivery: true }
        fulfilment.documents.push(...deliveries)
        return deliveries
      },
    },
    {
      name: 'start processing',
      owed: ({ order }) => order.status === 'CONFIRMED',
      run: startProcessing,
    },
    {
      name: 'deliver digital goods',
      owed: (fulfilment) => digitalToDeliver(fulfilment).length > 0,
      run: async (work, fulfilment) => {
        const lines = digitalToDeliver(fulfilment)
        const delivered = lines.map((line) => ({ orderItemId: line.id, quantity: openQuantity(line).minus(line.delivered) }))
        for (const { orderItemId } of delivered) say(work, fulfilment, 'order.digital.delivered', { orderItemId, deliveryRef: orderItemId })
        const { status, version } = await recordReceived(work, await takeOrder(work, fulfilment.order.id), delivered, { deliveredAt: work.now, signature: null })
        fulfilment.order = { ...fulfilment.order, status, version }
        for (const line of lines) (line as Mutable<NeedyLine>).delivered = openQuantity(line)
      },
    },
    {
      name: 'move the order on',
      owed: ({ order, lines }) => deriveOrderStatus(order, lines).status !== order.status,
      run: async (work, fulfilment) => {
        fulfilment.order = await advanceOrder(work, fulfilment.order)
        if (fulfilment.order.status === 'READY') say(work, fulfilment, 'order.ready', { partial: false })
      },
    },
  ],
  waitsFor: ({ lines }) => {
    const waiting = lines.filter((line) => line.waited.isPositive()).map((line) => `${line.productName}: ${line.waited.toString()} ${line.unit}`)
    return waiting.length > 0 ? waiting.join(', ') : undefined
  },
})

async function look(work: UnitOfWork, orderId: string): Promise<Fulfilment | undefined> {
  const order = await lockOrderToFulfil(work, orderId)
  if (!order) return undefined
  const { lines, unpicked } = await orderNeeds(work, orderId)
  const wanting = lines.filter((line) => isStocked(line.productType)).map((line) => ({ id: line.id, productId: line.productId, wanted: unallocated(line).plus(line.waited) }))
    .filter((line) => line.wanted.isPositive())
  const stock: StockRow[] = await lockSellableStock(work, [...new Set(wanting.map((line) => line.productId))])
  return { order, lines, unpicked, takes: planAllocation(wanting, stock, order.warehouseId), documents: [], expectedOn: work.today }
}

async function startProcessing(work: UnitOfWork, fulfilment: Fulfilment): Promise<void> {
  const { order, lines, documents } = fulfilment
  const fromStock = addWorkingDays(work.today, await work.setting<number>('delivery.leadWorkingDays'))
  const promisedDate = order.requestedDeliveryDate ?? later(fromStock, fulfilment.expectedOn)
  fulfilment.order = { ...(await changeOrderStatus(work, { order, to: 'PROCESSING', fulfillmentStatus: 'IN_PROGRESS', set: { promisedDate } })), fulfillmentStatus: 'IN_PROGRESS' }
  const of = (type: string) => documents.filter((document) => document.type === type).map((document) => document.id)
  say(work, fulfilment, 'order.fulfillment.started', {
    hasProduction: of('production_order').length > 0, hasPurchase: of('purchase_requisition').length > 0, pickingOrderIds: of('picking_order'),
    productionOrderIds: of('production_order'), deliveryOrderIds: of('delivery_order'),
  })
  say(work, fulfilment, 'order.allocated', {
    lines: lines.map((line) => ({ orderItemId: line.id, productId: line.productId, allocated: line.allocated.minus(line.waited).toNumber(), waited: line.waited.toNumber() })),
  })
  for (const line of lines.filter((one) => one.waited.isPositive())) {
    say(work, fulfilment, 'order.backordered', { orderItemId: line.id, productId: line.productId, quantity: line.waited.toNumber(), expectedDate: promisedDate })
  }
}

function say(work: UnitOfWork, { order }: Fulfilment, name: string, payload: Record<string, unknown>): void {
  work.announce({ name, aggregateType: 'order', aggregateId: order.id, aggregateVersion: order.version, payload: { orderId: order.id, customerId: order.customerId, dealId: order.dealId, ...payload } })
}

/** The lines are supplied for now: what they lack is on its way and has its documents. */
function settle(fulfilment: Fulfilment, lines: readonly NeedyLine[], documents: readonly DocumentRef[]): readonly DocumentRef[] {
  for (const { id, productType } of lines) {
    const line = lineOf(fulfilment, id)
    if (isStocked(productType)) line.waited = line.waited.plus(unallocated(line))
    line.allocated = openQuantity(line)
  }
  fulfilment.documents.push(...documents)
  return documents
}

const unallocated = (line: NeedyLine) => max(openQuantity(line).minus(line.allocated), Quantity.zero)
const short = ({ lines }: Fulfilment, ...types: string[]) => lines.filter((line) => types.includes(line.productType) && unallocated(line).isPositive())
const lineOf = ({ lines }: Fulfilment, id: string) => lines.find((line) => line.id === id)! as Mutable<NeedyLine>
const mayPick = ({ order, lines }: Fulfilment) => order.allowPartialShipment || lines.every((line) => !line.waited.isPositive())
const digitalToDeliver = ({ order, lines }: Fulfilment) =>
  order.paymentTerms === 'PREPAYMENT' && !order.isPaid ? [] : lines.filter((line) => line.productType === 'DIGITAL' && line.delivered.compare(openQuantity(line)) < 0)
const max = (a: Quantity, b: Quantity) => (a.compare(b) >= 0 ? a : b)
const min = (a: Quantity, b: Quantity) => (a.compare(b) <= 0 ? a : b)
const later = (a: string, b: string) => (a > b ? a : b)
