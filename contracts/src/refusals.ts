// Every reason for which the system says no, in the words of the people who read it. A file per neighbourhood.

import { accessRefusals } from './refusals/access.js'
import { catalogueRefusals } from './refusals/catalogue.js'
import { customerRefusals } from './refusals/customers.js'
import { financeRefusals } from './refusals/finance.js'
import { productionRefusals } from './refusals/production.js'
import type { RefusalText } from './refusals/refusal-text.js'
import { requestRefusals } from './refusals/request.js'
import { salesRefusals } from './refusals/sales.js'
import { ruleSentence } from './rules.js'
import { filled, type Language } from './sentence.js'

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

export type { Language }

/** The entry of a code in its general shape, `retryable` included. */
export function refusalText(code: RefusalCode): RefusalText {
  return refusals[code]
}

/** The sentence for people: that of the broken rule where one is named, else the code's own. */
export function refusalSentence(code: RefusalCode, language: Language, facts: Record<string, unknown> = {}): string {
  const ofRule = code === 'BUSINESS_RULE' ? ruleSentence(facts['rule'], language, facts) : undefined
  return ofRule ?? filled(refusalText(code)[language], facts)
}
