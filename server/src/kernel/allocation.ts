/**
 * Shares a total out in proportion to the weights so that the parts make the whole: each gets the floor of its share,
 * and what is left goes one by one to the largest remainders, the earlier line first when they tie. When nothing
 * weighs anything the first takes all. A negative total is shared like its positive twin.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.some((weight) => weight < 0n)) throw new RangeError('A weight is negative')
  if (weights.length === 0 && total !== 0n) throw new RangeError('There is nothing to share the total over')
  if (total < 0n) return allocate(-total, weights).map((part) => -part)

  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? total : 0n))

  const parts = weights.map((weight) => (total * weight) / whole)
  const left = total - parts.reduce((sum, part) => sum + part, 0n)
  const luckiest = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
    .slice(0, Number(left))
  for (const { index } of luckiest) parts[index] = (parts[index] ?? 0n) + 1n
  return parts
}
