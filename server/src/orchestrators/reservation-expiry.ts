import { releaseKeptStock } from '../modules/inventory/operations/release-kept-stock.js'
import { sql } from '../platform/database/statement.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { everyMinute, type ScheduledJob } from '../platform/schedule/schedule.js'

/** Orders in one transaction; the next tick goes on. */
const ordersAtMost = 100

/** Stock that was kept for a prepayment is given back when its days are over. The order keeps waiting for its money. */
export const reservationExpiry: ScheduledJob = {
  name: 'reservation-expiry',
  queue: 'schedule',
  due: 'select * from app.expired_reservations($1)',
  slot: everyMinute,
  run: async (work) => ({ result: { orders: await releaseExpired(work) } }),
}

/**
 * Does it in one workspace; answers for how many orders. They are locked first, as whoever confirms them does, and one that is being
 * confirmed is left alone.
 */
export async function releaseExpired(work: UnitOfWork): Promise<number> {
  const orders = await work.rows<{ id: string }>(lockOrders, [work.workspaceId, work.now, ordersAtMost])
  await releaseKeptStock(
    work,
    orders.map(({ id }) => id),
    'EXPIRED',
  )
  return orders.length
}

const lockOrders = sql`
  select o.id from app.orders o
  where o.workspace_id = $1 and o.id in (
    select r.order_id from app.stock_reservations r
    where r.workspace_id = $1 and r.status = 'ACTIVE' and r.kind = 'SOFT' and r.expires_at <= $2)
  order by o.id limit $3 for no key update skip locked`
