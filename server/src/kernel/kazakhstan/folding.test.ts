import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fold } from './folding.js'
import { vectors } from './vectors.js'

describe('fold', () => {
  it.each(vectors.fold)('%s is found as %s', (text, expected) => {
    expect(fold(text)).toBe(expected)
  })

  it.each([
    ['  ТОО «Қазақ  телеком» ', 'тоо казак телеком'],
    ['Индира ikea', 'индира ikea'],
    ['Kaspi Bank', 'kaspi bank'],
    ['Май', 'май'],
    ['Һан', 'хан'],
  ])('%s is found as %s', (text, expected) => {
    expect(fold(text)).toBe(expected)
  })

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})
