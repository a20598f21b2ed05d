import { expect, it, test } from 'vitest'
import { refusalSentence } from './refusals.js'
import { rules, ruleSentence } from './rules.js'

const placeholders = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort()

it.each(Object.entries(rules))('%s is said in three languages', (_, { ru, kk, en }) => {
  expect(placeholders(kk)).toEqual(placeholders(ru))
  expect(placeholders(en)).toEqual(placeholders(ru))
  for (const sentence of [ru, kk, en]) expect(sentence).toMatch(/^\S.*\.$/)
  expect(kk).not.toBe(ru)
})

test('a rule is said with its facts, and what is none of ours is left to the code', () => {
  expect(ruleSentence('AT_MOST', 'en', { maximum: 99 })).toBe('At most 99.')
  expect(refusalSentence('BUSINESS_RULE', 'ru', { rule: 'TRACKED_IN_STOCK', product: 'Монтаж' })).toBe(
    '«Монтаж» не учитывается на складе.',
  )
  expect(ruleSentence('toString', 'en')).toBeUndefined()
  expect(refusalSentence('BUSINESS_RULE', 'en', { rule: 'orders_total_ck' })).toBe(
    'The action breaks the rule “orders_total_ck”. Check the data of the document.',
  )
})
