// What other modules may ask of the catalogue.

import type { ProductStatus, ProductType } from '@prometric/contracts/products'
import { Quantity } from '../../kernel/quantity.js'
import { Rate } from '../../kernel/rate.js'
import { UnitPrice } from '../../kernel/unit-price.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import {
  type LineVat,
  lineVatOf,
  lineVatSaid,
  type ProductVat,
  type StoredRegime,
  toRegime,
  type VatRegime,
  vatRegimeSql,
} from '../pricing/public.js'
import { priceOfParts } from './bundle-shares.js'
import { bundleTrees } from './queries/bundle-trees.js'

export { openBundle } from './bundle-shares.js'
export { bundleTrees } from './queries/bundle-trees.js'

/** What a document line needs to know of a product on the day it is written; its VAT is that of the document's day. */
export interface ProductFacts extends LineVat {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly productType: ProductType
  readonly unit: string
  /** Decimals that a quantity in this unit may have. */
  readonly unitPrecision: number
  readonly status: ProductStatus
  readonly sellable: boolean
  /** The part, however deep, that keeps a bundle from being sold. */
  readonly obstacle: string | null
  readonly purchasable: boolean
  readonly trackInventory: boolean
  readonly batchTracking: boolean
  readonly price: UnitPrice
  /** Null while nobody knows it. */
  readonly cost: UnitPrice | null
  readonly minPrice: UnitPrice | null
  readonly purchasePrice: UnitPrice | null
  readonly vatIncluded: boolean
  /** What the product itself says of its VAT, and the regime that made the line's of it. */
  readonly ownVat: ProductVat
  readonly vatRegime: VatRegime
  readonly minOrderQuantity: Quantity | null
  readonly orderMultiple: Quantity | null
  readonly primarySupplierId: string | null
  readonly leadTimeDays: number | null
}

interface Row {
  readonly facts: Omit<
    ProductFacts,
    | keyof LineVat
    | 'ownVat'
    | 'vatRegime'
    | 'price'
    | 'cost'
    | 'minPrice'
    | 'purchasePrice'
    | 'minOrderQuantity'
    | 'orderMultiple'
  > &
    Omit<ProductVat, 'vatRate'> & { readonly priceOfParts: boolean }
  readonly price: bigint
  readonly cost: bigint
  readonly minPrice: bigint | null
  readonly purchasePrice: bigint | null
  readonly vatRate: string
  readonly minOrderQuantity: string | null
  readonly orderMultiple: string | null
  /** On one row only: it is the same for all. */
  readonly regime: StoredRegime | null
}

/**
 * The products with these ids, in one statement; what is deleted or of another workspace is absent. The VAT is that of the day of the
 * document, so that a change of the law or of the settings reaches every line without a rewrite of the catalogue. A bundle that costs what
 * its parts cost is priced here.
 */
export async function sellableProducts(
  work: UnitOfWork,
  ids: readonly string[],
  day: string = work.today,
): Promise<Map<string, ProductFacts>> {
  const rows = await work.rows<Row>(factsOf, [work.workspaceId, work.organizationId, day, ids])
  const stored = rows.find((row) => row.regime !== null)?.regime
  if (!stored) return new Map()
  const regime = toRegime(stored)
  const products = rows.map((row) => factsFrom(row, regime))
  const composed = rows.filter((row) => row.facts.priceOfParts).map((row) => row.facts.id)
  if (composed.length === 0) return new Map(products.map((product) => [product.id, product]))
  const trees = await bundleTrees(work, composed, regime)
  return new Map(
    products.map((product) => [
      product.id,
      composed.includes(product.id) ? { ...product, price: priceOfParts(trees, product.id, product) } : product,
    ]),
  )
}

function factsFrom({ facts, ...row }: Row, vatRegime: VatRegime): ProductFacts {
  const { vatRateId, vatRateTyped, vatExempt, priceOfParts: _, ...rest } = facts
  const ownVat = { vatRateId, vatRateTyped, vatExempt, vatRate: Rate.parse(row.vatRate) }
  return {
    ...rest,
    ...lineVatOf(vatRegime, ownVat),
    ownVat,
    vatRegime,
    price: UnitPrice.of(row.price),
    cost: row.cost === 0n && facts.trackInventory ? null : UnitPrice.of(row.cost),
    minPrice: row.minPrice === null ? null : UnitPrice.of(row.minPrice),
    purchasePrice: row.purchasePrice === null ? null : UnitPrice.of(row.purchasePrice),
    minOrderQuantity: row.minOrderQuantity === null ? null : Quantity.parse(row.minOrderQuantity),
    orderMultiple: row.orderMultiple === null ? null : Quantity.parse(row.orderMultiple),
  }
}

/** The VAT of a line of this product, for which a person may have said a rate. */
export const lineVat = (product: ProductFacts, said: number | string | undefined, field: string): LineVat =>
  lineVatSaid(product.vatRegime, product.ownVat, said === undefined ? undefined : Rate.parse(said), field)

interface DealService extends LineVat {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly unit: string
}

/** The service that stands for a deal without lines, with its VAT of today. */
export async function dealServiceOf(work: UnitOfWork): Promise<DealService> {
  const row = await work.row<
    Omit<DealService, keyof LineVat> & Omit<ProductVat, 'vatRate'> & { vatRate: string; regime: StoredRegime }
  >(dealService, [work.workspaceId, work.organizationId, work.today])
  const { vatRateTyped: _, regime, ...service } = row!
  return { ...service, ...lineVatOf(toRegime(regime), { ...row!, vatRate: Rate.parse(row!.vatRate) }) }
}

const factsOf = sql`
  select json_build_object('id', p.id, 'code', p.code, 'name', p.name, 'productType', p.product_type, 'unit', p.unit, 'unitPrecision', u.precision,
      'status', p.status, 'sellable', p.sellable, 'purchasable', p.purchasable, 'trackInventory', p.track_inventory, 'batchTracking', p.batch_tracking,
      'vatIncluded', p.vat_included, 'vatExempt', p.vat_exempt, 'vatRateTyped', p.vat_rate_typed, 'vatRateId', p.vat_rate_id,
      'primarySupplierId', p.primary_supplier_id, 'leadTimeDays', p.lead_time_days,
      'obstacle', case when p.product_type = 'BUNDLE' then app.bundle_obstacle($1, p.id) end,
      'priceOfParts', p.product_type = 'BUNDLE' and p.bundle_pricing is not distinct from 'COMPONENTS') as facts,
    p.price, p.cost, p.min_price as "minPrice", p.purchase_price as "purchasePrice",
    p.vat_rate::text as "vatRate", p.min_order_quantity as "minOrderQuantity", p.order_multiple as "orderMultiple",
    case when row_number() over () = 1 then ${vatRegimeSql()} end as regime
  from app.products p
  join app.units_of_measure u on u.workspace_id = p.workspace_id and u.code = p.unit
  where p.workspace_id = $1 and p.id = any($4::uuid[]) and p.deleted_at is null`
const dealService = sql`
  select p.id, p.name, p.code, p.unit, p.vat_exempt as "vatExempt", p.vat_rate::text as "vatRate", p.vat_rate_typed as "vatRateTyped", p.vat_rate_id as "vatRateId",
    ${vatRegimeSql()} as regime
  from app.products p where p.workspace_id = $1 and p.code_lower = 'deal-service' and p.deleted_at is null`
