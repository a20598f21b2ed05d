import { UnitPrice } from '../../kernel/unit-price.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

interface RolledUp {
  readonly id: string
  readonly productId: string
  readonly bomVersion: string
  readonly isDefault: boolean
  readonly version: number
  readonly materialCost: bigint
  readonly laborCost: bigint
  readonly overheadCost: bigint
  readonly totalCost: bigint
}

/**
 * Computes what one good unit costs by these bills: material at today's cost of the components, work by its own cost or by rate and
 * minutes, and the overhead of the product. What the loss of output eats is spread over the good units. Gives the bills as they became.
 */
export async function rollUpBoms(work: UnitOfWork, bomIds: readonly string[]): Promise<RolledUp[]> {
  await work.rows(freshUnitCosts, [work.workspaceId, bomIds])
  return work.rows<RolledUp>(rollUp, [work.workspaceId, bomIds, work.actor.userId])
}

/** Says what a bill costs now. The product of a default bill takes its cost from here. */
export function announceBom(work: UnitOfWork, name: 'bom.activated' | 'bom.cost.changed', bom: RolledUp): void {
  const wire = (units: bigint) => UnitPrice.of(units).toNumber()
  work.announce({
    name,
    aggregateType: 'bom',
    aggregateId: bom.id,
    aggregateVersion: bom.version,
    payload: {
      bomId: bom.id,
      productId: bom.productId,
      version: bom.bomVersion,
      isDefault: bom.isDefault,
      materialCost: wire(bom.materialCost),
      laborCost: wire(bom.laborCost),
      overheadCost: wire(bom.overheadCost),
      totalCost: wire(bom.totalCost),
    },
  })
}

const freshUnitCosts = sql`
  update app.bom_components c set unit_cost = case when p.cost = 0 then coalesce(p.purchase_price, 0) else p.cost end, updated_at = app.now()
  from app.products p
  where c.workspace_id = $1 and c.bom_id = any($2::uuid[]) and p.workspace_id = $1 and p.id = c.component_id`
const rollUp = sql`
  with parts as (
    select b.id, p.overhead_percent,
      round(coalesce((select sum(c.quantity_per_unit * (100 + c.scrap_factor) * c.unit_cost) from app.bom_components c
        where c.workspace_id = $1 and c.bom_id = b.id), 0) / (b.quantity * (100 - b.scrap_percent))) as material,
      round(coalesce((select sum(coalesce(o.cost * b.quantity, (o.setup_minutes + o.run_minutes_per_unit * b.quantity) * coalesce(o.labor_rate, 0) / 60))
        from app.bom_operations o where o.workspace_id = $1 and o.bom_id = b.id), 0) * 100 / (b.quantity * (100 - b.scrap_percent))) as labor
    from app.bills_of_materials b join app.products p on p.workspace_id = $1 and p.id = b.product_id
    where b.workspace_id = $1 and b.id = any($2::uuid[])
  ), costs as (select id, material, labor, round((material + labor) * overhead_percent / 100) as overhead from parts)
  update app.bills_of_materials b set material_cost = costs.material::bigint, labor_cost = costs.labor::bigint, overhead_cost = costs.overhead::bigint,
    total_cost = (costs.material + costs.labor + costs.overhead)::bigint, version = b.version + 1, updated_at = app.now(), updated_by = $3
  from costs where b.workspace_id = $1 and b.id = costs.id
  returning b.id, b.product_id as "productId", b.bom_version as "bomVersion", b.is_default as "isDefault", b.version, b.material_cost as "materialCost",
    b.labor_cost as "laborCost", b.overhead_cost as "overheadCost", b.total_cost as "totalCost"`
