// Which VAT a line of a document takes. The law is data; the workspace's mode says whether the law or one fixed rate decides.

import type { VatSettings } from '@prometric/contracts/settings'
import { Rate } from '../../kernel/rate.js'
import { Refusal } from '../../kernel/refusal.js'
import type { VatCategory } from './statutory-rates.js'

export type VatMode = VatSettings['rateMode']

export interface RateInForce {
  readonly id: string
  readonly category: VatCategory
  /** Null charges no VAT, which is not the same as 0 %. */
  readonly rate: Rate | null
}

/** The VAT of a workspace on one day. */
export interface VatRegime {
  readonly day: string
  /** Registered for VAT: who is not neither shows nor charges any. */
  readonly isPayer: boolean
  readonly mode: VatMode
  /** What FIXED charges for whatever names no tax rate. */
  readonly fixedRate: Rate
  readonly inForce: readonly RateInForce[]
  /** The category of every tax rate, those of other days included: a product names a row and means its category. */
  readonly categoryOf: ReadonlyMap<string, VatCategory>
}

/** What a product says of its VAT. */
export interface ProductVat {
  readonly vatRateId: string | null
  readonly vatRate: Rate
  /** Somebody typed the rate, and no tax rate bears it. */
  readonly vatRateTyped: boolean
  readonly vatExempt: boolean
}

/** The VAT that a line keeps for ever: category, rate, the row of the law when one decided, and the day. */
export interface LineVat {
  readonly vatCategory: VatCategory
  readonly vatRate: Rate
  readonly vatExempt: boolean
  readonly vatRateId: string | null
  readonly vatDate: string
}

/** The rate of the law for a category; where the law has none for the day, that of the standard category. */
export function rateInForce(regime: VatRegime, category: VatCategory): RateInForce | undefined {
  const of = (wanted: VatCategory) => regime.inForce.find((row) => row.category === wanted)
  return of(category) ?? of('STANDARD')
}

/** What is charged for whatever names no tax rate: the fixed rate, or by DATED the standard rate of the day. */
export function defaultRate(regime: VatRegime): Rate {
  return lineVatByDefault(regime).vatRate
}

/**
 * The VAT of a product's line: none where the seller is no payer. A tax rate that the product names outweighs the mode; without one the mode
 * decides.
 */
export function lineVatOf(regime: VatRegime, product: ProductVat): LineVat {
  if (!regime.isPayer) return withoutVat(regime)
  const named = product.vatRateId === null ? undefined : regime.categoryOf.get(product.vatRateId)
  const taxed =
    named !== undefined
      ? ofLaw(regime, named)
      : product.vatRateTyped && regime.mode === 'FIXED'
        ? { ...lineVatByDefault(regime), ...byNumber(product.vatRate), vatRate: product.vatRate }
        : lineVatByDefault(regime)
  return product.vatExempt ? { ...taxed, vatCategory: 'EXEMPT', vatExempt: true, vatRateId: null } : taxed
}

/**
 * The VAT of a line for which a person said a rate. FIXED believes them. DATED takes no number that the law does not know on that day:
 * the line would be unlawful, and the day of the supply could not find its category again.
 */
export function lineVatSaid(regime: VatRegime, product: ProductVat, said: Rate | undefined, field: string): LineVat {
  const own = lineVatOf(regime, product)
  if (said === undefined || own.vatRate.equals(said)) return own
  if (!regime.isPayer) throw notInForce(regime, said, field)
  if (own.vatExempt) return { ...own, vatRate: said }
  if (regime.mode === 'FIXED') return { ...own, ...byNumber(said), vatRate: said, vatRateId: null }
  const row = lawfulRow(regime, said)
  if (!row) throw notInForce(regime, said, field)
  return ofLaw(regime, row.category)
}

/** A rate for which no product stands, such as shipping's: what was said, else the default. DATED knows lawful ones only. */
export function rateSaid(regime: VatRegime, said: Rate | undefined, field: string): Rate {
  if (said === undefined) return defaultRate(regime)
  const unlawful = regime.isPayer ? regime.mode === 'DATED' && !lawfulRow(regime, said) : !said.isZero()
  if (unlawful) throw notInForce(regime, said, field)
  return said
}

/** The VAT that the law gives a category on the regime's day. */
export function ofLaw(regime: VatRegime, category: VatCategory): LineVat {
  const row = rateInForce(regime, category)
  if (!row) throw new Error(`the table has no VAT rate for ${category} on ${regime.day}`)
  return {
    vatCategory: row.category,
    vatRate: row.rate ?? Rate.zero,
    vatExempt: row.rate === null,
    vatRateId: row.id,
    vatDate: regime.day,
  }
}

/**
 * The lines with the rates that the law gives their categories on the regime's day. Prices stay: with VAT inside the customer pays the same,
 * with VAT on top the tax is what changes. FIXED has no days, so nothing changes; neither does what is exempt.
 */
export function atLawfulRates<Line extends LineVat>(regime: VatRegime, lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    if (regime.mode === 'FIXED' || !regime.isPayer || line.vatCategory === 'EXEMPT' || line.vatCategory === 'NO_VAT')
      return line
    const law = ofLaw(regime, line.vatCategory)
    const same = law.vatExempt === line.vatExempt && (law.vatExempt || law.vatRate.equals(line.vatRate))
    return same ? line : { ...line, ...law }
  })
}

/** The row of the law that has this number on the day; of several the first category. */
export function lawfulRow(regime: VatRegime, rate: Rate): RateInForce | undefined {
  return regime.inForce.find((row) => row.rate?.equals(rate))
}

const withoutVat = ({ day }: VatRegime): LineVat => ({
  vatCategory: 'NO_VAT',
  vatRate: Rate.zero,
  vatExempt: true,
  vatRateId: null,
  vatDate: day,
})

function lineVatByDefault(regime: VatRegime): LineVat {
  if (!regime.isPayer) return withoutVat(regime)
  if (regime.mode === 'DATED') return ofLaw(regime, 'STANDARD')
  return {
    vatCategory: 'STANDARD',
    vatRate: regime.fixedRate,
    vatExempt: false,
    vatRateId: null,
    vatDate: regime.day,
  }
}

const byNumber = (rate: Rate): { vatCategory: VatCategory } => ({ vatCategory: rate.isZero() ? 'ZERO' : 'STANDARD' })

const notInForce = ({ day, inForce, isPayer }: VatRegime, rate: Rate, field: string) =>
  new Refusal(
    'VAT_RATE_NOT_IN_FORCE',
    {
      rate: rate.toString(),
      date: day,
      allowed: isPayer
        ? [...new Set(inForce.flatMap((row) => (row.rate === null ? [] : [row.rate.toString()])))]
        : ['0'],
    },
    field,
  )
