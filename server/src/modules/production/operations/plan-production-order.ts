import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { lockProductionOrder } from './lock-production-order.js'
import { insertMaterials } from './material-freeze.js'

/** Freezes the bill that was missing when the order was opened. An order that has its bill stays as it is. */
export async function planProductionOrder(work: UnitOfWork, id: string): Promise<void> {
  const order = await lockProductionOrder(work, id)
  if (!['PLANNED', 'WAITING_MATERIALS', 'SCHEDULED'].includes(order.status)) {
    throw new Refusal('INVALID_TRANSITION', { from: order.status, to: 'PLANNED', allowed: [] })
  }
  if (!order.bomMissing) return
  const frozen = await work.row(freeze, [work.workspaceId, work.organizationId, id, work.today, work.actor.userId])
  if (!frozen) throw new Refusal('NO_ACTIVE_BOM', { product: order.productName })
}

const freeze = sql`
  with opened as (
    update app.production_orders po set
      bom_id = bill.id, bom_version = bill.bom_version, bom_missing = false,
      start_quantity = case when bill.scrap_percent = 0 then po.quantity
        else ceil(po.quantity * 100 / (100 - bill.scrap_percent) * 10 ^ coalesce(unit.precision, 6)) / 10 ^ coalesce(unit.precision, 6) end,
      estimated_cost = round(po.quantity * bill.total_cost / 100)::bigint,
      labor_cost = round(po.quantity * bill.labor_cost / 100)::bigint,
      overhead_cost = round(po.quantity * bill.overhead_cost / 100)::bigint,
      version = po.version + 1, updated_at = app.now(), updated_by = $5
    from app.bills_of_materials bill
    left join app.units_of_measure unit on unit.workspace_id = $1 and unit.code = bill.unit
    where po.workspace_id = $1 and po.id = $3 and bill.workspace_id = $1 and bill.product_id = po.product_id and bill.is_default
      and bill.status = 'ACTIVE' and bill.deleted_at is null and coalesce(bill.valid_to, $4::date) >= $4::date
    returning po.id, po.bom_id, po.start_quantity
  ), frozen as (${insertMaterials})
  select id from opened`
