import type { bomComponentRow, bomOperationRow, bomRow } from '@prometric/contracts/boms'
import type {
  bundleItemRow,
  productBalanceRow,
  productMovementRow,
  productPriceRow,
} from '@prometric/contracts/product-parts'
import type { categoryRow } from '@prometric/contracts/product-categories'
import type { productRow } from '@prometric/contracts/products'
import type { unitRow } from '@prometric/contracts/units'
import { type Answered, withQuery } from '../../lib/api.js'
import { may } from '../../lib/may.js'

export type Product = Answered<typeof productRow>
export type ProductType = Product['productType']
export type BundleItem = Answered<typeof bundleItemRow>
export type Balance = Answered<typeof productBalanceRow>
export type Movement = Answered<typeof productMovementRow>
export type PriceEntry = Answered<typeof productPriceRow>
export type Category = Answered<typeof categoryRow>
export type Unit = Answered<typeof unitRow>
export type BomComponent = Answered<typeof bomComponentRow>
export type Bom = Answered<typeof bomRow> & {
  readonly components?: readonly BomComponent[]
  readonly operations?: readonly Answered<typeof bomOperationRow>[]
}

/** A product with everything that its page shows, in one answer. */
export interface ProductCard extends Product {
  readonly bundleItems: readonly BundleItem[]
  readonly priceHistory: readonly PriceEntry[]
  readonly stock: readonly Balance[]
  /** Only for those who may see the stock. */
  readonly movements?: readonly Movement[]
}

/** Where a product with all its parts is asked for. */
export const cardPath = (id: string): string =>
  withQuery(`/products/${id}`, {
    include: `bundleItems,priceHistory,stock${may('INVENTORY_VIEW') ? ',movements' : ''}`,
  })

/** Where its bills of materials are asked for. */
export const bomsPath = (productId: string): string =>
  withQuery('/operations/production/boms', { productId, include: 'components,operations', limit: 20 })

/** Every category in the order of the tree. */
export const categoriesPath = '/products/categories?flat=true'

/** What lies in a warehouse, and what is taken from it. */
export const isStocked = (type: ProductType): boolean =>
  type === 'PRODUCT' || type === 'MATERIAL' || type === 'MANUFACTURED'
