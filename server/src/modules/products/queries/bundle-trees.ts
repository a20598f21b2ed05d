import { Quantity } from '../../../kernel/quantity.js'
import { Rate } from '../../../kernel/rate.js'
import { UnitPrice } from '../../../kernel/unit-price.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { lineVatOf, type VatRegime } from '../../pricing/public.js'
import type { BundlePart, BundleTrees } from '../bundle-shares.js'

interface Row {
  readonly bundleId: string
  readonly productId: string
  readonly name: string
  readonly isBundle: boolean
  readonly ownPrice: boolean
  readonly price: bigint
  readonly vatIncluded: boolean
  readonly vatExempt: boolean
  readonly vatRate: string
  readonly vatRateTyped: boolean
  readonly vatRateId: string | null
  readonly unitPrecision: number
  readonly quantity: string
  readonly priceShare: string | null
}

/** What is in these bundles and in the bundles inside them, optional parts left out, in one statement. */
export async function bundleTrees(
  work: UnitOfWork,
  bundleIds: readonly string[],
  regime: VatRegime,
): Promise<BundleTrees> {
  const trees = new Map<string, BundlePart[]>()
  for (const row of await work.rows<Row>(inside, [work.workspaceId, bundleIds])) {
    const part: BundlePart = {
      ...row,
      ...lineVatOf(regime, { ...row, vatRate: Rate.parse(row.vatRate) }),
      price: UnitPrice.of(row.price),
      quantity: Quantity.parse(row.quantity),
      priceShare: row.priceShare === null ? null : Rate.parse(row.priceShare),
    }
    trees.set(row.bundleId, [...(trees.get(row.bundleId) ?? []), part])
  }
  return trees
}

const inside = sql`
  with recursive bundle (id) as (
    select unnest($2::uuid[])
    union
    select b.component_id from bundle join app.bundle_items b on b.workspace_id = $1 and b.bundle_id = bundle.id and not b.is_optional
  )
  select b.bundle_id as "bundleId", b.component_id as "productId", p.name, p.product_type = 'BUNDLE' as "isBundle",
    p.bundle_pricing is distinct from 'COMPONENTS' and p.price > 0 as "ownPrice", p.price, p.vat_included as "vatIncluded", p.vat_exempt as "vatExempt",
    p.vat_rate::text as "vatRate", p.vat_rate_typed as "vatRateTyped", p.vat_rate_id as "vatRateId", u.precision as "unitPrecision",
    b.quantity, b.price_share as "priceShare"
  from bundle
  join app.bundle_items b on b.workspace_id = $1 and b.bundle_id = bundle.id and not b.is_optional
  join app.products p on p.workspace_id = $1 and p.id = b.component_id
  join app.units_of_measure u on u.workspace_id = $1 and u.code = p.unit
  order by b.bundle_id, b.sort_order, b.id`
