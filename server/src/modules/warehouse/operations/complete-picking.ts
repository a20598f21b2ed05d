import type { CompletePickingBody } from '@prometric/contracts/picking'
import { Quantity } from '../../../kernel/quantity.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { pickingLifecycle } from '../picking.lifecycle.js'
import { lockPicking } from './lock-picking.js'

interface Line {
  readonly id: string
  readonly orderItemId: string
  readonly productId: string
  readonly quantity: string
}

/** The goods stand ready: what was reserved is picked, line by line and whole. */
export async function completePicking(
  work: UnitOfWork,
  id: string,
  { lines: said }: CompletePickingBody,
): Promise<void> {
  const picking = await lockPicking(work, id)
  pickingLifecycle.check(picking.status, 'COMPLETED')
  const lines = await work.rows<Line>(readLines, [work.workspaceId, id])
  if (said) refuseOtherThanWhole(lines, said)
  const closed = await work.row<{ version: number }>(complete, [
    work.workspaceId,
    id,
    work.now,
    work.actor.employeeId,
    work.actor.userId,
  ])
  work.announce({
    name: 'picking.completed',
    aggregateType: 'picking_order',
    aggregateId: id,
    aggregateVersion: closed!.version,
    payload: {
      pickingOrderId: id,
      orderId: picking.orderId,
      full: true,
      shortLines: [],
      lines: lines.map((line) => ({
        id: line.id,
        orderItemId: line.orderItemId,
        productId: line.productId,
        quantity: Number(line.quantity),
      })),
    },
  })
}

function refuseOtherThanWhole(lines: readonly Line[], said: NonNullable<CompletePickingBody['lines']>): void {
  said.forEach(({ id, pickedQuantity }, i) => {
    const line = lines.find((one) => one.id === id)
    if (!line) throw new Refusal('NOT_FOUND', { lineId: id }, `lines[${i}].id`)
    if (!Quantity.parse(pickedQuantity).equals(Quantity.parse(line.quantity)))
      throw whole(line, `lines[${i}].pickedQuantity`)
  })
  const forgotten = lines.find((line) => !said.some((one) => one.id === line.id))
  if (forgotten) throw whole(forgotten, 'lines')
}

function whole(line: Line, field: string): Refusal {
  const quantity = Quantity.parse(line.quantity).toString()
  return new Refusal('QUANTITY_RULE', { minimum: quantity, multiple: quantity, lineId: line.id }, field)
}

const readLines = sql`
  select id, order_item_id as "orderItemId", product_id as "productId", quantity
  from app.picking_order_lines where workspace_id = $1 and picking_order_id = $2 order by sequence, id`

const complete = sql`
  with picked as (
    update app.picking_order_lines set picked_quantity = quantity, updated_at = app.now()
    where workspace_id = $1 and picking_order_id = $2
    returning order_item_id, reservation_id, quantity
  ), items as (
    update app.order_items item set quantity_picked = item.quantity_picked + part.quantity, version = item.version + 1, updated_at = app.now()
    from (select order_item_id, sum(quantity) as quantity from picked group by order_item_id) part
    where item.workspace_id = $1 and item.id = part.order_item_id
  ), allocated as (
    update app.order_item_allocations allocation set status = 'PICKED', updated_at = app.now()
    from picked where allocation.workspace_id = $1 and allocation.reservation_id = picked.reservation_id
      and allocation.order_item_id = picked.order_item_id and allocation.status in ('OPEN', 'RESERVED')
  )
  update app.picking_orders set status = 'COMPLETED', completed_at = $3, started_at = coalesce(started_at, $3),
    assigned_to = coalesce(assigned_to, $4), version = version + 1, updated_at = app.now(), updated_by = $5
  where workspace_id = $1 and id = $2 returning version`
