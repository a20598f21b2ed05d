/**
 * Divides whole numbers and rounds to the nearest; an exact half goes away from zero. It is the only rounding of the
 * house: half-even would disagree with the tax office by a tiyn on every second half.
 */
export function divideRoundingHalfAway(n: bigint, d: bigint): bigint {
  if (d === 0n) throw new RangeError('Division by zero')
  const negative = n < 0n !== d < 0n
  const dividend = n < 0n ? -n : n
  const divisor = d < 0n ? -d : d
  const nearest = (dividend * 2n + divisor) / (divisor * 2n)
  return negative ? -nearest : nearest
}
