import type { WinPreview } from '@prometric/contracts/won-deal'
import { expect, test } from 'vitest'
import { slowest, supplyOf } from './win-supply.js'

const line = (lineNo: number, productType: string, more: object) => ({
  lineNo,
  productType,
  productName: `${productType} ${lineNo}`,
  unit: 'шт',
  quantity: 10,
  fromStock: 0,
  toProduce: 0,
  toBuy: 0,
  expectedDate: null,
  bomMissing: false,
  ...more,
})
const preview = {
  lines: [
    line(1, 'PRODUCT', { fromStock: 6, toBuy: 3.7, expectedDate: '2026-12-01' }),
    line(2, 'MANUFACTURED', { toProduce: 10, expectedDate: '2026-12-04', bomMissing: true }),
    line(3, 'SERVICE', {}),
    line(4, 'BUNDLE', {}),
  ],
} as unknown as WinPreview

test('every piece is told once, by where it comes from', () => {
  expect(supplyOf(preview, 'нет рецепта').map(({ id, quantity, note }) => [id, quantity, note])).toEqual([
    ['1 STOCK', 6, undefined],
    ['1 BUY', 3.7, undefined],
    ['1 NONE', 0.3, undefined],
    ['2 PRODUCE', 10, 'нет рецепта'],
    ['3 SERVICE', 10, undefined],
  ])
})

test('the promise waits for what comes last', () => {
  expect(slowest(preview)).toEqual({ name: 'MANUFACTURED 2', how: 'PRODUCE' })
  expect(slowest({ ...preview, lines: preview.lines.slice(2) })).toBeUndefined()
})
