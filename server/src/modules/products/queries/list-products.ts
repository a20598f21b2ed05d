import { type ProductRow, productRow, productStatuses, productTypes } from '@prometric/contracts/products'
import { z } from 'zod'
import { Rate } from '../../../kernel/rate.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import {
  anyOf,
  byId,
  byWords,
  type Filter,
  flag,
  instantFrom,
  instantTo,
  priceFrom,
  priceTo,
} from '../../../platform/http/filters.js'
import { hideCosts, hideCostsOfPage } from '../../../platform/http/hidden-costs.js'
import { listing, type ListQuery, type Page } from '../../../platform/http/listing.js'
import { lineVatOf, vatRegimeOn } from '../../pricing/public.js'
import { priceOfParts } from '../bundle-shares.js'
import { bundleAvailability, pricesToCome, stockSql } from '../product.columns.js'
import { withPricesOfToday } from '../product.prices.js'
import { bundleTrees } from './bundle-trees.js'
import { type IncludedParts, productIncludes, withoutCostsOfParts } from './product-includes.js'

const subtree: Filter = {
  schema: z.uuid(),
  condition: (value, bind) => `product.category_id in (select below.id from app.product_categories below
    where below.workspace_id = $1 and below.deleted_at is null and below.path like '%/' || ${bind(value)}::uuid::text || '/%')`,
}

const anyTag: Filter = {
  schema: z.union([z.string().max(500), z.array(z.string().max(50)).max(50)]),
  condition: (value, bind) => `product.tags && ${bind(String(value).split(','))}::text[]`,
}

const available = `(select coalesce(sum(i.available_quantity), 0) from app.inventory_items i where i.workspace_id = product.workspace_id and i.product_id = product.id)`

const products = listing({
  from: 'app.products product',
  alias: 'product',
  row: productRow,
  computed: {
    category: `(select json_build_object('id', c.id, 'name', c.name) from app.product_categories c where c.workspace_id = product.workspace_id and c.id = product.category_id)`,
    ...pricesToCome,
    inventory: stockSql,
  },
  filters: {
    search: byWords('PRODUCT', 'product.id'),
    status: anyOf('product.status', productStatuses),
    productType: anyOf('product.product_type', productTypes),
    categoryId: subtree,
    supplierId: byId('product.primary_supplier_id'),
    minPrice: priceFrom('product.price'),
    maxPrice: priceTo('product.price'),
    tags: anyTag,
    lowStock: flag(
      `product.track_inventory and ${available} <= coalesce(product.reorder_point, product.min_stock_level)`,
    ),
    inStock: flag(
      `case when product.product_type = 'BUNDLE' then coalesce((${bundleAvailability}), 1) > 0 else not product.track_inventory or ${available} > 0 end`,
    ),
    sellable: flag(`product.sellable and product.status = 'ACTIVE'`),
    createdFrom: instantFrom('product.created_at'),
    createdTo: instantTo('product.created_at'),
  },
  sorts: ['name', 'code', 'price', 'cost', 'createdAt', 'updatedAt', 'popularity'],
  defaultSort: 'name',
  where: 'product.deleted_at is null',
  includes: productIncludes,
})

export const productQuery = products.query
export const productAnswer = products.answer
export const productCardQuery = z.strictObject({ include: products.query.shape['include'] as z.ZodType })

/** The catalogue as the asking person may see it. */
export async function listProducts(work: UnitOfWork, asked: ListQuery): Promise<Page<ProductRow>> {
  if (/\bcost\b/.test(`${String(asked.sort)} ${String(asked.sortBy)}`)) work.require('COST_VIEW')
  const page = await products.list(work, asked)
  const items = (await ofToday(work, page.items)).map((row) => withoutCostsOfParts<Card>(work, row))
  return hideCostsOfPage(work, { ...page, items }, costs)
}

/** One product as the asking person may see it, with the parts that were asked for. */
export async function findProduct(work: UnitOfWork, id: string, include?: unknown): Promise<ProductRow> {
  const [row] = await ofToday(work, [await products.find(work, id, include)])
  return hideCosts(work, withoutCostsOfParts<Card>(work, row!), costs)
}

type Card = ProductRow & IncludedParts

/** The rows with the VAT of today and what follows from it; a bundle that costs what its parts cost shows that. */
async function ofToday(work: UnitOfWork, rows: readonly ProductRow[]): Promise<ProductRow[]> {
  const regime = await vatRegimeOn(work)
  const shown = rows.map((row) => withPricesOfToday(regime, row))
  const composed = shown.filter((row) => row.productType === 'BUNDLE' && row.bundlePricing === 'COMPONENTS')
  if (composed.length === 0) return shown
  const ids = composed.map((row) => row.id)
  const trees = await bundleTrees(work, ids, regime)
  return rows.map((row, index) => {
    if (!ids.includes(row.id)) return shown[index]!
    const price = priceOfParts(trees, row.id, {
      ...row,
      ...lineVatOf(regime, { ...row, vatRate: Rate.parse(row.vatRate) }),
    })
    return withPricesOfToday(regime, { ...row, price: price.toNumber() })
  })
}

/** Everything from which the cost could be told. */
const costs = [
  'cost',
  'purchasePrice',
  'materialCost',
  'laborCost',
  'markupPercent',
  'marginAmount',
  'marginPercent',
] as const
