interface Owed {
  readonly id: string
  readonly balanceDue: number
}

const tiyn = (amount: number): number => Math.round(amount * 100)

/** Money over invoices in their order, as much as each still wants. Counted in tiyn, so that nothing is lost between them. */
export function shareOut(amount: number, invoices: readonly Owed[]): ReadonlyMap<string, number> {
  let left = tiyn(amount)
  return new Map(
    invoices.map(({ id, balanceDue }) => {
      const part = Math.min(left, tiyn(balanceDue))
      left -= part
      return [id, part / 100]
    }),
  )
}

/** What of an amount is on no invoice; below zero, too much is. */
export const restOf = (amount: number, shares: Iterable<number | null>): number =>
  [...shares].reduce<number>((rest, share) => rest - tiyn(share ?? 0), tiyn(amount)) / 100
