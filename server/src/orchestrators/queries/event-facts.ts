import { type Facts, listenerSentence, stateName } from '@prometric/contracts/chain-labels'
import type { Language } from '../../platform/database/tenant.js'

/** What an event's sentence is filled with. The number of its document only for readers who may see it. */
export const eventFacts = (
  language: Language,
  payload: Readonly<Record<string, unknown>>,
  number: string | null,
): Facts => ({
  number,
  from: stateName(language, payload.previousStatus ?? payload.previousStage),
  to: stateName(language, payload.newStatus ?? payload.newStage),
  reason: stateName(language, payload.holdReason ?? payload.reason),
  quantity: payload.quantity,
  available: payload.available,
  step: typeof payload.consumer === 'string' ? listenerSentence(language, payload.consumer) : '',
})
