import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Hands over digital goods: delivered the moment the payment rule allows it. */
export async function deliverDigitalLines(work: UnitOfWork, order: { id: string; version: number }, itemIds: readonly string[]): Promise<void> {
  await work.rows(deliver, [work.workspaceId, itemIds])
  for (const orderItemId of itemIds) {
    work.announce({
      name: 'order.digital.delivered', aggregateType: 'order', aggregateId: order.id, aggregateVersion: order.version,
      payload: { orderId: order.id, orderItemId, deliveryRef: orderItemId },
    })
  }
}

const deliver = sql`
  with line as (
    update app.order_items set quantity_delivered = quantity - quantity_cancelled, status = 'DELIVERED', version = version + 1, updated_at = app.now()
    where workspace_id = $1 and id = any($2::uuid[])
    returning id
  )
  update app.order_item_allocations set status = 'DONE', updated_at = app.now()
  where workspace_id = $1 and order_item_id in (select id from line) and kind = 'NONE' and status = 'OPEN'`
