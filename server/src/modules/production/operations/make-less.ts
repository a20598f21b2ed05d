import type { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { lockProductionOrder } from './lock-production-order.js'
import { insertMaterials } from './material-freeze.js'

/** Less is wanted than was ordered, and nothing has begun: quantity, materials and estimates shrink together. */
export async function makeLess(work: UnitOfWork, id: string, by: Quantity, reason: string): Promise<void> {
  const order = await lockProductionOrder(work, id)
  await work.rows(dropMaterials, [work.workspaceId, id])
  const changed = await work.row<{ version: number; quantity: string }>(shrink, [
    work.workspaceId,
    work.organizationId,
    id,
    by.toString(),
    work.actor.userId,
  ])
  work.announce({
    name: 'production.order.reduced',
    aggregateType: 'production_order',
    aggregateId: id,
    aggregateVersion: changed!.version,
    payload: {
      productionOrderId: id,
      number: order.orderNumber,
      salesOrderId: order.salesOrderId,
      orderItemId: order.orderItemId,
      quantity: Number(changed!.quantity),
      reason,
    },
  })
}

const dropMaterials = sql`delete from app.production_order_materials where workspace_id = $1 and production_order_id = $2`

// The bill is the one that was frozen; what it asks for is reckoned from the lesser quantity as it was from the greater.
const shrink = sql`
  with kept as (
    select po.id, po.quantity - $4::numeric as quantity, (po.quantity - $4::numeric) / po.quantity as share,
      case when coalesce(bill.scrap_percent, 0) = 0 then po.quantity - $4::numeric
        else ceil((po.quantity - $4::numeric) * 100 / (100 - bill.scrap_percent) * 10 ^ coalesce(unit.precision, 6)) / 10 ^ coalesce(unit.precision, 6) end as start_quantity
    from app.production_orders po
    left join app.bills_of_materials bill on bill.workspace_id = $1 and bill.id = po.bom_id
    left join app.units_of_measure unit on unit.workspace_id = $1 and unit.code = po.unit_of_measure
    where po.workspace_id = $1 and po.id = $3
  ), opened as (
    update app.production_orders po set quantity = kept.quantity, start_quantity = kept.start_quantity,
      estimated_cost = round(po.estimated_cost * kept.share)::bigint, labor_cost = round(po.labor_cost * kept.share)::bigint,
      overhead_cost = round(po.overhead_cost * kept.share)::bigint, version = po.version + 1, updated_at = app.now(), updated_by = coalesce($5::uuid, po.updated_by)
    from kept where po.workspace_id = $1 and po.id = kept.id
    returning po.id, po.bom_id, po.start_quantity, po.version, po.quantity
  ), frozen as (${insertMaterials})
  select version, quantity from opened`
