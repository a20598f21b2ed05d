import type { PickingStatus } from '@prometric/contracts/picking'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

export interface LockedPicking {
  readonly id: string
  readonly orderId: string
  readonly status: PickingStatus
}

/** The sales order first, then its picking order: the house's order of locks. */
export async function lockPicking(work: UnitOfWork, id: string): Promise<LockedPicking> {
  if (!(await work.row(lockOrder, [work.workspaceId, id]))) throw new Refusal('NOT_FOUND')
  return (await work.row<LockedPicking>(lock, [work.workspaceId, id]))!
}

const lockOrder = sql`
  select id from app.orders where workspace_id = $1
    and id = (select order_id from app.picking_orders where workspace_id = $1 and id = $2)
  for no key update`
const lock = sql`
  select id, order_id as "orderId", status from app.picking_orders where workspace_id = $1 and id = $2 for no key update`
