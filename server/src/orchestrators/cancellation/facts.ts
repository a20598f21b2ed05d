import type { CancellableLine, OrderToCancel } from '../../modules/orders/queries/cancellable-order.js'
import type { OrderInHand } from '../../modules/orders/operations/take-order.js'
import type { StandingReservation } from '../../modules/inventory/queries/reservations-of-order.js'
import type { InvoiceOfOrder } from '../../modules/invoices/queries/invoices-of-order.js'
import type { PlannedDelivery } from '../../modules/logistics/queries/deliveries-of-order.js'
import type { PaymentOfOrder } from '../../modules/payments/queries/money-of-order.js'
import type { RequestedLine } from '../../modules/procurement/queries/requisitions-of-order.js'
import type { ProductionForOrder } from '../../modules/production/queries/production-of-order.js'
import type { OpenTask } from '../../modules/tasks/queries/tasks-of-order.js'
import type { PickingLine } from '../../modules/warehouse/queries/picking-of-order.js'
import type { CancellationChoices } from '@prometric/contracts/cancellation'
import type { Money } from '../../kernel/money.js'
import type { Quantity } from '../../kernel/quantity.js'

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
