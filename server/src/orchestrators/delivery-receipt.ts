import { Money } from '../kernel/money.js'
import { Quantity } from '../kernel/quantity.js'
import { invalid, Refusal } from '../kernel/refusal.js'
import {
  completeDelivery,
  type OpenLine,
  openShipmentLines,
  type Outcome,
} from '../modules/logistics/operations/complete-delivery.js'
import { advanceOrder } from '../modules/orders/operations/advance-order.js'
import {
  type DeliveredLine,
  type RecognisedLine,
  recordDeliveredLines,
} from '../modules/orders/operations/record-delivered-lines.js'
import type { OrderInHand } from '../modules/orders/operations/take-order.js'
import { shippingAmounts } from '../modules/orders/queries/shipping-amounts.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { tryComplete } from './order-completion.js'

export interface Receipt {
  readonly shipmentIds: readonly string[]
  readonly deliveredAt?: Date
  readonly proof?: Record<string, unknown> | null
  readonly codCollected?: Money
  /** What became of lines of the delivery that were not simply received whole. */
  readonly outcomes?: ReadonlyMap<string, Pick<Outcome, 'delivered' | 'rejected' | 'rejectReason'>>
}

/** The customer has received shipments of a locked order: the papers end, the lines are delivered, revenue is recognised. */
export async function deliverShipments(work: UnitOfWork, order: OrderInHand, receipt: Receipt): Promise<OrderInHand> {
  const deliveredAt = receipt.deliveredAt ?? work.now
  if (deliveredAt > work.now) throw invalid('deliveredAt', 'NOT_IN_THE_FUTURE')
  const received: Outcome[] = []
  let codCollected = receipt.codCollected?.tiyn ?? 0n
  for (const shipmentId of [...receipt.shipmentIds].toSorted()) {
    const open = await openShipmentLines(work, shipmentId)
    if (open.length === 0) throw new Refusal('NOT_FOUND', { shipmentId }, 'shipmentId')
    const outcomes = open.map((line) => outcomeOf(line, receipt))
    await completeDelivery(work, {
      orderId: order.id,
      shipmentId,
      deliveredAt,
      proof: receipt.proof ?? null,
      codCollected,
      outcomes,
    })
    codCollected = 0n
    received.push(...outcomes)
  }
  const delivered = received
    .filter((line) => line.delivered.isPositive())
    .map(({ orderItemId, delivered: quantity }) => ({ orderItemId, quantity }))
  return recordReceived(work, order, delivered, { deliveredAt, signature: receipt.proof ?? null })
}

function outcomeOf(line: OpenLine, { outcomes }: Receipt): Outcome {
  const { shipmentLineId, orderItemId, productId, quantity } = line
  const said = line.deliveryLineId ? outcomes?.get(line.deliveryLineId) : undefined
  const { delivered, rejected, rejectReason } = said ?? {
    delivered: quantity,
    rejected: Quantity.zero,
    rejectReason: null,
  }
  if (!delivered.plus(rejected).equals(quantity)) {
    throw invalid('lines', 'WHOLE_LINE', { quantity: quantity.toNumber() })
  }
  return { shipmentLineId, orderItemId, productId, delivered, rejected, rejectReason }
}

/** When it was, and what proves it. */
interface Receiving {
  readonly deliveredAt: Date
  readonly signature: Record<string, unknown> | null
}

/** Lines of a locked order are delivered or done: revenue is recognised by them, the order moves on and ends when nothing more is owed. */
export async function recordReceived(
  work: UnitOfWork,
  order: OrderInHand,
  delivered: readonly DeliveredLine[],
  receiving: Receiving,
): Promise<OrderInHand> {
  if (delivered.length === 0) return order
  const lines = await recordDeliveredLines(work, order.id, delivered)
  const moved = await advanceOrder(work, order, receiving.deliveredAt)
  await tellDelivered(work, moved, lines, receiving)
  return tryComplete(work, moved)
}

/** Says what of an order was received, or done, and the revenue that this recognises. */
export async function tellDelivered(
  work: UnitOfWork,
  order: OrderInHand,
  lines: readonly RecognisedLine[],
  { deliveredAt, signature }: Receiving,
): Promise<void> {
  const isPartial = order.status !== 'DELIVERED'
  const shipping = isPartial ? { net: Money.zero, gross: Money.zero } : await shippingAmounts(work, order.id)
  work.announce({
    name: 'order.delivered',
    aggregateType: 'order',
    aggregateId: order.id,
    aggregateVersion: order.version,
    payload: {
      orderId: order.id,
      customerId: order.customerId,
      dealId: order.dealId,
      deliveredAt: deliveredAt.toISOString(),
      isPartial,
      signature,
      recognizedNet: Money.sum([shipping.net, ...lines.map((line) => line.net)]).toNumber(),
      recognizedGross: Money.sum([shipping.gross, ...lines.map((line) => line.gross)]).toNumber(),
      lines: lines.map(({ orderItemId, productId, quantity, net, gross }) => ({
        orderItemId,
        productId,
        quantity: quantity.toNumber(),
        net: net.toNumber(),
        gross: gross.toNumber(),
      })),
    },
  })
}
