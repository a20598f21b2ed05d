import type { Permission } from '@prometric/contracts/permissions'
import type { DomainEvent } from '../outbox/events.js'

/** What a person may follow, and the right it takes. */
export const topics = {
  deals: 'DEALS_VIEW',
  orders: 'ORDERS_VIEW',
  stock: 'INVENTORY_VIEW',
  production: 'PRODUCTION_VIEW',
  tasks: 'TASKS_VIEW',
  invoices: 'INVOICES_VIEW',
  customers: 'CUSTOMERS_VIEW',
  processes: 'PROCESSES_MANAGE',
} as const satisfies Record<string, Permission>

export type Topic = keyof typeof topics

/** What travels: enough to ask for the rest through the API, within the reader's own rights. */
export interface Frame {
  readonly type: string
  readonly id: string
  readonly version: number
}

interface Addressed {
  readonly to: { readonly topic: Topic } | { readonly userId: string }
  readonly frame: Frame
}

/** Events by name, or by what their name begins with, and the frame they become. The first that fits counts. */
const table: ReadonlyArray<readonly [event: string, topic: Topic, frame: string]> = [
  ['deal.created', 'deals', 'deal:created'],
  ['deal.stage.changed', 'deals', 'deal:stage-changed'],
  ['deal.', 'deals', 'deal:updated'],
  ['order.created', 'orders', 'order:created'],
  ['order.status.changed', 'orders', 'order:status-changed'],
  ['order.', 'orders', 'order:updated'],
  ['inventory.', 'stock', 'stock:changed'],
  ['stock.', 'stock', 'stock:changed'],
  ['picking.', 'stock', 'picking:updated'],
  ['delivery.started', 'orders', 'trip:updated'],
  ['delivery.failed', 'orders', 'trip:updated'],
  ['production.', 'production', 'production:updated'],
  ['work.order.', 'production', 'production:updated'],
  ['task.created', 'tasks', 'task:assigned'],
  ['task.assigned', 'tasks', 'task:assigned'],
  ['task.completed', 'tasks', 'task:completed'],
  ['task.', 'tasks', 'task:updated'],
  ['invoice.', 'invoices', 'invoice:updated'],
  ['payment.', 'invoices', 'payment:updated'],
  ['customer.', 'customers', 'customer:updated'],
  ['delivery.parked', 'processes', 'delivery:parked'],
  ['delivery.recovered', 'processes', 'delivery:resolved'],
  ['delivery.skipped', 'processes', 'delivery:resolved'],
]

/** The frame of an event, and who gets it. Most of the platform's own events have none. */
export function frameOf({
  name,
  aggregateId: id,
  aggregateVersion: version,
  payload,
}: DomainEvent): Addressed | undefined {
  if (name === 'notification.created')
    return { to: { userId: payload.userId as string }, frame: { type: 'notification:new', id, version } }
  const row = table.find(([event]) => (event.endsWith('.') ? name.startsWith(event) : name === event))
  return row && { to: { topic: row[1] }, frame: { type: row[2], id: deliveryId(row[1], payload) ?? id, version } }
}

/** What becomes of a delivery is said of its event's document; whoever watches the processes wants the delivery. */
const deliveryId = (topic: Topic, { eventId, consumer }: DomainEvent['payload']) =>
  topic === 'processes' ? `${String(eventId)}:${String(consumer)}` : undefined
