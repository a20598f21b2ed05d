import type { RefusalCode } from '@prometric/contracts/refusals'

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
