import type { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** What leaves a picking order: whole, or lines of it. */
export interface Unpicking {
  readonly pickingId: string
  readonly whole: boolean
  readonly lines: ReadonlyArray<{ readonly lineId: string; readonly quantity: Quantity; readonly wasPicked: boolean }>
}

/**
 * Goods of an order are not wanted any more: lines that nobody picked leave their lists, picked goods count as picked no longer. A list of
 * which nothing is left is cancelled as it was, the others go on with the rest. The caller has locked order and lists; reservations are
 * released apart.
 */
export async function cancelPicking(
  work: UnitOfWork,
  { orderId, reason, pickings }: { orderId: string; reason: string; pickings: readonly Unpicking[] },
): Promise<void> {
  const lines = pickings.flatMap(({ whole, lines: own }) =>
    own.map((line) => ({ ...line, whole, quantity: line.quantity.toString() })),
  )
  const cancelled = await work.rows<{ id: string; number: string; version: number }>(unpick, [
    work.workspaceId,
    JSON.stringify(lines),
    pickings.filter(({ whole }) => whole).map(({ pickingId }) => pickingId),
    work.actor.userId,
  ])
  for (const { id, number, version } of cancelled) {
    work.announce({
      name: 'picking.cancelled',
      aggregateType: 'picking_order',
      aggregateId: id,
      aggregateVersion: version,
      payload: { pickingOrderId: id, orderId, number, reason },
    })
  }
}

const unpick = sql`
  with given as (
    select * from json_to_recordset($2::json) as g("lineId" uuid, "quantity" numeric, "wasPicked" boolean, "whole" boolean)
  ), shortened as (
    update app.picking_order_lines l set quantity = l.quantity - given."quantity", updated_at = app.now()
    from given where l.workspace_id = $1 and l.id = given."lineId" and not given."whole" and not given."wasPicked" and l.quantity > given."quantity"
  ), gone as (
    delete from app.picking_order_lines l using given
    where l.workspace_id = $1 and l.id = given."lineId" and not given."whole" and not given."wasPicked" and l.quantity <= given."quantity"
  ), put_back as (
    update app.picking_order_lines l set picked_quantity = l.picked_quantity - given."quantity", updated_at = app.now()
    from given where l.workspace_id = $1 and l.id = given."lineId" and not given."whole" and given."wasPicked"
  ), item as (
    update app.order_items i set quantity_picked = i.quantity_picked - part.quantity, version = i.version + 1, updated_at = app.now()
    from (select l.order_item_id, sum(given."quantity") as quantity from given join app.picking_order_lines l on l.workspace_id = $1 and l.id = given."lineId"
      where given."wasPicked" group by 1) part
    where i.workspace_id = $1 and i.id = part.order_item_id
  )
  update app.picking_orders set status = 'CANCELLED', version = version + 1, updated_at = app.now(), updated_by = coalesce($4::uuid, updated_by)
  where workspace_id = $1 and id = any($3::uuid[]) returning id, picking_number as number, version`
