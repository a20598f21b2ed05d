import type { WinPreview } from '@prometric/contracts/won-deal'
import type { SupplyLine } from '../../../ui/dialogs/win-preview.js'

type Line = WinPreview['lines'][number]

const kept: ReadonlySet<string> = new Set(['PRODUCT', 'MATERIAL', 'MANUFACTURED'])

/** Where every piece of the order would come from; a set is told by its parts. */
export const supplyOf = ({ lines }: WinPreview, noRecipe: string): readonly SupplyLine[] =>
  lines.filter(({ productType }) => productType !== 'BUNDLE').flatMap((line) => partsOf(line, noRecipe))

function partsOf(line: Line, noRecipe: string): SupplyLine[] {
  const { fromStock, toProduce, toBuy, expectedDate: by, bomMissing } = line
  if (!kept.has(line.productType)) return [part(line, 'SERVICE', line.quantity)]
  const left = Math.max(0, rounded(line.quantity - fromStock - toProduce - toBuy))
  return [
    part(line, 'STOCK', fromStock),
    { ...part(line, 'PRODUCE', toProduce), by, note: bomMissing ? noRecipe : undefined },
    { ...part(line, 'BUY', toBuy), by },
    part(line, 'NONE', left),
  ].filter(({ quantity }) => quantity > 0)
}

const part = (line: Line, source: SupplyLine['source'], quantity: number): SupplyLine => ({
  id: `${line.lineNo} ${source}`,
  name: line.productName,
  quantity,
  unit: line.unit,
  source,
})

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

/** What the promised day waits for: the line that comes last of what is not in stock. */
export function slowest({ lines }: WinPreview): { readonly name: string; readonly how: 'PRODUCE' | 'BUY' } | undefined {
  const [last] = lines
    .filter(({ toProduce, toBuy, expectedDate }) => (toProduce > 0 || toBuy > 0) && expectedDate)
    .toSorted((one, other) => (other.expectedDate ?? '').localeCompare(one.expectedDate ?? ''))
  return last && { name: last.productName, how: last.toProduce > 0 ? 'PRODUCE' : 'BUY' }
}
