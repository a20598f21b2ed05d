import type { PickingLine } from './picking-answer.js'

/** How much of each line lies in the basket, by the line's id. */
export type Gathered = Readonly<Record<string, number>>

type Line = Pick<PickingLine, 'id' | 'productName' | 'productCode' | 'quantity'> & { readonly barcode?: string | null }

export type Scanned =
  | { readonly kind: 'taken'; readonly name: string; readonly gathered: Gathered }
  | { readonly kind: 'full'; readonly name: string }
  | { readonly kind: 'unknown'; readonly code: string }

/** So much of a line and no more than the line asks for. */
export function gather(gathered: Gathered, line: Line, quantity: number): Gathered {
  return { ...gathered, [line.id]: Math.min(line.quantity, Math.max(0, exact(quantity))) }
}

/** One piece more of what bears the code; of two lines with the same goods the first that still lacks some. */
export function scan(gathered: Gathered, lines: readonly Line[], written: string): Scanned {
  const code = written.trim()
  const same = lines.filter(({ productCode, barcode }) =>
    [productCode, barcode].some((known) => known?.toLowerCase() === code.toLowerCase()),
  )
  const [first] = same
  if (!first) return { kind: 'unknown', code }
  const line = same.find(({ id, quantity }) => (gathered[id] ?? 0) < quantity)
  if (!line) return { kind: 'full', name: first.productName }
  return { kind: 'taken', name: line.productName, gathered: gather(gathered, line, (gathered[line.id] ?? 0) + 1) }
}

/** Six decimals, as quantities are kept: 0,1 + 0,2 is 0,3. */
const exact = (quantity: number): number => Math.round(quantity * 1e6) / 1e6
