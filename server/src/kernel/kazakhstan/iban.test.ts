import { describe, expect, it } from 'vitest'
import { bankCodeOf, normalizeBic, normalizeIban } from './iban.js'
import { vectors } from './vectors.js'

describe('normalizeIban', () => {
  it.each(vectors.iban)('%s: %s', (text, sound) => {
    expect(normalizeIban(text)).toBe(sound ? text.replaceAll(' ', '').toUpperCase() : null)
  })

  it('names the bank', () => {
    expect(bankCodeOf(normalizeIban('kz86 125k zt50 0410 0100') ?? '')).toBe('125')
  })
})

describe('normalizeBic', () => {
  it.each([
    ['caspkzka', 'CASPKZKA'],
    ['KKMFKZ2A', 'KKMFKZ2A'],
    ['DEUTDEFF', null],
    ['CASPKZK', null],
  ])('%s: %s', (text, expected) => {
    expect(normalizeBic(text)).toBe(expected)
  })
})
