import { createHash } from 'node:crypto'
import {
  type CancellationChoices,
  cancellationChoices,
  type CancellationPlanAnswer,
} from '@prometric/contracts/cancellation'
import { noteSentence, warningSentence } from '@prometric/contracts/cancellation-words'
import type { Language } from '../../platform/database/tenant.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { planCancellation, type CancellationPlan } from './plan.js'
import type { Effect } from './effects.js'
import type { CancellationFacts, CancellationRequest } from './facts.js'

/** What is done when nobody decides otherwise. */
export const usualChoices: CancellationChoices = {
  startedProduction: cancellationChoices.startedProduction[0],
  paidMoney: cancellationChoices.paidMoney[0],
}

/**
 * The fingerprint of a plan: of everything that would be done, whichever way the caller decides. Who confirms a hash confirms every
 * quantity, amount and document; the choices are his own until then, and the language of the reader is no part of it.
 */
export function planHash(facts: CancellationFacts, { items }: Pick<CancellationRequest, 'items'>): string {
  const decided = cancellationChoices.startedProduction.flatMap((startedProduction) =>
    cancellationChoices.paidMoney.map((paidMoney) => ({ startedProduction, paidMoney })),
  )
  const plans = decided.map((choices) => planCancellation(facts, { ...(items && { items }), choices }))
  return createHash('sha256')
    .update(JSON.stringify(plans.map(({ effects, warnings }) => ({ effects, warnings }))))
    .digest('hex')
}

/** A plan as people read it. What was spent is for those who may see costs. */
export function shownPlan(work: UnitOfWork, plan: CancellationPlan, hash: string): CancellationPlanAnswer {
  const { language } = work.actor
  return {
    planHash: hash,
    effects: plan.effects.map((effect) => shownEffect(effect, language, work.allow('COST_VIEW'))),
    choices: plan.choices.map((key) => ({
      key,
      options: [...cancellationChoices[key]],
      default: cancellationChoices[key][0],
    })),
    warnings: plan.warnings.map((code) => ({ code, message: warningSentence(language, code) })),
  }
}

function shownEffect(
  { document, action, quantity, amount, reversible, spent, note }: Effect,
  language: Language,
  seesCosts: boolean,
): CancellationPlanAnswer['effects'][number] {
  return {
    document: { ...document },
    action,
    quantity: quantity && quantity.toNumber(),
    amount: amount && amount.toNumber(),
    reversible,
    spent: seesCosts && spent ? spent.toNumber() : null,
    note: note && noteSentence(language, note),
  }
}
