// Every reason for which the system says no, in the words of the people who read it. A file per neighbourhood.

import { accessRefusals } from './refusals/access.js'
import { catalogueRefusals } from './refusals/catalogue.js'
import { customerRefusals } from './refusals/customers.js'
import { financeRefusals } from './refusals/finance.js'
import { productionRefusals } from './refusals/production.js'
import type { RefusalText } from './refusals/refusal-text.js'
import { requestRefusals } from './refusals/request.js'
import { salesRefusals } from './refusals/sales.js'

export const refusals = {
  ...requestRefusals,
  ...accessRefusals,
  ...customerRefusals,
  ...catalogueRefusals,
  ...salesRefusals,
  ...productionRefusals,
  ...financeRefusals,
} as const satisfies Record<string, RefusalText>

export type RefusalCode = keyof typeof refusals

export type Language = 'ru' | 'kk' | 'en'

/** The entry of a code in its general shape, `retryable` included. */
export function refusalText(code: RefusalCode): RefusalText {
  return refusals[code]
}

/** The sentence for people. A fact that was not given is shown as a dash rather than as its name. */
export function refusalSentence(code: RefusalCode, language: Language, facts: Record<string, unknown> = {}): string {
  return refusalText(code)[language].replace(/\{(\w+)\}/g, (_, name: string) => written(facts[name]))
}

function written(fact: unknown): string {
  if (Array.isArray(fact)) return fact.length === 0 ? '—' : fact.map(written).join(', ')
  if (fact === undefined || fact === null || fact === '') return '—'
  if (typeof fact !== 'object') return String(fact)
  // Money and its kin write themselves; any other object has no sentence.
  return fact.toString === Object.prototype.toString ? '—' : String(fact)
}
