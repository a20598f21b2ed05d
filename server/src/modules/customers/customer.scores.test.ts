import { describe, expect, it } from 'vitest'
import { bantScore, bareName, initialLeadScore, nameScore, nameSimilarity, qualifiedFrom } from './customer.scores.js'

describe('initial lead score', () => {
  it.each([
    ['REFERRAL', 70],
    ['PARTNERSHIP', 60],
    ['EXHIBITION', 50],
    ['WEBSITE', 50],
    ['COLD_CALL', 30],
    [null, 0],
  ])('%s starts at %d', (source, score) => expect(initialLeadScore(source)).toBe(score))
})

describe('BANT', () => {
  it.each([
    [15, 15, 15, 15, true],
    [15, 15, 15, 14, false],
    [25, 25, 10, 0, true],
  ])('%d + %d + %d + %d qualifies: %s', (budget, authority, need, timeline, qualified) =>
    expect(bantScore({ budget, authority, need, timeline }) >= qualifiedFrom).toBe(qualified),
  )
})

describe('likeness of names', () => {
  it.each([
    ['ТОО «Құрылыс Сервис»', 'ЖШС Курылыс Сервис', true],
    ['ТОО Алма', 'АО АЛМА', true],
    ['Айгүл Серікова', 'Айгул Серикова', true],
    ['ТОО Алма', 'ТОО Астана', false],
    ['ИП', 'ТОО', false],
  ])('%s and %s are one: %s', (one, other, same) =>
    expect(nameScore(nameSimilarity(one, other)) !== undefined).toBe(same),
  )

  it('never reaches the score that blocks', () => expect(nameScore(1)).toBe(75))
  it('keeps a name that is nothing but a legal form', () => expect(bareName('ТОО')).toBe('тоо'))
})
