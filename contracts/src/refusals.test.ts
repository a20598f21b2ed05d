import { describe, expect, it, test } from 'vitest'
import { refusals, refusalSentence, refusalText, type RefusalCode } from './refusals.js'

const codes = Object.keys(refusals) as RefusalCode[]
const placeholders = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort()

describe('every refusal', () => {
  it.each(codes)('%s says the same in three languages', (code) => {
    const { status, ru, kk, en } = refusalText(code)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(placeholders(kk)).toEqual(placeholders(ru))
    expect(placeholders(en)).toEqual(placeholders(ru))
    for (const sentence of [ru, kk, en]) expect(sentence).toMatch(/^\S.*\.$/)
    expect(kk).not.toBe(ru)
  })

  test('only what passes by itself may be repeated', () => {
    const retryable = codes.filter((code) => refusalText(code).retryable)
    expect(retryable.sort()).toEqual(['RATE_LIMITED', 'REQUEST_IN_PROGRESS', 'SERVICE_UNAVAILABLE'])
  })
})

describe('refusalSentence', () => {
  test('fills in the facts and lists', () => {
    const facts = { from: 'DRAFT', to: 'PAID', allowed: ['ISSUED', 'CANCELLED'] }
    expect(refusalSentence('INVALID_TRANSITION', 'en', facts)).toBe(
      'The state cannot change from “DRAFT” to “PAID”. Possible states: ISSUED, CANCELLED.',
    )
  })

  test('shows a dash for what is unknown', () => {
    expect(refusalSentence('RETURN_QUANTITY_EXCEEDED', 'ru')).toBe('Вернуть можно не больше —. Уменьшите количество.')
    expect(refusalSentence('MATERIALS_SHORT', 'en', { materials: [{}] })).toContain('Materials are short: —.')
  })
})
