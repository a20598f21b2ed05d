/** How one refusal is answered and said. `{name}` is filled from the facts of the refusal. */
export interface RefusalText {
  readonly status: number
  readonly ru: string
  readonly kk: string
  readonly en: string
  /** The same request may be sent again later, unchanged. */
  readonly retryable?: true
}
