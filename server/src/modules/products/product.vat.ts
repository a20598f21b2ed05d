import { Rate } from '../../kernel/rate.js'
import { invalid, Refusal } from '../../kernel/refusal.js'
import { defaultRate, lawfulRow, lineVatOf, type ProductVat, rateInForce, type VatRegime } from '../pricing/public.js'
import type { ProductRecord } from './product.record.js'

type Said = Partial<Pick<ProductRecord, 'vatRateId' | 'vatRate'>>

/** The VAT of a product's row in the words of pricing. */
export const productVat = (product: Pick<ProductRecord, 'vatRateId' | 'vatRate' | 'vatRateTyped' | 'vatExempt'>) =>
  ({ ...product, vatRate: Rate.parse(product.vatRate) }) satisfies ProductVat

/** The rate that the product has today, exempt or not. The catalogue is kept as if everybody paid VAT: who pays none may pay some tomorrow. */
const rateToday = (regime: VatRegime, product: ProductRecord): Rate =>
  lineVatOf({ ...regime, isPayer: true }, { ...productVat(product), vatExempt: false }).vatRate

/**
 * Gives a product the VAT that a person said. A number that the settings give anyway means "like everybody"; one that the law knows today
 * names the law's rate, so that it changes with it; any other is kept as typed. `vatRate` of the row is only a copy for the eye.
 */
export function withVat(product: ProductRecord, said: Said, regime: VatRegime): ProductRecord {
  const chosen = withChoice(product, said, regime)
  return { ...chosen, vatRate: rateToday(regime, chosen).toString() }
}

function withChoice(product: ProductRecord, said: Said, regime: VatRegime): ProductRecord {
  const rate = said.vatRate === undefined ? undefined : Rate.parse(said.vatRate)
  if (said.vatRateId) return named(product, said.vatRateId, rate, regime)
  const open = said.vatRateId === null ? { ...product, vatRateId: null, vatRateTyped: false } : product
  if (rate === undefined || rateToday(regime, open).equals(rate)) return open
  const free = { ...open, vatRateId: null, vatRateTyped: false }
  if (defaultRate({ ...regime, isPayer: true }).equals(rate)) return free
  const row = lawfulRow(regime, rate)
  return row ? { ...free, vatRateId: row.id } : { ...free, vatRate: rate.toString(), vatRateTyped: true }
}

function named(product: ProductRecord, id: string, rate: Rate | undefined, regime: VatRegime): ProductRecord {
  const category = regime.categoryOf.get(id)
  if (!category) throw new Refusal('NOT_FOUND', { field: 'vatRateId' }, 'vatRateId')
  const expected = rateInForce(regime, category)?.rate ?? Rate.zero
  if (rate !== undefined && !rate.equals(expected))
    throw invalid('vatRate', 'VAT_RATE_OF_THE_KIND', { expected: expected.toNumber() })
  return { ...product, vatRateId: id, vatRateTyped: false }
}
