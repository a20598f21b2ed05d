import { describe, expect, test } from 'vitest'
import {
  amount,
  day,
  dayOf,
  daysBetween,
  moment,
  money,
  percent,
  quantity,
  shortAmount,
  shortDay,
  unitPrice,
} from './format.js'

const words = ['тыс.', 'млн', 'млрд'] as const
/** Thin and unbreakable spaces as `_` and `~`, so that they can be seen. */
const seen = (text: string) => text.replaceAll('\u202f', '_').replaceAll('\u00a0', '~')

describe('numbers as in Kazakhstan, in every language', () => {
  test.each([
    [money(1_234_567.89), '1_234_567,89~₸'],
    [money(-5), '−5,00~₸'],
    [amount(0), '0,00'],
    [amount(9_999_999_999_999.99), '9_999_999_999_999,99'],
    [unitPrice(120), '120,00'],
    [unitPrice(0.1234), '0,1234'],
    [quantity(1000.000001, 'кг'), '1_000,000001~кг'],
    [quantity(60, 'шт'), '60~шт'],
    [percent(16), '16~%'],
    [shortAmount(999, words), '999'],
    [shortAmount(1_050, words), '1,1~тыс.'],
    [shortAmount(999_949, words), '999,9~тыс.'],
    [shortAmount(999_950, words), '1~млн'],
    [shortAmount(18_300_000, words), '18,3~млн'],
    [shortAmount(2_400_000_000, words), '2,4~млрд'],
  ])('%s', (text, expected) => {
    expect(seen(text)).toBe(expected)
  })
})

describe('days and hours', () => {
  test.each([
    [day('2026-11-21'), '21.11.2026'],
    [day(null), '—'],
    [shortDay('2026-11-21', '2026-01-01'), '21.11'],
    [shortDay('2027-11-21', '2026-01-01'), '21.11.2027'],
    [moment('2026-11-20T21:30:00Z', 'Asia/Almaty'), '21.11.2026 02:30'],
    [dayOf('2026-11-20T21:30:00Z', 'Asia/Almaty'), '2026-11-21'],
    [String(daysBetween('2026-12-30', '2027-01-02')), '3'],
    [String(daysBetween('2026-11-21', '2026-11-20')), '-1'],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected)
  })
})
