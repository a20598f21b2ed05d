import { sql } from '../../platform/database/statement.js'

export interface BalanceRow {
  readonly id: string
  readonly warehouseId: string
  readonly productId: string
  readonly quantity: string
  readonly reserved: string
  readonly unitCost: bigint
}

/** Stock rows first, then the products whose cost may move, each in order: everybody who moves stock waits in the same queue. */
export const lockBalances = sql`
  with places as (
    select i.id, i.warehouse_id, i.product_id, i.quantity, i.reserved_quantity, i.unit_cost
    from app.inventory_items i
    join unnest($2::uuid[], $3::uuid[]) as place(warehouse_id, product_id)
      on i.warehouse_id = place.warehouse_id and i.product_id = place.product_id
    where i.workspace_id = $1 and i.location_id is null and i.batch_id is null and i.status = 'AVAILABLE'
    order by i.warehouse_id, i.product_id
    for no key update of i
  ), costed as (
    select id from app.products where workspace_id = $1 and id = any($4::uuid[])
      and (select count(*) from places) >= 0
    order by id
    for no key update
  )
  select id, warehouse_id as "warehouseId", product_id as "productId", quantity, reserved_quantity as "reserved", unit_cost as "unitCost"
  from places where (select count(*) from costed) >= 0`

/** Only for goods that are kept in stock. Somebody else may make the same row at the same moment. */
export const insertMissing = sql`
  insert into app.inventory_items (organization_id, workspace_id, id, warehouse_id, product_id)
  select $2, $1, place.id, place.warehouse_id, place.product_id
  from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as place(id, warehouse_id, product_id)
  join app.products product on product.workspace_id = $1 and product.id = place.product_id and product.track_inventory
  order by place.warehouse_id, place.product_id
  on conflict (workspace_id, warehouse_id, product_id, (coalesce(location_id, '00000000-0000-0000-0000-000000000000'::uuid)),
    (coalesce(batch_id, '00000000-0000-0000-0000-000000000000'::uuid)), status) do nothing`

export interface GoodRow {
  readonly id: string
  readonly name: string
  readonly costingMethod: 'AVERAGE' | 'FIFO' | 'STANDARD'
  readonly stocked: boolean
  readonly onHand: string
  readonly cost: bigint
}

export const readGoods = sql`
  select product.id, product.name, product.costing_method as "costingMethod", product.track_inventory as "stocked", product.cost,
    (select coalesce(sum(i.quantity), 0) from app.inventory_items i where i.workspace_id = $1 and i.product_id = product.id) as "onHand"
  from app.products product where product.workspace_id = $1 and product.id = any($2::uuid[]) and product.deleted_at is null`

export interface MovedRow {
  readonly id: string
  readonly idempotencyKey: string
  readonly unitCost: bigint
  readonly totalCost: bigint
  readonly balanceAfter: string
}

export const readKnown = sql`
  select id, idempotency_key as "idempotencyKey", unit_cost as "unitCost", total_cost as "totalCost", balance_after as "balanceAfter"
  from app.stock_movements where workspace_id = $1 and idempotency_key = any($2::text[])`

export const updateBalances = sql`
  update app.inventory_items i set
    quantity = now.quantity, reserved_quantity = now.reserved, unit_cost = now.unit_cost, last_movement_at = $2, version = i.version + 1, updated_at = app.now()
  from unnest($3::uuid[], $4::numeric[], $5::numeric[], $6::bigint[]) as now(id, quantity, reserved, unit_cost)
  where i.workspace_id = $1 and i.id = now.id`

export const insertMovements = sql`
  insert into app.stock_movements (
    organization_id, workspace_id, id, movement_number, type, warehouse_id, product_id, quantity, unit_cost, total_cost, balance_after,
    reference_type, reference_id, reference_line_id, reason, notes, created_by, occurred_at, idempotency_key)
  select $2, $1, m."id", m."number", m."type", m."warehouseId", m."productId", m."quantity", m."unitCost", m."totalCost", m."balanceAfter",
    m."referenceType", m."referenceId", m."referenceLineId", m."reason", m."notes", $4::uuid, $3::timestamptz, m."key"
  from json_to_recordset($5::json) as m("id" uuid, "number" text, "type" text, "warehouseId" uuid, "productId" uuid, "quantity" numeric,
    "unitCost" bigint, "totalCost" bigint, "balanceAfter" numeric, "referenceType" text, "referenceId" uuid, "referenceLineId" uuid,
    "reason" text, "notes" text, "key" text)`

export const updateCosts = sql`
  update app.products product set cost = now.cost, version = product.version + 1, updated_at = app.now()
  from unnest($2::uuid[], $3::bigint[]) as now(id, cost)
  where product.workspace_id = $1 and product.id = now.id`
