// What other modules may ask of the catalogue.

import type { ProductStatus, ProductType } from '@prometric/contracts/products'
import { Quantity } from '../../kernel/quantity.js'
import { Rate } from '../../kernel/rate.js'
import { UnitPrice } from '../../kernel/unit-price.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

/** What a document line needs to know of a product on the day it is written. */
export interface ProductFacts {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly productType: ProductType
  readonly unit: string
  /** Decimals that a quantity in this unit may have. */
  readonly unitPrecision: number
  readonly status: ProductStatus
  readonly sellable: boolean
  readonly purchasable: boolean
  readonly trackInventory: boolean
  readonly batchTracking: boolean
  readonly price: UnitPrice
  /** Null while nobody knows it. */
  readonly cost: UnitPrice | null
  readonly minPrice: UnitPrice | null
  readonly purchasePrice: UnitPrice | null
  readonly vatIncluded: boolean
  readonly vatRate: Rate
  readonly vatExempt: boolean
  readonly vatRateId: string | null
  readonly minOrderQuantity: Quantity | null
  readonly orderMultiple: Quantity | null
  readonly primarySupplierId: string | null
  readonly leadTimeDays: number | null
}

interface Row {
  readonly facts: Omit<
    ProductFacts,
    'price' | 'cost' | 'minPrice' | 'purchasePrice' | 'vatRate' | 'minOrderQuantity' | 'orderMultiple'
  >
  readonly price: bigint
  readonly cost: bigint
  readonly minPrice: bigint | null
  readonly purchasePrice: bigint | null
  readonly vatRate: string
  readonly minOrderQuantity: string | null
  readonly orderMultiple: string | null
}

/**
 * The products with these ids, in one statement; what is deleted or of another workspace is absent. A product with a named tax rate
 * has the rate that its category of turnover has today, so that a change of the law reaches it without a rewrite.
 */
export async function sellableProducts(work: UnitOfWork, ids: readonly string[]): Promise<Map<string, ProductFacts>> {
  const rows = await work.rows<Row>(factsOf, [work.workspaceId, work.organizationId, ids, work.today])
  return new Map(
    rows.map(({ facts, ...row }) => [
      facts.id,
      {
        ...facts,
        price: UnitPrice.of(row.price),
        cost: row.cost === 0n && facts.trackInventory ? null : UnitPrice.of(row.cost),
        minPrice: row.minPrice === null ? null : UnitPrice.of(row.minPrice),
        purchasePrice: row.purchasePrice === null ? null : UnitPrice.of(row.purchasePrice),
        vatRate: Rate.parse(row.vatRate),
        minOrderQuantity: row.minOrderQuantity === null ? null : Quantity.parse(row.minOrderQuantity),
        orderMultiple: row.orderMultiple === null ? null : Quantity.parse(row.orderMultiple),
      },
    ]),
  )
}

export interface BundlePart {
  readonly bundleId: string
  readonly componentId: string
  /** Per one bundle. */
  readonly quantity: Quantity
  readonly isOptional: boolean
  readonly priceShare: Rate | null
}

/** The parts of these bundles, in their order, one level deep. */
export async function bundleParts(work: UnitOfWork, bundleIds: readonly string[]): Promise<BundlePart[]> {
  type Part = {
    bundleId: string
    componentId: string
    quantity: string
    isOptional: boolean
    priceShare: string | null
  }
  const rows = await work.rows<Part>(partsOf, [work.workspaceId, bundleIds])
  return rows.map((row) => ({
    ...row,
    quantity: Quantity.parse(row.quantity),
    priceShare: row.priceShare === null ? null : Rate.parse(row.priceShare),
  }))
}

const factsOf = sql`
  select json_build_object('id', p.id, 'code', p.code, 'name', p.name, 'productType', p.product_type, 'unit', p.unit, 'unitPrecision', u.precision,
      'status', p.status, 'sellable', p.sellable, 'purchasable', p.purchasable, 'trackInventory', p.track_inventory, 'batchTracking', p.batch_tracking,
      'vatIncluded', p.vat_included, 'vatExempt', p.vat_exempt, 'vatRateId', coalesce(today.id, p.vat_rate_id), 'primarySupplierId', p.primary_supplier_id,
      'leadTimeDays', p.lead_time_days) as facts,
    p.price, p.cost, p.min_price as "minPrice", p.purchase_price as "purchasePrice",
    coalesce(today.rate, p.vat_rate)::text as "vatRate", p.min_order_quantity as "minOrderQuantity", p.order_multiple as "orderMultiple"
  from app.products p
  join app.units_of_measure u on u.workspace_id = p.workspace_id and u.code = p.unit
  left join app.tax_rates named on named.organization_id = $2 and named.id = p.vat_rate_id
  left join app.tax_rates today on today.organization_id = $2 and today.category = named.category and today.is_active
    and $4::date between today.valid_from and coalesce(today.valid_to, $4::date)
  where p.workspace_id = $1 and p.id = any($3::uuid[]) and p.deleted_at is null`
const partsOf = sql`
  select bundle_id as "bundleId", component_id as "componentId", quantity, is_optional as "isOptional", price_share as "priceShare"
  from app.bundle_items where workspace_id = $1 and bundle_id = any($2::uuid[]) order by bundle_id, sort_order, id`
