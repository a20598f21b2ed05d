import { describe, expect, it, test } from 'vitest'
import { amountOf, discountedAmountOf, percentOf } from './amount.js'
import { Money } from './money.js'
import { Quantity } from './quantity.js'
import { Rate } from './rate.js'
import { UnitPrice } from './unit-price.js'

describe('amountOf', () => {
  it.each([
    ['10', '650000', '6500000.00'],
    ['3', '0.335', '1.01'],
    ['0.000001', '99999999999.9999', '100000.00'],
    ['2.5', '0.0019', '0.00'],
    ['2.5', '0.002', '0.01'],
    ['999999999999', '9999999', '9999998999990000001.00'],
  ])('%s × %s is %s', (quantity, price, expected) => {
    expect(amountOf(Quantity.parse(quantity), UnitPrice.parse(price)).toString()).toBe(expected)
  })
})

test('a discounted amount is rounded once, not twice', () => {
  const [quantity, price] = [Quantity.parse(1), UnitPrice.parse('10.0049')]
  expect(discountedAmountOf(quantity, price, Rate.parse(50)).toString()).toBe('5.00')
  expect(discountedAmountOf(quantity, UnitPrice.parse('0.0149'), Rate.parse(50)).toString()).toBe('0.01')
  expect(discountedAmountOf(quantity, price, Rate.parse(100)).toString()).toBe('0.00')
})

test('percentOf rounds half away from zero', () => {
  expect(percentOf(Money.parse('0.50'), Rate.parse(1)).toString()).toBe('0.01')
  expect(percentOf(Money.parse('-0.50'), Rate.parse(1)).toString()).toBe('-0.01')
})
