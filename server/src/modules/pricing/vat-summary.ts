import { Money } from '../../kernel/money.js'
import type { Rate } from '../../kernel/rate.js'

/** One row per rate. Exempt turnover (`null`) has its own row: it is not the same as 0 %. */
export interface VatSummaryRow {
  rate: Rate | null
  net: Money
  tax: Money
}

/** Adds up turnover and tax by rate, the highest first and the exempt last. */
export function summariseVat(turnovers: Iterable<VatSummaryRow>): VatSummaryRow[] {
  const rows = new Map<bigint | null, VatSummaryRow>()
  for (const { rate, net, tax } of turnovers) {
    const key = rate?.units ?? null
    const row = rows.get(key) ?? { rate, net: Money.zero, tax: Money.zero }
    rows.set(key, { rate, net: row.net.plus(net), tax: row.tax.plus(tax) })
  }
  return [...rows.values()].sort(byRate)
}

function byRate(a: VatSummaryRow, b: VatSummaryRow): number {
  if (a.rate === null || b.rate === null) return Number(a.rate === null) - Number(b.rate === null)
  return b.rate.compare(a.rate)
}
