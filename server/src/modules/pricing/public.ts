// What other modules may ask of pricing: pure arithmetic, and the VAT of the workspace on a day.

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
export { amountsLess, keptAmounts } from './pro-rata.js'
export { statutoryRate, type VatCategory } from './statutory-rates.js'
export {
  atLawfulRates,
  defaultRate,
  lawfulRow,
  lineVatOf,
  lineVatSaid,
  ofLaw,
  rateInForce,
  rateSaid,
  vatModes,
  type LineVat,
  type ProductVat,
  type VatMode,
  type VatRegime,
} from './vat-regime.js'
export { toRegime, vatRegimeOn, vatRegimeSql, type StoredRegime } from './queries/vat-regime.js'
export { vatDifferencesSql, vatModeSql } from './queries/vat-differences.js'
export { regimeWarnings, type VatDifference, vatDifferences, vatWarnings } from './vat-warnings.js'
export { vatSplit, type VatSplit } from './vat.js'
export type { VatSummaryRow } from './vat-summary.js'
