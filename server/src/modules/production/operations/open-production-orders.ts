import { newId } from '../../../kernel/ids.js'
import type { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { insertMaterials } from './material-freeze.js'

export type Priority = 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT' | 'CRITICAL'

/** One thing to be made. An order opened by hand has neither sales order nor source key. */
export interface ProductionWish {
  readonly orderId: string | null
  readonly orderItemId: string | null
  readonly dealId: string | null
  readonly customerId: string | null
  readonly customerName: string | null
  readonly productId: string
  readonly productName: string
  readonly unit: string
  readonly quantity: Quantity
  /** A calendar day of the workspace. */
  readonly dueDate: string
  readonly priority: Priority
  /** The same key never opens a second order. */
  readonly sourceKey: string | null
  readonly warehouseId: string
  readonly bomId?: string
  readonly notes?: string
}

export interface OpenedProductionOrder {
  readonly id: string
  readonly number: string
  readonly orderItemId: string | null
  readonly bomMissing: boolean
}

type Stored = OpenedProductionOrder & { sourceKey: string | null }

/**
 * Opens production orders and freezes their materials from the default active bill of each product. A product without one is
 * ordered all the same and marked; wishes whose source key is known already answer with the order that stands.
 */
export async function openProductionOrders(
  work: UnitOfWork,
  wishes: readonly ProductionWish[],
): Promise<OpenedProductionOrder[]> {
  if (wishes.length === 0) return []
  const qcRequired = await work.setting<boolean>('production.qcRequired')
  const numbers = await Promise.all(wishes.map(() => work.number('MO')))
  const asked = wishes.map((wish, i) => ({
    ...wish,
    id: newId(),
    number: numbers[i]!,
    quantity: wish.quantity.toString(),
  }))
  const { organizationId, workspaceId, tenant, actor, today, now } = work
  const opened = await work.rows<Stored>(insertOrders, [
    workspaceId,
    organizationId,
    JSON.stringify(asked),
    today,
    tenant.timezone,
    now,
    actor.userId,
    qcRequired,
  ])
  for (const { id, number, bomMissing } of opened) {
    const wish = wishes[asked.findIndex((one) => one.id === id)]!
    const { orderId, orderItemId, productId, dueDate, priority } = wish
    work.announce({
      name: 'production.order.created',
      aggregateType: 'production_order',
      aggregateId: id,
      aggregateVersion: 1,
      payload: {
        productionOrderId: id,
        number,
        orderId,
        orderItemId,
        productId,
        quantity: wish.quantity.toNumber(),
        dueDate,
        priority,
        bomMissing,
      },
    })
  }
  if (opened.length === wishes.length) return opened.map(answer)
  const known = await work.rows<Stored>(ordersOfKeys, [workspaceId, wishes.flatMap((wish) => wish.sourceKey ?? [])])
  const standing = known.filter((order) => !opened.some((one) => one.id === order.id))
  return [...opened, ...standing].map(answer)
}

const answer = ({ id, number, orderItemId, bomMissing }: Stored): OpenedProductionOrder => ({
  id,
  number,
  orderItemId,
  bomMissing,
})

// Amounts: quantity × price (scale 4) / 100 gives tiyn. The costs of a bill are those of one good unit.
const insertOrders = sql`
  with asked as (
    select * from json_to_recordset($3::json) as a("id" uuid, "number" text, "orderId" uuid, "orderItemId" uuid, "dealId" uuid,
      "customerId" uuid, "customerName" text, "productId" uuid, "productName" text, "unit" text, "quantity" numeric, "dueDate" date,
      "priority" text, "sourceKey" text, "warehouseId" uuid, "bomId" uuid, "notes" text)
  ), planned as (
    select a.*, bill.id as bill_id, bill.bom_version, started.quantity as start_quantity,
      round(a."quantity" * coalesce(bill.total_cost, product.cost) / 100)::bigint as estimated_cost,
      round(a."quantity" * bill.labor_cost / 100)::bigint as labor_cost, round(a."quantity" * bill.overhead_cost / 100)::bigint as overhead_cost
    from asked a
    join app.products product on product.workspace_id = $1 and product.id = a."productId"
    left join app.bills_of_materials bill on bill.workspace_id = $1 and bill.product_id = a."productId"
      and bill.status = 'ACTIVE' and bill.deleted_at is null and coalesce(bill.valid_to, $4::date) >= $4::date
      and case when a."bomId" is null then bill.is_default else bill.id = a."bomId" end
    left join app.units_of_measure unit on unit.workspace_id = $1 and unit.code = a."unit"
    cross join lateral (
      select ceil(a."quantity" * 100 / (100 - coalesce(bill.scrap_percent, 0)) * 10 ^ coalesce(unit.precision, 6))
        / 10 ^ coalesce(unit.precision, 6) as quantity
    ) exact
    cross join lateral (
      select case when coalesce(bill.scrap_percent, 0) = 0 then a."quantity" else exact.quantity end as quantity
    ) started
  ), opened as (
    insert into app.production_orders (
      organization_id, workspace_id, id, order_number, production_type, source, status, sales_order_id, order_item_id, deal_id,
      customer_id, customer_name, source_key, product_id, product_name, bom_id, bom_version, bom_missing, quantity, start_quantity,
      unit_of_measure, requested_date, due_date, priority, target_warehouse_id, material_warehouse_id, estimated_cost, labor_cost,
      overhead_cost, qc_required, notes, created_by)
    select $2, $1, p."id", p."number", case when p."orderId" is null then 'MAKE_TO_STOCK' else 'MAKE_TO_ORDER' end,
      case when p."orderId" is null then 'MANUAL' else 'SALES_ORDER' end, 'PLANNED', p."orderId", p."orderItemId", p."dealId",
      p."customerId", p."customerName", p."sourceKey", p."productId", p."productName", p.bill_id, p.bom_version, p.bill_id is null,
      p."quantity", p.start_quantity, p."unit", $6::timestamptz, p."dueDate"::timestamp at time zone $5::text, p."priority",
      p."warehouseId", p."warehouseId", p.estimated_cost, p.labor_cost, p.overhead_cost, $8::boolean, p."notes", $7::uuid
    from planned p
    on conflict (workspace_id, source_key) do nothing
    returning id, order_number, order_item_id, bom_id, bom_missing, start_quantity, source_key
  ), frozen as (${insertMaterials})
  select id, order_number as "number", order_item_id as "orderItemId", bom_missing as "bomMissing", source_key as "sourceKey" from opened`

const ordersOfKeys = sql`
  select id, order_number as "number", order_item_id as "orderItemId", bom_missing as "bomMissing", source_key as "sourceKey"
  from app.production_orders where workspace_id = $1 and source_key = any($2::text[])`
