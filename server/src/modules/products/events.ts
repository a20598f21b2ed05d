import type { PriceField, ProductStatus, ProductType } from '@prometric/contracts/products'

/** What the catalogue announces, by name. */
export interface ProductEvents {
  'product.created': { productId: string; code: string; name: string; productType: ProductType; status: ProductStatus }
  'product.updated': { productId: string; changes: string[] }
  'product.deleted': { productId: string }
  'product.status.changed': {
    productId: string
    previousStatus: ProductStatus
    newStatus: ProductStatus
    replacementProductId: string | null
    reason: string | null
  }
  'product.price.changed': {
    productId: string
    field: PriceField
    oldValue: number | null
    newValue: number
    vatIncluded: boolean
  }
}

/** The announcement of a catalogue event about one product at the version its row now has. */
export function productEvent<Name extends keyof ProductEvents>(
  name: Name,
  version: number,
  payload: ProductEvents[Name],
) {
  return { name, aggregateType: 'product', aggregateId: payload.productId, aggregateVersion: version, payload }
}
