import type { RefusalCode } from '@prometric/contracts/refusals'
import type { Rule } from '@prometric/contracts/rules'

export type { RefusalCode }

/**
 * The business says no. Not a defect: the person can read why and act. The status and the sentence in each language
 * belong to the code; `facts` fill the sentence, `field` points into what was sent.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly facts: Record<string, unknown> = {},
    readonly field?: string,
  ) {
    super(code)
    this.name = 'Refusal'
  }
}

/** A field that the contract of the request lets through and a rule does not. */
export const invalid = (field: string, rule: Rule, facts: Record<string, unknown> = {}): Refusal =>
  new Refusal('VALIDATION_FAILED', { rule, ...facts }, field)

/** An act that a rule of the business does not allow as things stand. */
export const against = (rule: Rule, facts: Record<string, unknown> = {}, field?: string): Refusal =>
  new Refusal('BUSINESS_RULE', { rule, ...facts }, field)
