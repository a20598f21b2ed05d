import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { lockCustomer } from './lock-customer.js'

/** No new documents from now on; payments and returns go on. Blocking twice only renews the reason. */
export async function blockCustomer(work: UnitOfWork, id: string, reason: string): Promise<void> {
  await lockCustomer(work, id)
  const row = await work.row<{ version: number }>(setActive, [work.workspaceId, id, false, reason, work.actor.userId])
  work.announce({
    name: 'customer.blocked',
    aggregateType: 'customer',
    aggregateId: id,
    aggregateVersion: row!.version,
    payload: { customerId: id, reason },
  })
}

/** Takes the customer off the stop list. */
export async function unblockCustomer(work: UnitOfWork, id: string): Promise<void> {
  const customer = await lockCustomer(work, id)
  if (customer.isActive) return
  const { version } = (await work.row<{ version: number }>(setActive, [
    work.workspaceId,
    id,
    true,
    null,
    work.actor.userId,
  ]))!
  work.announce({
    name: 'customer.updated',
    aggregateType: 'customer',
    aggregateId: id,
    aggregateVersion: version,
    payload: { customerId: id, changes: ['isActive', 'blockReason'], version },
  })
}

const setActive = sql`
  update app.customers set is_active = $3, block_reason = $4, version = version + 1, updated_at = app.now(), updated_by = $5
  where workspace_id = $1 and id = $2 returning version`
