import { newId } from '../../../kernel/ids.js'
import { piece, sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { PricedDocument } from '../../pricing/public.js'
import { lineColumns, lineRow, lineValues, type OrderLine } from '../order-line.js'
import { raisedPriority } from '../raised-priority.js'
import { announceOrderCreated, type CreatedOrder } from './announce-order-created.js'
import { explodeBundles } from './explode-bundles.js'

/** What the header says besides the amounts: column names of app.orders. */
export type OrderHeader = Readonly<Record<string, unknown>> & { readonly customer_id: string }

/** Writes an order with priced lines in one statement and says that it exists. */
export async function insertOrder(
  work: UnitOfWork,
  header: OrderHeader,
  lines: readonly OrderLine[],
  priced: PricedDocument,
): Promise<CreatedOrder> {
  const type = lines.every((line) => line.productType === 'SERVICE') ? 'SERVICE' : 'SALES'
  const orderNumber = await work.number(type === 'SERVICE' ? 'SV' : 'SO')
  const id = newId()
  const status = (header.status as string | undefined) ?? 'PENDING'
  const row = {
    source: 'MANUAL',
    order_date: work.today,
    priority: 'NORMAL',
    fulfillment_method: 'DELIVERY',
    allow_partial_shipment: true,
    is_urgent: false,
    requires_approval: false,
    discount: 0,
    shipping_vat_rate: 0,
    tags: [],
    custom_fields: {},
    ...header,
    status,
    order_number: orderNumber,
    type,
    subtotal: String(priced.subtotal.tiyn),
    gross_amount: String(priced.grossAmount.tiyn),
    discount_amount: String(priced.discountAmount.tiyn),
    tax_amount: String(priced.taxAmount.tiyn),
    shipping_cost: String(priced.shippingCost.tiyn),
    total_amount: String(priced.totalAmount.tiyn),
  }
  const items = lines.map((line, i) => ({ id: newId(), line_no: i + 1, ...lineRow(line, priced.lines[i]!) }))
  const version = (await work.row<{ version: number }>(insert, [
    work.workspaceId,
    work.organizationId,
    id,
    JSON.stringify(row),
    JSON.stringify(items),
    work.actor.userId,
    work.now,
    work.tenant.correlationId,
  ]))!.version
  if (lines.some((line) => line.productType === 'BUNDLE')) await explodeBundles(work, id)
  return announceOrderCreated(work, {
    id,
    orderNumber,
    version,
    type,
    source: String(row.source),
    customerId: header.customer_id,
    dealId: (header.deal_id as string | undefined) ?? null,
    totalAmount: priced.totalAmount.tiyn,
    requiresApproval: Boolean(row.requires_approval),
    lineCount: lines.length,
  })
}

const insert = sql`
  with made as (
    insert into app.orders (organization_id, workspace_id, id, order_number, type, source, source_key, status, customer_id, deal_id, contact_person_id, sales_rep_id,
      department_id, order_date, po_number, contract_number, subtotal, gross_amount, discount, discount_type, discount_amount, tax_amount, shipping_cost,
      shipping_vat_rate, total_amount, payment_method, payment_terms, priority, is_urgent, fulfillment_method, allow_partial_shipment, warehouse_id,
      shipping_address_id, delivery_address, requested_delivery_date, requires_approval, special_instructions, notes, internal_notes, tags, custom_fields, created_by)
    select $2, $1, $3, o.order_number, o.type, o.source, o.source_key, o.status, o.customer_id, o.deal_id, o.contact_person_id, o.sales_rep_id,
      o.department_id, o.order_date, o.po_number, o.contract_number, o.subtotal, o.gross_amount, o.discount, o.discount_type, o.discount_amount, o.tax_amount,
      o.shipping_cost, o.shipping_vat_rate, o.total_amount, o.payment_method, o.payment_terms,
      ${piece(raisedPriority('o'))}, o.is_urgent, o.fulfillment_method,
      o.allow_partial_shipment, o.warehouse_id, o.shipping_address_id, o.delivery_address, o.requested_delivery_date, o.requires_approval,
      o.special_instructions, o.notes, o.internal_notes, o.tags, o.custom_fields, $6
    from jsonb_populate_record(null::app.orders, $4::jsonb) o
    returning *
  ), items as (
    insert into app.order_items (organization_id, workspace_id, id, order_id, line_no, ${lineColumns}, margin_amount, margin_percent, requested_date)
    select $2, $1, i.id, $3, i.line_no, ${lineValues},
      i.net_amount - round(i.quantity * i.cost / 100)::bigint, round((i.net_amount - round(i.quantity * i.cost / 100)) * 100 / nullif(i.net_amount, 0), 4),
      coalesce(i.requested_date, made.requested_delivery_date)
    from jsonb_populate_recordset(null::app.order_items, $5::jsonb) i cross join made
  ), history as (
    insert into app.order_status_history (organization_id, workspace_id, id, order_id, to_status, changed_by, changed_at, correlation_id)
    select $2, $1, app.uuid_v7(), $3, status, $6, $7, $8 from made
  )
  select version from made`
