import { expect, it } from 'vitest'
import { writtenPhone } from './written-phone.js'

it.each([
  ['', ''],
  ['+', '+'],
  ['8', '+7'],
  ['7', '+7'],
  ['701', '+7 701'],
  ['87012345678', '+7 701 234 56 78'],
  ['7012345678', '+7 701 234 56 78'],
  ['+7 701 234 56 789', '+7 701 234 56 78'],
  ['+7 (701) 234-56-78', '+7 701 234 56 78'],
  ['+7 70', '+7 70'],
  ['+996 555 12', '+996 555 12'],
])('%s is shown as %s', (typed, shown) => expect(writtenPhone(typed)).toBe(shown))
