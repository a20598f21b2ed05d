import { expect, test } from 'vitest'
import { eventSentence, eventWords, orchestratorWords, stateName, stepSentence, stepWords } from './chain-labels.js'

const won = { name: 'deal.won', number: 'DL-2026-000077' }

test('a document says why it exists, in three languages', () => {
  const created = (language: 'ru' | 'kk' | 'en') =>
    eventSentence(language, 'order.created', { number: 'SO-2026-000118' }, won)
  expect(created('ru')).toBe('Создан заказ SO-2026-000118, потому что сделка DL-2026-000077 выиграна')
  expect(created('kk')).toBe('SO-2026-000118 тапсырысы құрылды, себебі DL-2026-000077 мәмілесі ұтылып алынды')
  expect(created('en')).toBe('Order SO-2026-000118 was created because deal DL-2026-000077 was won')
})

test('what the reader may not see is left out of the sentence', () => {
  expect(eventSentence('ru', 'invoice.issued', { number: null }, { ...won, number: null })).toBe(
    'Выставлен счёт, потому что сделка выиграна',
  )
  expect(eventSentence('kk', 'invoice.issued', {})).toBe('Шоты ұсынылды')
  expect(stepSentence('en', 'produce what is short', { documents: '' })).toBe('What is short will be made')
})

test('states are words, unknown ones stay', () => {
  expect(stateName('ru', 'CREDIT_LIMIT, APPROVAL')).toBe('превышен кредитный лимит, нужно согласование')
  expect(stateName('ru', 'Стол: 4 шт')).toBe('Стол: 4 шт')
})

test('no sentence is empty in any language', () => {
  for (const words of [eventWords, stepWords, orchestratorWords].flatMap((table) => Object.values(table)))
    expect(words.every((text) => text.trim().length > 2)).toBe(true)
})
