import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { priceDocument } from '../../pricing/public.js'
import type { EditableOrder } from '../editable-order.js'
import { lineColumns, lineRow, lineValues } from '../order-line.js'
import type { StoredLine } from '../stored-lines.js'
import { explodeBundles } from './explode-bundles.js'

/**
 * Prices a locked order anew from its lines, its discount and its shipping, and writes lines and header in one statement. Lines that are
 * not named any more are gone; a bundle whose line changed is opened anew. Gives the new version.
 */
export async function repriceOrder(
  work: UnitOfWork,
  order: Pick<EditableOrder, 'id' | 'discount' | 'shippingCost' | 'shippingVatRate'>,
  stored: readonly StoredLine[],
): Promise<number> {
  const lines = stored.filter((line) => !line.isCancelled)
  const priced = priceDocument({
    lines,
    linesField: 'items',
    // Without lines there is nothing to take it from; it stays for the lines to come.
    discount: lines.length > 0 ? order.discount : undefined,
    shippingCost: order.shippingCost,
    shippingVatRate: order.shippingVatRate,
  })
  const rows = lines.map((line, i) => ({
    id: line.id,
    line_no: line.lineNo,
    ...lineRow(line, priced.lines[i]!),
  }))
  const header = {
    type: lines.every((line) => line.productType === 'SERVICE') && lines.length > 0 ? 'SERVICE' : 'SALES',
    subtotal: String(priced.subtotal.tiyn),
    gross_amount: String(priced.grossAmount.tiyn),
    discount: String(order.discount?.value ?? 0n),
    discount_type: order.discount?.type ?? null,
    discount_amount: String(priced.discountAmount.tiyn),
    tax_amount: String(priced.taxAmount.tiyn),
    shipping_cost: String(priced.shippingCost.tiyn),
    shipping_vat_rate: order.shippingVatRate.toString(),
    total_amount: String(priced.totalAmount.tiyn),
  }
  await work.rows(dropChanged, [work.workspaceId, order.id, JSON.stringify(rows)])
  const { version } = (await work.row<{ version: number }>(write, [
    work.workspaceId,
    work.organizationId,
    order.id,
    JSON.stringify(header),
    JSON.stringify(rows),
    work.actor.userId,
  ]))!
  if (lines.some((line) => line.productType === 'BUNDLE')) await explodeBundles(work, order.id)
  return version
}

// Lines that are named no more, and the parts of bundles whose quantity or amounts change: they are opened from the line as it then is.
const dropChanged = sql`
  with given as (
    select * from jsonb_populate_recordset(null::app.order_items, $3::jsonb)
  ), stale as (
    select i.id from app.order_items i left join given on given.id = coalesce(i.parent_item_id, i.id)
    left join app.order_items bundle on bundle.workspace_id = i.workspace_id and bundle.id = i.parent_item_id
    where i.workspace_id = $1 and i.order_id = $2 and i.quantity_cancelled < i.quantity and (given.id is null
      or bundle.id is not null and (bundle.quantity, bundle.net_amount, bundle.tax_amount) is distinct from (given.quantity, given.net_amount, given.tax_amount))
  ), parts as (
    delete from app.order_items i using stale where i.workspace_id = $1 and i.id = stale.id and i.parent_item_id is not null
  )
  delete from app.order_items i using stale where i.workspace_id = $1 and i.id = stale.id and i.parent_item_id is null`

const write = sql`
  with line as (
    insert into app.order_items as line (organization_id, workspace_id, id, order_id, line_no, ${lineColumns}, margin_amount, margin_percent, requested_date)
    select $2, $1, i.id, $3, i.line_no, ${lineValues},
      earned.margin, greatest(least(round(earned.margin * 100.0 / nullif(i.net_amount, 0), 4), 999.9999), -999.9999), i.requested_date
    from jsonb_populate_recordset(null::app.order_items, $5::jsonb) i
    cross join lateral (select i.net_amount - round(i.quantity * i.cost / 100)::bigint as margin) earned
    on conflict (workspace_id, id) do update set quantity = excluded.quantity, unit_price = excluded.unit_price, price_includes_vat = excluded.price_includes_vat,
      discount = excluded.discount, discount_type = excluded.discount_type, vat_rate = excluded.vat_rate, vat_exempt = excluded.vat_exempt,
      vat_category = excluded.vat_category, vat_rate_id = excluded.vat_rate_id, vat_date = excluded.vat_date, gross_amount = excluded.gross_amount,
      line_discount_amount = excluded.line_discount_amount, document_discount_share = excluded.document_discount_share, net_amount = excluded.net_amount,
      tax_amount = excluded.tax_amount, total_price = excluded.total_price, margin_amount = excluded.margin_amount, margin_percent = excluded.margin_percent,
      requested_date = excluded.requested_date, specifications = excluded.specifications, notes = excluded.notes, version = line.version + 1, updated_at = app.now()
  )
  update app.orders o set type = h.type, subtotal = h.subtotal, gross_amount = h.gross_amount, discount = h.discount, discount_type = h.discount_type,
    discount_amount = h.discount_amount, tax_amount = h.tax_amount, shipping_cost = h.shipping_cost, shipping_vat_rate = h.shipping_vat_rate,
    total_amount = h.total_amount, cost_amount = case when cost.known then cost.amount end, margin_amount = case when cost.known then h.subtotal - cost.amount end,
    margin_percent = case when cost.known then greatest(least(round((h.subtotal - cost.amount) * 100.0 / nullif(h.subtotal, 0), 4), 999.9999), -999.9999) end,
    version = o.version + 1, updated_at = app.now(), updated_by = $6
  from jsonb_populate_record(null::app.orders, $4::jsonb) h
  cross join (select coalesce(sum(round(i.quantity * i.cost / 100)), 0)::bigint as amount, coalesce(bool_and(i.cost is not null), false) as known
    from jsonb_populate_recordset(null::app.order_items, $5::jsonb) i) cost
  where o.workspace_id = $1 and o.id = $3
  returning o.version`
