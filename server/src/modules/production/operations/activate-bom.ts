import { bomStatuses } from '@prometric/contracts/boms'
import { lifecycle } from '../../../kernel/lifecycle.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { announceBom, rollUpBoms } from '../bom-costs.js'
import { refuseBomCircle } from '../bom-parts.js'

export const bomLifecycle = lifecycle({
  name: 'bom',
  states: bomStatuses,
  moves: [
    { from: 'DRAFT', to: 'ACTIVE', event: 'bom.activated' },
    { from: 'INACTIVE', to: 'ACTIVE', event: 'bom.activated' },
    { from: 'ACTIVE', to: 'INACTIVE' },
    { from: 'DRAFT', to: 'ARCHIVED' },
    { from: 'INACTIVE', to: 'ARCHIVED' },
  ],
})

/** Puts a bill of materials in force, by default as the one its product is made by. Its costs are rolled up anew. */
export async function activateBom(
  work: UnitOfWork,
  { id, isDefault = true }: { id: string; isDefault?: boolean | undefined },
): Promise<void> {
  const bom = await work.row<{ productId: string; status: (typeof bomStatuses)[number]; wasDefault: boolean }>(
    lockBom,
    [work.workspaceId, id],
  )
  if (!bom) throw new Refusal('NOT_FOUND')
  if (bom.status !== 'ACTIVE') bomLifecycle.check(bom.status, 'ACTIVE')
  await refuseBomCircle(work, bom.productId)
  const becomesDefault = isDefault || bom.wasDefault
  if (becomesDefault) await work.rows(stepAside, [work.workspaceId, id, bom.productId])
  await work.rows(activate, [work.workspaceId, id, becomesDefault, work.actor.userId])
  const [rolledUp] = await rollUpBoms(work, [id])
  announceBom(work, 'bom.activated', rolledUp!)
}

// The product first, as everywhere: who makes another bill of it the default waits here.
const lockBom = sql`
  with product as (
    select p.id from app.products p join app.bills_of_materials b on b.workspace_id = $1 and b.product_id = p.id
    where p.workspace_id = $1 and b.id = $2 for no key update of p)
  select b.product_id as "productId", b.status, b.is_default and b.status = 'ACTIVE' as "wasDefault"
  from app.bills_of_materials b join product on product.id = b.product_id
  where b.workspace_id = $1 and b.id = $2 and b.deleted_at is null for no key update of b`
const stepAside = sql`
  update app.bills_of_materials set is_default = false, version = version + 1, updated_at = app.now()
  where workspace_id = $1 and product_id = $3 and id <> $2 and is_default and deleted_at is null`
const activate = sql`
  update app.bills_of_materials set status = 'ACTIVE', is_default = $3, approved_by = $4, approved_at = app.now(), updated_at = app.now(), updated_by = $4
  where workspace_id = $1 and id = $2`
