import { Money } from '../../../kernel/money.js'
import { against, Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { lockCustomer, lockDeletedCustomer } from './lock-customer.js'
import { refuseTaken } from './refuse-taken.js'

/** Puts a card away. Refused while deals, orders or invoices are open or money is owed either way. */
export async function deleteCustomer(work: UnitOfWork, id: string): Promise<void> {
  const customer = await lockCustomer(work, id)
  const references = (await work.row<{ deals: number; orders: number; invoices: number }>(openDocuments, [
    work.workspaceId,
    id,
  ]))!
  if (customer.balance !== 0n || references.deals + references.orders + references.invoices > 0)
    throw new Refusal('IN_USE', { references, balance: Money.of(customer.balance) })
  const row = await work.row<{ version: number }>(putAway, [work.workspaceId, id, work.actor.userId])
  announce(work, 'customer.deleted', id, row!.version)
}

/** Brings a deleted card back, unless its e-mail, IIN or BIN has a new owner or it was merged away. */
export async function restoreCustomer(work: UnitOfWork, id: string): Promise<void> {
  const customer = await lockDeletedCustomer(work, id)
  if (customer.mergedIntoId) throw against('MERGED', { mergedIntoId: customer.mergedIntoId })
  await refuseTaken(work, customer, id)
  const row = await work.row<{ version: number }>(bringBack, [work.workspaceId, id, work.actor.userId])
  announce(work, 'customer.restored', id, row!.version)
}

function announce(work: UnitOfWork, name: string, id: string, version: number): void {
  work.announce({
    name,
    aggregateType: 'customer',
    aggregateId: id,
    aggregateVersion: version,
    payload: { customerId: id },
  })
}

const openDocuments = sql`
  select
    (select count(*)::int from app.deals where workspace_id = $1 and customer_id = $2 and stage not in ('WON', 'LOST') and deleted_at is null) as deals,
    (select count(*)::int from app.orders where workspace_id = $1 and customer_id = $2 and status not in ('COMPLETED', 'CANCELLED') and deleted_at is null) as orders,
    (select count(*)::int from app.invoices where workspace_id = $1 and customer_id = $2 and status not in ('PAID', 'CANCELLED')
      and balance_due <> 0 and deleted_at is null) as invoices`

const putAway = sql`
  update app.customers set deleted_at = app.now(), deleted_by = $3, version = version + 1, updated_at = app.now(), updated_by = $3
  where workspace_id = $1 and id = $2 returning version`
const bringBack = sql`
  update app.customers set deleted_at = null, deleted_by = null, version = version + 1, updated_at = app.now(), updated_by = $3
  where workspace_id = $1 and id = $2 returning version`
