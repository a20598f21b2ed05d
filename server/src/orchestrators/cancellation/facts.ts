import type { CancellationChoices } from '@prometric/contracts/cancellation'
import { Money } from '../../kernel/money.js'
import type { Quantity } from '../../kernel/quantity.js'
import { reservationsOfOrder, type StandingReservation } from '../../modules/inventory/queries/reservations-of-order.js'
import { type InvoiceOfOrder, invoicesOfOrder } from '../../modules/invoices/queries/invoices-of-order.js'
import { type PlannedDelivery, plannedDeliveries } from '../../modules/logistics/queries/deliveries-of-order.js'
import { type OrderInHand, takeOrder } from '../../modules/orders/operations/take-order.js'
import {
  type CancellableLine,
  cancellableOrder,
  type OrderToCancel,
} from '../../modules/orders/queries/cancellable-order.js'
import { moneyOfOrder, type PaymentOfOrder } from '../../modules/payments/queries/money-of-order.js'
import { type RequestedLine, requisitionsOfOrder } from '../../modules/procurement/queries/requisitions-of-order.js'
import { type ProductionForOrder, productionOfOrder } from '../../modules/production/queries/production-of-order.js'
import { type OpenTask, openTasksOfOrder } from '../../modules/tasks/queries/tasks-of-order.js'
import { type PickingLine, pickingOfOrder } from '../../modules/warehouse/queries/picking-of-order.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

/** An order and every document that follows from it, as they stand under its locks. */
export interface CancellationFacts {
  readonly order: OrderInHand & OrderToCancel
  readonly lines: readonly CancellableLine[]
  readonly pickings: readonly PickingLine[]
  readonly reservations: readonly StandingReservation[]
  readonly productions: readonly ProductionForOrder[]
  readonly requisitions: readonly RequestedLine[]
  readonly deliveries: readonly PlannedDelivery[]
  readonly tasks: readonly OpenTask[]
  readonly invoices: readonly InvoiceOfOrder[]
  readonly payments: readonly PaymentOfOrder[]
  /** Above this a refund waits for somebody's approval. */
  readonly refundLimit: Money
}

/** What somebody wants cancelled. Without items all that is left. */
export interface CancellationRequest {
  readonly items?: ReadonlyArray<{ readonly itemId: string; readonly quantity: Quantity }>
  readonly choices: CancellationChoices
}

/**
 * Locks an order and all that follows from it, in the house's order — orders, invoices, customer, papers, stock — and tells how it all
 * stands. One question a kind of document; each sees what the locks before it have settled.
 */
export async function lookAtCancellation(work: UnitOfWork, orderId: string): Promise<CancellationFacts> {
  await work.rows(lockOrders, [work.workspaceId, orderId])
  const order = await takeOrder(work, orderId)
  const { header, lines } = await cancellableOrder(work, orderId)
  const invoices = await invoicesOfOrder(work, orderId)
  await work.rows(lockCustomer, [work.workspaceId, order.customerId])
  return {
    order: { ...order, ...header },
    lines,
    invoices,
    payments: await moneyOfOrder(work, orderId),
    pickings: await pickingOfOrder(work, orderId),
    productions: await productionOfOrder(work, orderId),
    requisitions: await requisitionsOfOrder(work, orderId),
    deliveries: await plannedDeliveries(work, orderId),
    tasks: await openTasksOfOrder(work, orderId),
    reservations: await reservationsOfOrder(work, orderId),
    refundLimit: Money.parse(await work.setting<number>('finance.refundApproval')),
  }
}

// Money that was paid for another order may lie on this one's invoices: freed, it changes what that order was paid.
const lockOrders = sql`
  select o.id from app.orders o
  where o.workspace_id = $1 and o.id in (
    select $2::uuid union
    select p.order_id from app.payments p join app.payment_allocations a on a.workspace_id = p.workspace_id and a.payment_id = p.id and a.reversed_at is null
    join app.invoices i on i.workspace_id = a.workspace_id and i.id = a.invoice_id
    where p.workspace_id = $1 and i.order_id = $2)
  order by o.id for no key update`
const lockCustomer = sql`select id from app.customers where workspace_id = $1 and id = $2 for no key update`
