// What a deal is worth and what it earns, from its lines. The arithmetic of prices is pricing's; margins are ours.

import { amountOf, wholeRate } from '../../kernel/amount.js'
import { Money } from '../../kernel/money.js'
import { Rate } from '../../kernel/rate.js'
import { divideRoundingHalfAway } from '../../kernel/rounding.js'
import { priceDocument, type Discount, type PricedDocument, type PricedLine } from '../pricing/public.js'
import type { DealLine } from './deal-line.js'

export interface LineMargin {
  readonly costAmount: Money | null
  readonly marginAmount: Money | null
  readonly marginPercent: Rate | null
}

export interface DealAmounts {
  readonly priced: PricedDocument
  readonly margins: readonly LineMargin[]
  /** Over the lines whose cost is known; null when none is. */
  readonly total: LineMargin
  readonly linesWithoutCost: number
}

/** Prices the lines and tells the margin of each. `linesField` is what the sender calls them. */
export function amountsOf(
  lines: readonly DealLine[],
  discount: Discount | undefined,
  linesField = 'products',
): DealAmounts {
  const priced = priceDocument({ lines, discount, linesField })
  const margins = lines.map((line, index) => marginOfLine(line, priced.lines[index]!))
  const known = margins
    .map((margin, index) => ({ margin, net: priced.lines[index]!.net }))
    .filter(({ margin }) => margin.costAmount !== null)
  const costAmount = known.length === 0 ? null : Money.sum(known.map(({ margin }) => margin.costAmount!))
  const net = Money.sum(known.map((each) => each.net))
  return { priced, margins, total: margin(costAmount, net), linesWithoutCost: lines.length - known.length }
}

function marginOfLine(line: DealLine, priced: PricedLine): LineMargin {
  return margin(line.cost === null ? null : amountOf(line.quantity, line.cost), priced.net)
}

function margin(costAmount: Money | null, net: Money): LineMargin {
  if (costAmount === null) return { costAmount, marginAmount: null, marginPercent: null }
  const marginAmount = net.minus(costAmount)
  return {
    costAmount,
    marginAmount,
    marginPercent: net.isZero() ? null : shown(divideRoundingHalfAway(marginAmount.tiyn * wholeRate, net.tiyn)),
  }
}

/** The column shows three digits; a sale far below cost is shown as the lowest number it can hold. */
function shown(units: bigint): Rate {
  const most = 9_999_999n
  return Rate.of(units > most ? most : units < -most ? -most : units)
}
