import type { BomExplosion } from '@prometric/contracts/boms'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { hideCosts } from '../../../platform/http/hidden-costs.js'

/**
 * What is needed to make a quantity by the default bill, and what of it is missing. `explode` goes on into the components that are made
 * themselves; each level states the whole need, as if nothing of the level above were in stock.
 */
export async function explodeBom(
  work: UnitOfWork,
  {
    productId,
    quantity = '1',
    explode = false,
  }: { productId: string; quantity?: string | undefined; explode?: boolean },
): Promise<BomExplosion> {
  const found = await work.row<{ name: string; bomId: string | null }>(defaultOf, [work.workspaceId, productId])
  if (!found) throw new Refusal('NOT_FOUND', { productId })
  if (!found.bomId) throw new Refusal('NO_ACTIVE_BOM', { product: found.name, productId })
  const header = (await work.row<{ row: Omit<BomExplosion, 'components'> }>(summary, [
    work.workspaceId,
    found.bomId,
    quantity,
  ]))!.row
  const rows = await work.rows<{ row: BomExplosion['components'][number] }>(needs, [
    work.workspaceId,
    found.bomId,
    header.startQuantity,
    explode ? 10 : 1,
  ])
  const components = rows.map(({ row }) => hideCosts(work, row, ['unitCost', 'totalCost']))
  const totals = hideCosts(work, header.totals, ['materialCost', 'laborCost', 'overheadCost', 'totalCost'])
  return { ...header, totals, components }
}

const defaultOf = sql`
  select p.name, b.id as "bomId" from app.products p
  left join app.bills_of_materials b on b.workspace_id = $1 and b.product_id = p.id and b.is_default and b.status = 'ACTIVE' and b.deleted_at is null
  where p.workspace_id = $1 and p.id = $2 and p.deleted_at is null`
const summary = sql`
  with started as (
    select b.*, $3::numeric as wanted,
      ceil($3::numeric * 100 / (100 - b.scrap_percent) * power(10::numeric, u.precision)) / power(10::numeric, u.precision) as start_quantity
    from app.bills_of_materials b join app.units_of_measure u on u.workspace_id = b.workspace_id and u.code = b.unit
    where b.workspace_id = $1 and b.id = $2)
  select json_build_object('bomId', s.id, 'productId', s.product_id, 'bomVersion', s.bom_version, 'quantity', s.wanted, 'startQuantity', s.start_quantity,
    'totals', json_build_object(
      'materialCost', round(app.price(s.material_cost) * s.wanted, 4), 'laborCost', round(app.price(s.labor_cost) * s.wanted, 4),
      'overheadCost', round(app.price(s.overhead_cost) * s.wanted, 4), 'totalCost', round(app.price(s.total_cost) * s.wanted, 4),
      'totalMinutes', coalesce((select round(sum(o.setup_minutes + o.run_minutes_per_unit * s.start_quantity), 3)
        from app.bom_operations o where o.workspace_id = $1 and o.bom_id = s.id), 0))) as row
  from started s`
// Multiplied before the one division, so that a whole number stays whole before it is rounded up to the unit.
const needs = sql`
  with recursive needed (level, path, bom_id, component_id, required) as (
    select 1, array[c.sequence], c.bom_id, c.component_id,
      ceil($3::numeric * c.quantity_per_unit * (100 + c.scrap_factor) / (b.quantity * 100) * power(10::numeric, u.precision)) / power(10::numeric, u.precision)
    from app.bills_of_materials b
    join app.bom_components c on c.workspace_id = $1 and c.bom_id = b.id
    join app.units_of_measure u on u.workspace_id = $1 and u.code = c.unit
    where b.workspace_id = $1 and b.id = $2
    union all
    select n.level + 1, n.path || c.sequence, c.bom_id, c.component_id,
      ceil(n.required * 100 / (100 - b.scrap_percent) * c.quantity_per_unit * (100 + c.scrap_factor) / (b.quantity * 100) * power(10::numeric, u.precision))
        / power(10::numeric, u.precision)
    from needed n
    join app.bills_of_materials b on b.workspace_id = $1 and b.product_id = n.component_id and b.is_default and b.status = 'ACTIVE' and b.deleted_at is null
    join app.bom_components c on c.workspace_id = $1 and c.bom_id = b.id
    join app.units_of_measure u on u.workspace_id = $1 and u.code = c.unit
    where n.level < $4::int
  )
  select json_build_object('level', n.level, 'componentId', p.id, 'componentCode', p.code, 'componentName', p.name, 'productType', p.product_type, 'unit', p.unit,
    'required', n.required, 'available', stock.available, 'short', greatest(n.required - stock.available, 0), 'unitCost', app.price(p.cost),
    'totalCost', round(n.required * app.price(p.cost), 4), 'leadTimeDays', p.lead_time_days) as row
  from needed n
  join app.products p on p.workspace_id = $1 and p.id = n.component_id
  cross join lateral (select coalesce(sum(i.available_quantity), 0) as available from app.inventory_items i
    where i.workspace_id = $1 and i.product_id = p.id) stock
  order by n.path`
