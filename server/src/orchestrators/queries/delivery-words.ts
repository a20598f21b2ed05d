import { type RefusalCode, refusals, refusalSentence } from '@prometric/contracts/refusals'
import type { Language } from '../../platform/database/tenant.js'

/** Why the last try of a delivery failed. */
export interface Failed {
  readonly lastError: string | null
  readonly errorCode: string | null
  readonly errorFacts: Readonly<Record<string, unknown>> | null
}

/** Why the last try failed: in words where the business said no, else the first line of what went wrong. */
export function errorWords(language: Language, { lastError, errorCode, errorFacts }: Failed): string | null {
  if (lastError === null) return null
  return errorCode !== null && errorCode in refusals
    ? refusalSentence(errorCode as RefusalCode, language, errorFacts ?? {})
    : lastError.split('\n', 1)[0]!
}

interface Tried {
  readonly state: string
  readonly attempts: number
}

const isFailing = ({ state, attempts }: Tried) => state === 'DEAD' || (state === 'READY' && attempts > 0)

/** Is there something to try again? */
export const mayBeRetried = (delivery: Tried): boolean => isFailing(delivery) || delivery.state === 'DISCARDED'

/** Is there something to give up? */
export const mayBeSkipped = (delivery: Tried): boolean => isFailing(delivery)
