import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { InlineListener } from '../../../platform/outbox/listener.js'
import { announceBom, rollUpBoms } from '../bom-costs.js'

/** Rolls up the active bills in which a product is built in, after its cost changed. Their products take the result, and so on upwards. */
export async function rollUpParentBoms(work: UnitOfWork, componentId: string): Promise<void> {
  const before = await work.rows<{ id: string; materialCost: bigint }>(billsWith, [work.workspaceId, componentId])
  if (before.length === 0) return
  const known = new Map(before.map((bom) => [bom.id, bom.materialCost]))
  for (const bom of await rollUpBoms(work, [...known.keys()])) {
    if (bom.materialCost !== known.get(bom.id)) announceBom(work, 'bom.cost.changed', bom)
  }
}

/** Hears `product.price.changed`, after the commit: a receipt of material must not wait for every product made of it. */
export const parentBomRoller: InlineListener = {
  name: 'production.roll-up-parent-boms',
  hear: async (work, { payload }) => {
    const { productId, field } = payload as { productId: string; field: string }
    if (field === 'COST' || field === 'PURCHASE_PRICE') await rollUpParentBoms(work, productId)
  },
}

const billsWith = sql`
  select b.id, b.material_cost as "materialCost" from app.bills_of_materials b
  where b.workspace_id = $1 and b.status = 'ACTIVE' and b.deleted_at is null
    and exists (select from app.bom_components c where c.workspace_id = $1 and c.bom_id = b.id and c.component_id = $2)
  order by b.id for no key update of b`
