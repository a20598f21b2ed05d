import { eventSentence } from '@prometric/contracts/chain-labels'
import { type HoldDetails, holdSentence } from '@prometric/contracts/hold-labels'
import type { HoldReason } from '@prometric/contracts/orders'
import type { InlineListener } from '../../platform/outbox/listener.js'
import { eventFacts } from '../queries/event-facts.js'
import { tell } from './recipients.js'
import { toldOrder } from './told-order.js'

/** The steps of an order that its seller wants to hear of; the others follow within the second. Shipments speak for themselves. */
const toldStatuses: ReadonlySet<unknown> = new Set(['READY', 'DELIVERED', 'COMPLETED', 'CANCELLED'])

/** Tells the seller what becomes of an order, and those who may release it that it is held, with the figures. */
export const orderNotices: InlineListener = {
  name: 'order-notices',
  concerns: ({ name, payload }) => name !== 'order.status.changed' || toldStatuses.has(payload.newStatus),
  async hear(work, event) {
    const order = await toldOrder(work, event.aggregateId)
    if (!order) return
    const held = event.name === 'order.held'
    const reason = event.payload.holdReason as HoldReason
    // Whoever is asked to approve hears that by itself.
    const asked = reason === 'APPROVAL' || reason === 'CREDIT_LIMIT'
    await tell(
      work,
      {
        employeeIds: [order.rep],
        except: event.actorId,
        ...(held && !asked && { permission: 'ORDERS_APPROVE' as const }),
      },
      (language) => ({
        category: held ? 'APPROVAL' : 'ORDER',
        code: event.name.toUpperCase().replaceAll('.', '_'),
        type: held ? 'WARNING' : 'INFO',
        title: eventSentence(language, event.name, eventFacts(language, event.payload, order.number)),
        message: held
          ? holdSentence(language, reason, (event.payload.details ?? {}) as HoldDetails)
          : (order.customerName ?? order.number),
        link: `/orders/${event.aggregateId}`,
        dedupeKey: `${event.name}:${event.id}`,
        data: { orderId: event.aggregateId },
      }),
    )
  },
}
