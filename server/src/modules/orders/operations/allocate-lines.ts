import { newId } from '../../../kernel/ids.js'
import type { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Where a line's quantity will come from when it is not in stock; NONE for work and digital goods. */
export interface LineAllocation {
  readonly orderItemId: string
  readonly kind: 'PRODUCTION' | 'PURCHASE' | 'NONE'
  readonly quantity: Quantity
  readonly productionOrderId?: string
  readonly requisitionLineId?: string
  /** A calendar day. */
  readonly expectedDate?: string
}

/** Writes down what lines wait for, and shows it on them. One standing allocation per line and kind: a further shortage is added to it. */
export async function allocateLines(work: UnitOfWork, allocations: readonly LineAllocation[]): Promise<void> {
  if (allocations.length === 0) return
  const rows = allocations.map((one) => ({ ...one, id: newId(), quantity: one.quantity.toString() }))
  await work.rows(insert, [work.workspaceId, work.organizationId, JSON.stringify(rows)])
}

const insert = sql`
  with asked as (
    select * from json_to_recordset($3::json) as a("id" uuid, "orderItemId" uuid, "kind" text, "quantity" numeric, "productionOrderId" uuid, "requisitionLineId" uuid, "expectedDate" date)
  ), line as (
    update app.order_items i set version = i.version + 1, updated_at = app.now(), requires_production = i.requires_production or asked."kind" = 'PRODUCTION',
      promised_date = greatest(i.promised_date, asked."expectedDate"),
      status = case when asked."kind" = 'NONE' then 'ALLOCATED' when i.quantity_reserved > 0 then 'PARTIALLY_ALLOCATED'
        when asked."kind" = 'PRODUCTION' then 'IN_PRODUCTION' else 'ON_PURCHASE' end
    from asked where i.workspace_id = $1 and i.id = asked."orderItemId"
  )
  insert into app.order_item_allocations as x (organization_id, workspace_id, id, order_item_id, kind, quantity, status, production_order_id, requisition_line_id, expected_date)
  select $2, $1, "id", "orderItemId", "kind", "quantity", 'OPEN', "productionOrderId", "requisitionLineId", "expectedDate" from asked
  on conflict (workspace_id, order_item_id, kind) where kind in ('PRODUCTION', 'PURCHASE', 'NONE') and status <> 'CANCELLED'
  do update set quantity = x.quantity + excluded.quantity, status = 'OPEN', updated_at = app.now(),
    production_order_id = coalesce(excluded.production_order_id, x.production_order_id),
    requisition_line_id = coalesce(excluded.requisition_line_id, x.requisition_line_id), expected_date = excluded.expected_date`
