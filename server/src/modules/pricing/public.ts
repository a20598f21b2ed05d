// What other modules may ask of pricing: pure arithmetic, no tables.

export type { Discount, DiscountType } from './discount.js'
export { manufacturedPrice, type ManufacturedPrice, type ManufacturedPriceInput } from './manufactured-price.js'
export { marginOf, type Margin } from './margin.js'
export {
  priceDocument,
  type DocumentToPrice,
  type LineToPrice,
  type PricedDocument,
  type PricedLine,
} from './price-engine.js'
export { statutoryRate, type VatCategory } from './statutory-rates.js'
export { vatSplit, type VatSplit } from './vat.js'
export type { VatSummaryRow } from './vat-summary.js'
