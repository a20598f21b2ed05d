// What a chain says, in sentences: every event, orchestrator, step and listener in three languages.

import { officeEvents } from './chain-labels/office-events.js'
import { because, reasons } from './chain-labels/reasons.js'
import { salesEvents } from './chain-labels/sales-events.js'
import { chainPhrases, stateWords } from './chain-labels/states.js'
import { supplyEvents } from './chain-labels/supply-events.js'
import { filled, type Words, written } from './chain-labels/words.js'
import { listenerWords, orchestratorWords, stepWords } from './chain-labels/work.js'
import type { Language } from './refusals.js'

export type Facts = Readonly<Record<string, unknown>>

/** What led to something: the event's name and the number of what it was about. */
export interface Cause {
  readonly name: string
  readonly number: string | null
}

export const eventWords: Readonly<Record<string, Words>> = { ...salesEvents, ...supplyEvents, ...officeEvents }
export { orchestratorWords, stepWords } from './chain-labels/work.js'

/** «Создан заказ SO-2026-000118, потому что сделка DL-2026-000077 выиграна». */
export function eventSentence(language: Language, name: string, facts: Facts, cause?: Cause): string {
  return withReason(language, sentenceOf(eventWords, language, name, facts), cause)
}

export function stepSentence(language: Language, name: string, facts: Facts, cause?: Cause): string {
  return withReason(language, sentenceOf(stepWords, language, name, facts), cause)
}

export const runSentence = (language: Language, name: string, facts: Facts): string =>
  sentenceOf(orchestratorWords, language, name, facts)
export const listenerSentence = (language: Language, name: string): string =>
  sentenceOf({ ...orchestratorWords, ...listenerWords }, language, name, {})
export const phrase = (language: Language, name: keyof typeof chainPhrases, facts: Facts = {}): string =>
  written(chainPhrases[name], language, facts)

/** A status, a stage or the reason of a hold; a list of them word by word. What is no such word stays as it is. */
export function stateName(language: Language, state: unknown): string {
  if (typeof state !== 'string') return ''
  return state
    .split(', ')
    .map((one) => (stateWords[one] ? filled(stateWords[one], language) : one))
    .join(', ')
}

function withReason(language: Language, fact: string, cause: Cause | undefined): string {
  const reason = cause && reasons[cause.name]
  if (!reason) return fact
  return written(because, language, { fact, reason: filled(reason, language, { number: cause.number }) })
}

/** A name that nobody gave a sentence yet is shown as it is. */
function sentenceOf(table: Readonly<Record<string, Words>>, language: Language, name: string, facts: Facts): string {
  const words = table[name]
  return words ? written(words, language, facts) : name
}
