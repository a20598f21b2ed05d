import { describe, expect, it } from 'vitest'
import { normalizePhone } from './phone.js'
import { vectors } from './vectors.js'

describe('normalizePhone', () => {
  it.each(vectors.phone)('%s: %s', (text, expected) => {
    expect(normalizePhone(text)).toBe(expected)
  })

  it.each([
    ['foreign', '+49 30 901820', '+4930901820'],
    ['8 800', '8 800 555 35 35', '+78005553535'],
    ['right in length only', '+7 710 123 45 67', null],
    ['words', 'позвоните в офис', null],
    ['nothing', '', null],
  ])('%s', (_, text, expected) => {
    expect(normalizePhone(text)).toBe(expected)
  })
})
