import { expect, it } from 'vitest'
import { settledPhone, writtenPhone } from './written-phone.js'

it.each([
  ['', ''],
  ['+', '+'],
  ['8', '+7'],
  ['7', '7'],
  ['701', '701'],
  ['87012345678', '+7 701 234 56 78'],
  ['77012345678', '+7 701 234 56 78'],
  ['7012345678', '701 234 56 78'],
  ['+7 701 234 56 789', '+7 701 234 56 78'],
  ['+7 (701) 234-56-78', '+7 701 234 56 78'],
  ['+7 70', '+7 70'],
  ['+996 555 12', '+996 555 12'],
])('%s is shown as %s', (typed, shown) => expect(writtenPhone(typed)).toBe(shown))

it.each([
  ['701 234 56 78', '+7 701 234 56 78'],
  ['701 234', '701 234'],
  ['+996 555 123', '+996 555 123'],
])('%s settles as %s', (written, settled) => expect(settledPhone(written)).toBe(settled))

it.each([
  ['87076543210', '+7 707 654 32 10'],
  ['77076543210', '+7 707 654 32 10'],
  ['7076543210', '+7 707 654 32 10'],
  ['+77076543210', '+7 707 654 32 10'],
])('%s typed key by key', (keys, settled) => {
  const written = Array.from(keys).reduce((before, key) => writtenPhone(before + key), '')
  expect(settledPhone(written)).toBe(settled)
})
