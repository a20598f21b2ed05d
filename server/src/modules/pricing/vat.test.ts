import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { vectors } from '../../kernel/kazakhstan/vectors.js'
import { localDay } from '../../kernel/kazakhstan/local-day.js'
import { Money } from '../../kernel/money.js'
import { Rate } from '../../kernel/rate.js'
import { statutoryRate, statutoryRates } from './statutory-rates.js'
import { vatSplit } from './vat.js'

describe('vatSplit', () => {
  it.each(vectors.vat_included)('%s with %s %% inside: vat %s, net %s', (gross, rate, vat, net) => {
    const split = vatSplit(Money.parse(gross), Rate.parse(rate), true)
    expect(split).toEqual({ net: Money.parse(net), vat: Money.parse(vat), gross: Money.parse(gross) })
  })

  it.each(vectors.vat_excluded)('%s and %s %% on top: vat %s, gross %s', (net, rate, vat, gross) => {
    const split = vatSplit(Money.parse(net), Rate.parse(rate), false)
    expect(split).toEqual({ net: Money.parse(net), vat: Money.parse(vat), gross: Money.parse(gross) })
  })

  it.each(vectors.vat_document)('$mode $rate % of three lines is $vat', ({ mode, rate, lines, vat }) => {
    const taxes = lines.map((line) => vatSplit(Money.parse(line), Rate.parse(rate), mode === 'included').vat)
    expect(Money.sum(taxes)).toEqual(Money.parse(vat))
  })

  test('the price of a catalogue, and no rate at all', () => {
    const price = Money.parse(450_000)
    const split = vatSplit(price, Rate.parse(12), true)
    expect([`${split.vat}`, `${split.net}`]).toEqual(['48214.29', '401785.71'])
    expect(vatSplit(price, null, true)).toEqual({ net: price, vat: Money.zero, gross: price })
  })

  test('net and VAT always make the gross', () => {
    const amount = fc.bigInt(0n, 10n ** 15n).map(Money.of)
    const rate = fc.bigInt(0n, 1_000_000n).map(Rate.of)
    fc.assert(
      fc.property(amount, rate, fc.boolean(), (priced, percent, included) => {
        const { net, vat, gross } = vatSplit(priced, percent, included)
        expect(net.plus(vat)).toEqual(gross)
        expect(included ? gross : net).toEqual(priced)
        expect(net.isNegative() || vat.isNegative()).toBe(false)
      }),
    )
  })
})

describe('statutoryRate', () => {
  it.each(vectors.vat_rate_by_date.map((row) => ({ ...row })))('%o', (row) => {
    // A return keeps the rate of the day of sale.
    const day =
      'instant' in row
        ? localDay(new Date(row.instant), 'Asia/Almaty')
        : 'return_of_sale' in row
          ? row.return_of_sale
          : row.date
    expect(statutoryRate(row.category, day)?.toString() ?? null).toBe(row.rate)
  })

  test('knows no rate for what the table does not cover', () => {
    expect(() => statutoryRate('PERIODICALS', '2025-06-01')).toThrow(RangeError)
    expect(statutoryRate('NO_VAT', '2026-06-01')).toBeNull()
  })

  test('no two rows of a category overlap', () => {
    for (const a of statutoryRates) {
      const others = statutoryRates.filter((b) => b !== a && b.category === a.category)
      for (const b of others) expect((a.to ?? '9999') < (b.from ?? '') || (b.to ?? '9999') < (a.from ?? '')).toBe(true)
    }
  })
})
