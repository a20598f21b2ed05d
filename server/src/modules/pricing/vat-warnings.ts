import { type Warning, warn } from '@prometric/contracts/warnings'
import { Money } from '../../kernel/money.js'
import type { Language } from '../../platform/database/tenant.js'
import type { PricedLine } from './price-engine.js'
import { type LineVat, rateInForce, type VatRegime } from './vat-regime.js'
import { vatSplit } from './vat.js'

/** Turnover of a document that bears another rate than the law gives its category on the day. */
export interface VatDifference {
  readonly rate: number
  readonly statutoryRate: number
  readonly date: string
  readonly taxAmount: number
  readonly statutoryTaxAmount: number
  /** The document is still open and takes the lawful rate by itself. */
  readonly willChange: boolean
}

/** What people should know of the VAT of a document. */
export function vatWarnings(language: Language, differences: readonly VatDifference[]): Warning[] {
  return differences.map(({ willChange, ...figures }) =>
    warn(willChange ? 'VAT_RATE_OUTDATED' : 'VAT_RATE_DIFFERS', language, { ...figures }),
  )
}

/** What people should know of the settings: a fixed rate that the law no longer has. */
export function regimeWarnings(language: Language, regime: VatRegime): Warning[] {
  const law = rateInForce(regime, 'STANDARD')?.rate
  if (!regime.isPayer || regime.mode === 'DATED' || !law || law.equals(regime.fixedRate)) return []
  return [
    warn('VAT_FIXED_RATE_DIFFERS', language, {
      fixedRate: regime.fixedRate.toNumber(),
      statutoryRate: law.toNumber(),
      date: regime.day,
    }),
  ]
}

/** The differences of lines that are not stored yet. */
export function vatDifferences(
  regime: VatRegime,
  lines: ReadonlyArray<LineVat & { readonly priceIncludesVat: boolean }>,
  priced: readonly PricedLine[],
): VatDifference[] {
  const byRate = new Map<string, { line: LineVat; law: VatDifference['statutoryRate']; tax: Money; lawful: Money }>()
  for (const [index, line] of lines.entries()) {
    const law = rateInForce(regime, line.vatCategory)?.rate
    const amounts = priced[index]!
    if (line.vatExempt || !law || law.equals(line.vatRate)) continue
    const key = `${line.vatRate} ${law}`
    const known = byRate.get(key) ?? { line, law: law.toNumber(), tax: Money.zero, lawful: Money.zero }
    const { vat } = vatSplit(line.priceIncludesVat ? amounts.total : amounts.net, law, line.priceIncludesVat)
    byRate.set(key, { ...known, tax: known.tax.plus(amounts.tax), lawful: known.lawful.plus(vat) })
  }
  return [...byRate.values()].map(({ line, law, tax, lawful }) => ({
    rate: line.vatRate.toNumber(),
    statutoryRate: law,
    date: regime.day,
    taxAmount: tax.toNumber(),
    statutoryTaxAmount: lawful.toNumber(),
    willChange: false,
  }))
}
