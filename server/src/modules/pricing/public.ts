// What other modules may ask of pricing: pure arithmetic, and the VAT of the workspace on a day.

export type { Discount, DiscountType } from './discount.js'
export { manufacturedPrice } from './manufactured-price.js'
export { marginOf } from './margin.js'
export { priceDocument, type LineToPrice, type PricedDocument, type PricedLine } from './price-engine.js'
export { amountsLess, keptAmounts } from './pro-rata.js'
export {
  atLawfulRates,
  defaultRate,
  lawfulRow,
  lineVatOf,
  lineVatSaid,
  ofLaw,
  rateInForce,
  rateSaid,
  type LineVat,
  type ProductVat,
  type VatRegime,
} from './vat-regime.js'
export { toRegime, vatRegimeOn, vatRegimeSql, type StoredRegime } from './queries/vat-regime.js'
export { linesOutdatedSql, vatDifferencesSql, vatModeSql } from './queries/vat-differences.js'
export { regimeWarnings, type VatDifference, vatDifferences, vatWarnings } from './vat-warnings.js'
export { vatSplit } from './vat.js'
