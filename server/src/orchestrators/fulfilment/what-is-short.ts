import { addDays } from '../../kernel/kazakhstan/working-days.js'
import { allocateLines } from '../../modules/orders/operations/allocate-lines.js'
import { openRequisitions } from '../../modules/procurement/operations/open-requisitions.js'
import { openProductionOrders } from '../../modules/production/operations/open-production-orders.js'
import { openTasks } from '../../modules/tasks/operations/open-tasks.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { DocumentRef } from '../../platform/outbox/events.js'
import { type Fulfilment, later, settle, short } from './facts.js'
import { unallocated } from './supply.js'

/** Days in which something is made or bought when nobody said better. */
const usualDays = 7

/** One production order for each line that lacks what is made here, for the shortage only. */
export async function produceWhatIsShort(work: UnitOfWork, fulfilment: Fulfilment): Promise<readonly DocumentRef[]> {
  const { order } = fulfilment
  const lines = short(fulfilment, 'MANUFACTURED')
  const dueDate = order.requestedDeliveryDate
    ? later(addDays(order.requestedDeliveryDate, -1), work.today)
    : addDays(work.today, usualDays)
  const opened = await openProductionOrders(
    work,
    lines.map((line) => ({
      orderId: order.id,
      orderItemId: line.id,
      dealId: order.dealId,
      customerId: order.customerId,
      customerName: order.customerName,
      productId: line.productId,
      productName: line.productName,
      unit: line.unit,
      quantity: unallocated(line),
      dueDate,
      priority: order.priority,
      sourceKey: `orderItem:${line.id}:${line.productionCount + 1}`,
      warehouseId: order.warehouseId ?? order.defaultWarehouseId,
    })),
  )
  await allocateLines(
    work,
    lines.map((line) => ({
      orderItemId: line.id,
      kind: 'PRODUCTION',
      quantity: unallocated(line),
      productionOrderId: opened.find((one) => one.orderItemId === line.id)!.id,
      expectedDate: dueDate,
    })),
  )
  await openTasks(
    work,
    opened
      .filter((one) => one.bomMissing)
      .map((one) => ({
        title: `Создать спецификацию для ${one.number}`,
        type: 'DATA_FIX',
        priority: 'HIGH',
        orderId: order.id,
        relatedEntityType: 'production_order',
        relatedEntityId: one.id,
        sourceKey: `bom-missing:${one.id}`,
      })),
  )
  fulfilment.expectedOn = later(fulfilment.expectedOn, dueDate)
  return settle(
    fulfilment,
    lines,
    opened.map(({ id, number }) => ({ type: 'production_order', id, number })),
  )
}

/** One requisition for each supplier of what is bought, one line for each line that lacks it. */
export async function buyWhatIsShort(work: UnitOfWork, fulfilment: Fulfilment): Promise<readonly DocumentRef[]> {
  const { order } = fulfilment
  const lines = short(fulfilment, 'PRODUCT', 'MATERIAL')
  const longest = Math.max(...lines.map((line) => line.leadTimeDays ?? usualDays))
  const requiredBy = order.requestedDeliveryDate ?? addDays(work.today, longest)
  const opened = await openRequisitions(work, {
    orderId: order.id,
    requiredBy,
    priority: order.priority,
    lines: lines.map((line) => ({
      orderItemId: line.id,
      allocationId: null,
      productId: line.productId,
      unit: line.unit,
      quantity: unallocated(line),
      supplierId: line.supplierId,
      estimatedPrice: line.purchasePrice,
    })),
  })
  await allocateLines(
    work,
    lines.map((line) => ({
      orderItemId: line.id,
      kind: 'PURCHASE',
      quantity: unallocated(line),
      expectedDate: requiredBy,
      requisitionLineId: opened.lines.find((one) => one.orderItemId === line.id)!.requisitionLineId,
    })),
  )
  fulfilment.expectedOn = later(fulfilment.expectedOn, requiredBy)
  return settle(fulfilment, lines, opened.requisitions)
}

/** Services become tasks; digital goods wait for their payment rule. */
export async function handOutTheWork(work: UnitOfWork, fulfilment: Fulfilment): Promise<readonly DocumentRef[]> {
  const { order } = fulfilment
  const lines = short(fulfilment, 'SERVICE', 'DIGITAL')
  await allocateLines(
    work,
    lines.map((line) => ({ orderItemId: line.id, kind: 'NONE', quantity: unallocated(line) })),
  )
  const tasks = await openTasks(
    work,
    lines
      .filter((line) => line.productType === 'SERVICE')
      .map((line) => ({
        title: `${line.productName} · ${order.orderNumber}`,
        type: 'SERVICE_DELIVERY',
        orderId: order.id,
        dealId: order.dealId,
        customerId: order.customerId,
        dueDate: order.requestedDeliveryDate,
        relatedEntityType: 'order_item',
        relatedEntityId: line.id,
        sourceKey: `service:${line.id}`,
      })),
  )
  return settle(fulfilment, lines, tasks)
}
