import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { OrderToChange } from './change-order-status.js'

/** Says what of an order was changed by a person. */
export function sayUpdated(
  work: UnitOfWork,
  { id, customerId, dealId }: Pick<OrderToChange, 'id' | 'customerId' | 'dealId'>,
  version: number,
  changes: Readonly<Record<string, unknown>>,
): void {
  work.announce({
    name: 'order.updated',
    aggregateType: 'order',
    aggregateId: id,
    aggregateVersion: version,
    payload: { orderId: id, customerId, dealId, changes },
  })
}
