import { newId } from '../../../kernel/ids.js'
import type { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Stock that is kept for a line of an order until it is confirmed. */
export interface KeptStock {
  readonly reservationId: string
  readonly orderItemId: string
  readonly productId: string
  readonly warehouseId: string
  readonly quantity: Quantity
}

/**
 * The order is confirmed: what was kept for its lines is theirs. The balance has counted it since it was kept, so it does not change;
 * reservation, allocation and line do, in one statement. The caller holds the order's lock, without which nobody releases what is kept.
 */
export async function hardenReservations(work: UnitOfWork, orderId: string, kept: readonly KeptStock[]): Promise<void> {
  const done = await work.row<{ hardened: number }>(harden, [
    work.workspaceId,
    work.organizationId,
    orderId,
    kept.map((one) => one.reservationId),
    kept.map(() => newId()),
  ])
  if (done!.hardened !== kept.length) throw new Error(`what was kept for order ${orderId} changed under its lock`)
}

const harden = sql`
  with kept as (
    update app.stock_reservations r set kind = 'HARD', expires_at = null, updated_at = app.now()
    from unnest($4::uuid[], $5::uuid[]) as k (id, allocation_id)
    where r.workspace_id = $1 and r.id = k.id and r.order_id = $3 and r.kind = 'SOFT' and r.status = 'ACTIVE'
    returning r.id, k.allocation_id, r.owner_id, r.warehouse_id, r.quantity
  ), allocation as (
    insert into app.order_item_allocations (organization_id, workspace_id, id, order_item_id, kind, quantity, status, warehouse_id, reservation_id)
    select $2, $1, allocation_id, owner_id, 'STOCK', quantity, 'RESERVED', warehouse_id, id from kept
  ), line as (
    update app.order_items i set quantity_reserved = i.quantity_reserved + served.quantity, version = i.version + 1, updated_at = app.now(),
      status = case when i.quantity_reserved + served.quantity >= i.quantity - i.quantity_cancelled then 'ALLOCATED' else 'PARTIALLY_ALLOCATED' end
    from (select owner_id, sum(quantity) as quantity from kept group by 1) served where i.workspace_id = $1 and i.id = served.owner_id
  )
  select count(*)::int as hardened from kept`
