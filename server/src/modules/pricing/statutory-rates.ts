import { Rate } from '../../kernel/rate.js'

export type VatCategory = 'STANDARD' | 'MEDICAL' | 'PERIODICALS' | 'ZERO' | 'EXEMPT' | 'NO_VAT'

export interface StatutoryRate {
  category: VatCategory
  /** First and last day of the rule, both inclusive; null is open. */
  from: string | null
  to: string | null
  /** Percent; null charges no VAT, which is not the same as 0 %. */
  rate: string | null
}

/** The Tax Code as rows: a change of the law adds a row and never edits one. */
export const statutoryRates: readonly StatutoryRate[] = [
  { category: 'STANDARD', from: null, to: '2025-12-31', rate: '12' },
  { category: 'STANDARD', from: '2026-01-01', to: null, rate: '16' },
  { category: 'MEDICAL', from: null, to: '2025-12-31', rate: null },
  { category: 'MEDICAL', from: '2026-01-01', to: '2026-12-31', rate: '5' },
  { category: 'MEDICAL', from: '2027-01-01', to: null, rate: '10' },
  { category: 'PERIODICALS', from: '2026-01-01', to: null, rate: '10' },
  { category: 'ZERO', from: null, to: null, rate: '0' },
  { category: 'EXEMPT', from: null, to: null, rate: null },
  { category: 'NO_VAT', from: null, to: null, rate: null },
]

/** The rate the law gives a category on the day of turnover, null when it charges none. */
export function statutoryRate(category: VatCategory, day: string): Rate | null {
  const row = statutoryRates.find(
    (each) => each.category === category && (each.from ?? day) <= day && day <= (each.to ?? day),
  )
  if (!row) throw new RangeError(`The table has no VAT rate for ${category} on ${day}`)
  return row.rate === null ? null : Rate.parse(row.rate)
}
