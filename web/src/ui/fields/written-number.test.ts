import { describe, expect, it } from 'vitest'
import { caretAfter, settledNumber, significantBefore, writtenNumber } from './written-number.js'

const plain = (text: string) => text.replaceAll('\u2009', ' ')

describe('a number while it is typed', () => {
  it.each([
    ['1234567', 2, '1 234 567', 1_234_567],
    ['1234567.5', 2, '1 234 567,5', 1_234_567.5],
    ['1 234,567', 2, '1 234,56', 1234.56],
    ['12,', 2, '12,', 12],
    [',5', 2, '0,5', 0.5],
    ['007', 2, '7', 7],
    ['5 шт', 6, '5', 5],
    ['12,5', 0, '12', 12],
    ['', 2, '', null],
  ])('%s with %i decimals', (typed, decimals, shown, value) => {
    const written = writtenNumber(typed, decimals)
    expect([plain(written.shown), written.value]).toEqual([shown, value])
  })

  it('keeps the caret behind the same digit when a thousand parts', () => {
    const typed = '12345'
    const { shown } = writtenNumber(typed, 2)
    expect(plain(shown.slice(0, caretAfter(shown, significantBefore(typed, 3))))).toBe('12 3')
  })
})

it.each([
  [1234.5, 2, 2, '1 234,50'],
  [1480.1275, 4, 2, '1 480,1275'],
  [60, 6, 0, '60'],
  [null, 2, 2, ''],
])('%s settles as it is written on paper', (value, decimals, least, shown) => {
  expect(plain(settledNumber(value, decimals, least))).toBe(shown)
})
