import { newId } from '../../../kernel/ids.js'
import { Money } from '../../../kernel/money.js'
import type { Quantity } from '../../../kernel/quantity.js'
import type { UnitPrice } from '../../../kernel/unit-price.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { DocumentRef } from '../../../platform/outbox/events.js'

export interface ShortLine {
  readonly orderItemId: string
  /** The allocation the purchase will serve, when it is written already. */
  readonly allocationId: string | null
  readonly productId: string
  readonly unit: string
  readonly quantity: Quantity
  readonly supplierId: string | null
  readonly estimatedPrice: UnitPrice | null
}

export interface Shortage {
  readonly orderId: string
  /** A calendar day. */
  readonly requiredBy: string
  readonly priority: 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT' | 'CRITICAL'
  readonly lines: readonly ShortLine[]
}

export interface OpenedRequisitions {
  readonly requisitions: readonly DocumentRef[]
  readonly lines: ReadonlyArray<{ readonly orderItemId: string; readonly requisitionLineId: string }>
}

interface Header {
  readonly id: string
  readonly number: string
  readonly sourceKey: string
  readonly version: number
  readonly estimatedCost: bigint
}

/**
 * Asks for what an order lacks: one requisition per order and supplier, one line per order line. A line that is still open is
 * not asked for twice; a further shortage joins the line and the requisition that stand.
 */
export async function openRequisitions(work: UnitOfWork, shortage: Shortage): Promise<OpenedRequisitions> {
  if (shortage.lines.length === 0) return { requisitions: [], lines: [] }
  const keyOf = (line: ShortLine) => `order:${shortage.orderId}:${line.supplierId ?? 'none'}`
  const keys = [...new Set(shortage.lines.map(keyOf))].toSorted()
  const numbers = await Promise.all(keys.map(() => work.number('PR')))
  const headers = keys.map((sourceKey, i) => ({ id: newId(), number: numbers[i], sourceKey }))
  const lines = shortage.lines.map((line) => ({
    ...line,
    id: newId(),
    sourceKey: keyOf(line),
    quantity: line.quantity.toString(),
    estimatedPrice: String(line.estimatedPrice?.units ?? 0n),
  }))
  const { workspaceId, organizationId, actor } = work
  const standing = await work.rows<Header>(insertHeaders, [
    workspaceId,
    organizationId,
    JSON.stringify(headers),
    shortage.requiredBy,
    shortage.priority,
    actor.userId,
  ])
  const idOf = new Map(standing.map((header) => [header.sourceKey, header.id]))
  const placed = lines.map((line) => ({ ...line, requisitionId: idOf.get(line.sourceKey) }))
  const written = await work.rows<{
    orderItemId: string
    requisitionLineId: string
    requisitionId: string
    changed: boolean
  }>(insertLines, [workspaceId, organizationId, JSON.stringify(placed)])
  const grown = [...new Set(written.filter((line) => line.changed).map((line) => line.requisitionId))]
  for (const header of grown.length > 0 ? await work.rows<Header>(sumUp, [workspaceId, grown, actor.userId]) : []) {
    const count = written.filter((line) => line.requisitionId === header.id).length
    announceRequisition(work, header, 'ORDER_SHORTAGE', count, shortage.orderId)
  }
  return {
    requisitions: standing.map(({ id, number }) => ({ type: 'purchase_requisition', id, number })),
    lines: written.map(({ orderItemId, requisitionLineId }) => ({ orderItemId, requisitionLineId })),
  }
}

/** Says that a requisition was written or grew. */
export function announceRequisition(
  work: UnitOfWork,
  requisition: { id: string; version: number; estimatedCost: bigint },
  source: string,
  lines: number,
  orderId: string | null,
): void {
  work.announce({
    name: 'purchase.requisition.created',
    aggregateType: 'purchase_requisition',
    aggregateId: requisition.id,
    aggregateVersion: requisition.version,
    payload: {
      requisitionId: requisition.id,
      source,
      orderId,
      estimatedCost: Money.of(requisition.estimatedCost).toNumber(),
      lines,
    },
  })
}

