import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { announceDeal } from '../events.js'
import { lockDeal, lockDeletedDeal, type Believed } from '../locked-deal.js'
import { patchDeal } from '../write-deal.js'

/** Puts a deal away. One with an order that lives, or that was won and has any order, stays. */
export async function deleteDeal(work: UnitOfWork, id: string, believed: Believed = {}): Promise<void> {
  const deal = await lockDeal(work, id, believed)
  const order = await work.row<{ orderNumber: string }>(orderInTheWay, [work.workspaceId, id, deal.stage])
  if (order) throw new Refusal('IN_USE', { orderNumber: order.orderNumber })
  const version = await patchDeal(work, id, { deleted_at: work.now.toISOString(), deleted_by: work.actor.userId })
  announceDeal(work, 'deal.deleted', { id, version }, { customerId: deal.customerId })
}

/** Brings a deleted deal back as it was. */
export async function restoreDeal(work: UnitOfWork, id: string): Promise<void> {
  const { customerId } = await lockDeletedDeal(work, id)
  const version = await patchDeal(work, id, { deleted_at: null, deleted_by: null })
  announceDeal(work, 'deal.updated', { id, version }, { changes: { restored: true }, customerId })
}

const orderInTheWay = sql`
  select order_number as "orderNumber" from app.orders
  where workspace_id = $1 and deal_id = $2 and deleted_at is null and ($3 = 'WON' or status <> 'CANCELLED') limit 1`
