import { eventSentence, stateName } from '@prometric/contracts/chain-labels'
import { type HoldDetails, holdSentence } from '@prometric/contracts/hold-labels'
import type { HoldReason } from '@prometric/contracts/orders'
import { sql } from '../../platform/database/statement.js'
import type { Language } from '../../platform/database/tenant.js'
import type { DomainEvent } from '../../platform/outbox/events.js'
import type { InlineListener } from '../../platform/outbox/listener.js'
import { tell } from './recipients.js'

/** The steps of an order that its seller wants to hear of; the others follow within the second. Shipments speak for themselves. */
const toldStatuses: ReadonlySet<unknown> = new Set(['READY', 'DELIVERED', 'COMPLETED', 'CANCELLED'])

/** Tells the seller what becomes of an order, and those who may release it that it is held, with the figures. */
export const orderNotices: InlineListener = {
  name: 'order-notices',
  concerns: ({ name, payload }) => name !== 'order.status.changed' || toldStatuses.has(payload.newStatus),
  async hear(work, event) {
    const order = await work.row<{ number: string; rep: string | null; customerName: string | null }>(ofOrder, [
      work.workspaceId,
      event.aggregateId,
    ])
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
        title: titleOf(event, order.number, language),
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

function titleOf({ name, payload }: DomainEvent, number: string, language: Language): string {
  return eventSentence(language, name, {
    number,
    from: stateName(language, payload.previousStatus),
    to: stateName(language, payload.newStatus),
    reason: stateName(language, payload.holdReason ?? payload.reason),
  })
}

const ofOrder = sql`
  select o.order_number as number, o.sales_rep_id as rep, c.name as "customerName"
  from app.orders o left join app.customers c on c.workspace_id = o.workspace_id and c.id = o.customer_id where o.workspace_id = $1 and o.id = $2`
