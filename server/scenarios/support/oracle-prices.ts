// The price rules in whole numbers of their own, so that a mistake in the program's arithmetic cannot hide here too.
// Amounts are tiyn, prices and percentages have 4 decimals, quantities 6.

export interface OracleLine {
  readonly product: string
  readonly quantity: bigint
  readonly unitPrice: bigint
  readonly priceIncludesVat: boolean
  readonly vatRate: bigint
  readonly vatExempt: boolean
  readonly discount: bigint
  readonly discountType: 'PERCENTAGE' | 'FIXED'
}

export interface OracleDiscount {
  readonly value: bigint
  readonly type: 'PERCENTAGE' | 'FIXED'
}

export interface OracleAmounts {
  readonly gross: bigint
  readonly lineDiscount: bigint
  readonly share: bigint
  readonly net: bigint
  readonly tax: bigint
  readonly total: bigint
}

const whole = 1_000_000n

/** Rounds half away from zero; nothing here is negative. */
const round = (numerator: bigint, denominator: bigint) => (2n * numerator + denominator) / (2n * denominator)

/** What each line comes to under the document's discount. */
export function oracleAmounts(lines: readonly OracleLine[], document: OracleDiscount | undefined): OracleAmounts[] {
  const grosses = lines.map((line) => round(line.quantity * line.unitPrice, 100_000_000n))
  const bases = lines.map((line, i) =>
    line.discountType === 'FIXED'
      ? grosses[i]! - line.discount / 100n
      : round(line.quantity * line.unitPrice * (whole - line.discount), 100_000_000n * whole),
  )
  const shares = oracleShares(bases, document)
  return lines.map((line, i) => {
    const priced = bases[i]! - shares[i]!
    const rate = line.vatExempt ? 0n : line.vatRate
    const tax = line.priceIncludesVat ? round(priced * rate, whole + rate) : round(priced * rate, whole)
    const net = line.priceIncludesVat ? priced - tax : priced
    return { gross: grosses[i]!, lineDiscount: grosses[i]! - bases[i]!, share: shares[i]!, net, tax, total: net + tax }
  })
}

/** In proportion to the bases, down to the tiyn; what is left goes to the largest fractions, then to the first lines. */
function oracleShares(bases: readonly bigint[], document: OracleDiscount | undefined): bigint[] {
  const sum = total(bases)
  if (!document || sum === 0n) return bases.map(() => 0n)
  const whole4 = document.type === 'FIXED' ? document.value / 100n : round(sum * document.value, whole)
  const shares = bases.map((base) => (whole4 * base) / sum)
  const byFraction = bases
    .map((base, i) => ({ i, fraction: (whole4 * base) % sum }))
    .sort((a, b) => (a.fraction === b.fraction ? a.i - b.i : a.fraction > b.fraction ? -1 : 1))
  for (let left = whole4 - total(shares), k = 0; left > 0n; left--, k++) shares[byFraction[k]!.i]! += 1n
  return shares
}

export const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n)
