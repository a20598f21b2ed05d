import { sql } from '../../platform/database/statement.js'

/** What is still to be issued, and how much of each may be taken from the warehouse ($3). */
export const readMaterials = sql`
  select m.id, m.component_id as "componentId", m.component_name as name, m.unit, m.required_quantity as required,
    greatest(coalesce(stock.available, 0) - sum(m.required_quantity) over (partition by m.component_id order by m.id) + m.required_quantity, 0) as available
  from app.production_order_materials m
  left join lateral (
    select i.available_quantity as available from app.inventory_items i
    where i.workspace_id = m.workspace_id and i.warehouse_id = $3 and i.product_id = m.component_id
      and i.location_id is null and i.batch_id is null and i.status = 'AVAILABLE'
  ) stock on true
  where m.workspace_id = $1 and m.production_order_id = $2 and m.status <> 'ISSUED'
  order by m.id`

export const issueMaterials = sql`
  update app.production_order_materials m set issued_quantity = m.required_quantity, unit_cost = issued.unit_cost, status = 'ISSUED', updated_at = app.now()
  from unnest($2::uuid[], $3::bigint[]) as issued(id, unit_cost)
  where m.workspace_id = $1 and m.id = issued.id`

export const readProductCost = sql`select cost from app.products where workspace_id = $1 and id = $2`

export const closeOrder = sql`
  update app.production_orders set
    status = 'COMPLETED', completed_quantity = quantity, progress = 100, actual_start = coalesce(actual_start, $3), actual_end = $3,
    material_cost = $4, actual_cost = $5, version = version + 1, updated_at = app.now(), updated_by = $6
  where workspace_id = $1 and id = $2`
