import { Money } from '../../../kernel/money.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

export interface CreatedOrder {
  readonly id: string
  readonly orderNumber: string
  readonly version: number
  readonly type: string
  readonly source: string
  readonly customerId: string
  readonly dealId: string | null
  readonly totalAmount: bigint
  readonly requiresApproval: boolean
  readonly lineCount: number
}

/** Says that an order exists; acceptance hears it. */
export function announceOrderCreated(work: UnitOfWork, order: CreatedOrder): CreatedOrder {
  work.announce({
    name: 'order.created',
    aggregateType: 'order',
    aggregateId: order.id,
    aggregateVersion: order.version,
    payload: {
      orderId: order.id,
      orderNumber: order.orderNumber,
      type: order.type,
      source: order.source,
      customerId: order.customerId,
      dealId: order.dealId,
      totalAmount: Money.of(order.totalAmount).toNumber(),
      requiresApproval: order.requiresApproval,
      lineCount: order.lineCount,
      createdBy: work.actor.userId,
    },
  })
  return order
}
