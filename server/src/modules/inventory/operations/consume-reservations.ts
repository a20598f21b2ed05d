import type { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

export interface Consumption {
  readonly reservationId: string
  readonly quantity: Quantity
  readonly shipmentLineId: string
}

/** The promises that goods leaving the warehouse keep: a reservation used up is CONSUMED, and the line's allocation is SHIPPED with it. */
export async function consumeReservations(work: UnitOfWork, consumptions: readonly Consumption[]): Promise<void> {
  await work.rows(consume, [
    work.workspaceId,
    consumptions.map((one) => one.reservationId),
    consumptions.map((one) => one.quantity.toString()),
    consumptions.map((one) => one.shipmentLineId),
  ])
}

const consume = sql`
  with given as (
    select * from unnest($2::uuid[], $3::numeric[], $4::uuid[]) as one (id, quantity, shipment_line_id)
  ), consumed as (
    update app.stock_reservations reservation
    set consumed_quantity = reservation.consumed_quantity + given.quantity,
      status = case when reservation.consumed_quantity + given.quantity >= reservation.quantity then 'CONSUMED' else reservation.status end,
      updated_at = app.now()
    from given where reservation.workspace_id = $1 and reservation.id = given.id
    returning reservation.id, reservation.status, given.shipment_line_id
  )
  update app.order_item_allocations allocation
  set status = case when consumed.status = 'CONSUMED' then 'SHIPPED' else allocation.status end,
    shipment_line_id = consumed.shipment_line_id, updated_at = app.now()
  from consumed where allocation.workspace_id = $1 and allocation.reservation_id = consumed.id and allocation.status in ('RESERVED', 'PICKED')`
