import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { DocumentRef } from '../../../platform/outbox/events.js'

/** The planned delivery of an order: a header that waits for its goods. Lines come with the shipment. */
export async function planDelivery(work: UnitOfWork, orderId: string, scheduledDate: string): Promise<DocumentRef[]> {
  const number = await work.number('DO')
  const id = newId()
  const planned = await work.row<{ id: string }>(insert, [
    work.workspaceId,
    orderId,
    id,
    number,
    scheduledDate,
    work.actor.userId,
  ])
  if (!planned) return []
  work.announce({
    name: 'delivery.created',
    aggregateType: 'delivery_order',
    aggregateId: id,
    aggregateVersion: 1,
    payload: { deliveryOrderId: id, number, orderId, scheduledDate },
  })
  return [{ type: 'delivery_order', id, number }]
}

const insert = sql`
  insert into app.delivery_orders (organization_id, workspace_id, id, delivery_number, source_order_id, source_order_type, customer_id, status, priority,
    delivery_address, recipient_name, recipient_phone, scheduled_date, created_by)
  select o.organization_id, $1, $3, $4, o.id, 'SALES', o.customer_id, 'PLANNED', o.priority, o.delivery_address,
    o.delivery_address->>'contactName', left(o.delivery_address->>'contactPhone', 20), $5::date, $6
  from app.orders o where o.workspace_id = $1 and o.id = $2
  on conflict do nothing
  returning id`
