import { newId } from '../../../kernel/ids.js'
import { Money } from '../../../kernel/money.js'
import type { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { priceDocument } from '../../pricing/public.js'
import type { EditableOrder } from '../editable-order.js'
import { lineColumns, lineRow, lineValues } from '../order-line.js'
import type { StoredLine } from '../stored-lines.js'
import { explodeBundles } from './explode-bundles.js'
import { sayUpdated } from './say-updated.js'

export interface AddedLine {
  readonly id: string
  readonly total: Money
}

/**
 * More of a confirmed line is a line of its own, on the same terms: what is invoiced stays as it is. Discounts in percent go along, sums
 * of money were given once.
 */
export async function addConfirmedLine(
  work: UnitOfWork,
  order: EditableOrder,
  line: StoredLine,
  quantity: Quantity,
): Promise<AddedLine> {
  const more = { ...line, quantity, discount: line.discountType === 'PERCENTAGE' ? line.discount : 0n }
  const priced = priceDocument({
    lines: [more],
    linesField: 'items',
    discount: order.discount?.type === 'PERCENTAGE' ? order.discount : undefined,
  })
  const id = newId()
  const { version } = (await work.row<{ version: number }>(insert, [
    work.workspaceId,
    work.organizationId,
    order.id,
    JSON.stringify({ id, ...lineRow(more, priced.lines[0]!) }),
    work.actor.userId,
  ]))!
  if (line.productType === 'BUNDLE') await explodeBundles(work, order.id)
  sayUpdated(work, order, version, { items: { added: [id], moreOf: line.id } })
  return { id, total: priced.totalAmount }
}

const insert = sql`
  with line as (
    insert into app.order_items (organization_id, workspace_id, id, order_id, line_no, ${lineColumns}, margin_amount, margin_percent, requested_date)
    select $2, $1, i.id, $3, (select max(n.line_no) + 1 from app.order_items n where n.workspace_id = $1 and n.order_id = $3), ${lineValues},
      earned.margin, greatest(least(round(earned.margin * 100.0 / nullif(i.net_amount, 0), 4), 999.9999), -999.9999), i.requested_date
    from jsonb_populate_record(null::app.order_items, $4::jsonb) i
    cross join lateral (select i.net_amount - round(i.quantity * i.cost / 100)::bigint as margin) earned
    returning *
  )
  update app.orders o set subtotal = o.subtotal + line.net_amount, gross_amount = o.gross_amount + line.gross_amount,
    discount_amount = o.discount_amount + line.line_discount_amount + line.document_discount_share, tax_amount = o.tax_amount + line.tax_amount,
    total_amount = o.total_amount + line.total_price, margin_amount = o.margin_amount + line.margin_amount,
    cost_amount = o.cost_amount + line.net_amount - line.margin_amount,
    margin_percent = greatest(least(round((o.margin_amount + line.margin_amount) * 100.0 / nullif(o.subtotal + line.net_amount, 0), 4), 999.9999), -999.9999),
    version = o.version + 1, updated_at = app.now(), updated_by = $5
  from line where o.workspace_id = $1 and o.id = $3
  returning o.version`
