import { Money } from '../../../kernel/money.js'
import { Quantity } from '../../../kernel/quantity.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { type StoredRegime, toRegime, vatRegimeSql } from '../../pricing/public.js'
import { bundleTrees, openBundle } from '../../products/public.js'

interface BundleLine {
  readonly id: string
  readonly productId: string
  readonly quantity: string
  readonly net: bigint
  readonly tax: bigint
  readonly obstacle: string | null
  readonly regime: StoredRegime
}

/**
 * Gives every bundle line of an order its component lines, frozen as they are now; a bundle inside a bundle is opened too. Components show
 * no price, since the bundle's line holds it, but keep their share of its net and VAT. A bundle with a part that is not sold is refused.
 * A line that is opened already stays as it is.
 */
export async function explodeBundles(work: UnitOfWork, orderId: string): Promise<void> {
  const lines = await work.rows<BundleLine>(bundleLines, [work.workspaceId, work.organizationId, work.today, orderId])
  const closed = lines.find((line) => line.obstacle !== null)
  if (closed) throw new Refusal('PRODUCT_NOT_SELLABLE', { product: closed.obstacle, productId: closed.productId })
  if (lines.length === 0) return
  const bundles = [...new Set(lines.map((line) => line.productId))]
  const trees = await bundleTrees(work, bundles, toRegime(lines[0]!.regime))
  const parts = lines.flatMap((line) =>
    openBundle(trees, line.productId, {
      quantity: Quantity.parse(line.quantity),
      net: Money.of(line.net),
      tax: Money.of(line.tax),
    }).map((part, index) => ({
      parent_item_id: line.id,
      position: index,
      product_id: part.productId,
      quantity: part.quantity.toString(),
      revenue_share: String(part.net.tiyn),
      tax_share: String(part.tax.tiyn),
    })),
  )
  await work.rows(insertParts, [work.workspaceId, orderId, JSON.stringify(parts)])
}

const bundleLines = sql`
  select i.id, i.product_id as "productId", i.quantity, i.net_amount as net, i.tax_amount as tax, app.bundle_obstacle($1, i.product_id) as obstacle,
    ${vatRegimeSql()} as regime
  from app.order_items i
  where i.workspace_id = $1 and i.order_id = $4 and i.product_type = 'BUNDLE' and i.parent_item_id is null
    and not exists (select from app.order_items part where part.workspace_id = $1 and part.parent_item_id = i.id)
  order by i.line_no`

const insertParts = sql`
  insert into app.order_items (organization_id, workspace_id, id, order_id, line_no, parent_item_id, product_id, product_name, product_code, product_type, unit,
    quantity, unit_price, price_includes_vat, vat_rate, vat_exempt, vat_category, vat_date, requested_date, cost, revenue_share, tax_share,
    margin_amount, margin_percent)
  select i.organization_id, i.workspace_id, app.uuid_v7(), i.order_id,
    (select max(line_no) from app.order_items m where m.workspace_id = $1 and m.order_id = $2) + row_number() over (order by i.line_no, part.position),
    i.id, p.id, p.name, p.code, p.product_type, p.unit, part.quantity, 0, i.price_includes_vat, i.vat_rate, i.vat_exempt, i.vat_category, i.vat_date,
    i.requested_date, earned.cost, part.revenue_share, part.tax_share, earned.margin,
    greatest(least(round(earned.margin * 100.0 / nullif(part.revenue_share, 0), 4), 999.9999), -999.9999)
  from json_to_recordset($3::json) as part (parent_item_id uuid, position int, product_id uuid, quantity numeric, revenue_share bigint, tax_share bigint)
  join app.order_items i on i.workspace_id = $1 and i.id = part.parent_item_id
  join app.products p on p.workspace_id = $1 and p.id = part.product_id
  cross join lateral (select case when p.cost > 0 or not p.track_inventory then p.cost end as cost) known
  cross join lateral (select known.cost, part.revenue_share - round(part.quantity * known.cost / 100)::bigint as margin) earned`