// The update of an existing row changes nothing; it takes its lock and gives its id back.
const insertHeaders = sql`
  insert into app.purchase_requisitions as r (
    organization_id, workspace_id, id, requisition_number, source, source_key, status, priority, requested_by, required_by, created_by)
  select $2, $1, h."id", h."number", 'ORDER_SHORTAGE', h."sourceKey", 'PENDING_APPROVAL', $5::text, $6::uuid, $4::date, $6::uuid
  from json_to_recordset($3::json) as h("id" uuid, "number" text, "sourceKey" text)
  on conflict (workspace_id, source_key) do update set required_by = least(r.required_by, excluded.required_by)
  returning id, requisition_number as "number", source_key as "sourceKey", version, estimated_cost as "estimatedCost"`

// An open line grows when the order needs more than it has on the way; asking for the same again changes nothing.
const insertLines = sql`
  with asked as (
    select * from json_to_recordset($3::json) as a("id" uuid, "requisitionId" uuid, "orderItemId" uuid, "allocationId" uuid,
      "productId" uuid, "unit" text, "quantity" numeric, "supplierId" uuid, "estimatedPrice" bigint)
  ), open as (
    select a."id" as asked_id, line.id, line.order_item_id, line.requisition_id, line.quantity,
      line.received_quantity + a."quantity" + (
        select coalesce(sum(supply.quantity), 0) from app.order_item_allocations supply
        where supply.workspace_id = $1 and supply.requisition_line_id = line.id and supply.kind = 'PURCHASE' and supply.status = 'OPEN') as needed
    from asked a
    join app.purchase_requisition_lines line on line.workspace_id = $1 and line.order_item_id = a."orderItemId"
      and line.requisition_id = a."requisitionId" and line.status not in ('RECEIVED', 'CANCELLED', 'REJECTED')
  ), grown as (
    update app.purchase_requisition_lines line set quantity = open.needed, updated_at = app.now()
    from open where line.workspace_id = $1 and line.id = open.id and open.needed > open.quantity
    returning line.id
  ), written as (
    insert into app.purchase_requisition_lines (
      organization_id, workspace_id, id, requisition_id, product_id, quantity, unit, estimated_price, supplier_id, order_item_id,
      allocation_id, status)
    select $2, $1, a."id", a."requisitionId", a."productId", a."quantity", a."unit", a."estimatedPrice", a."supplierId",
      a."orderItemId", a."allocationId", 'PENDING_APPROVAL'
    from asked a where a."id" not in (select asked_id from open)
    returning id, order_item_id, requisition_id
  )
  select order_item_id as "orderItemId", id as "requisitionLineId", requisition_id as "requisitionId", true as "changed" from written
  union all
  select order_item_id, id, requisition_id, id in (select id from grown) from open`

/** The header follows its lines; one that was closed is open again. */
const sumUp = sql`
  update app.purchase_requisitions r set
    estimated_cost = lines.cost, updated_at = app.now(), updated_by = $3,
    version = case when r.estimated_cost = 0 and r.version = 1 then 1 else r.version + 1 end,
    status = case when r.status in ('RECEIVED', 'CANCELLED', 'REJECTED') then 'PENDING_APPROVAL' else r.status end
  from (
    select requisition_id, coalesce(sum(round(quantity * estimated_price / 100)), 0)::bigint as cost
    from app.purchase_requisition_lines where workspace_id = $1 and requisition_id = any($2::uuid[]) and status <> 'CANCELLED'
    group by requisition_id
  ) lines
  where r.workspace_id = $1 and r.id = lines.requisition_id
  returning r.id, r.requisition_number as "number", r.source_key as "sourceKey", r.version, r.estimated_cost as "estimatedCost"`
