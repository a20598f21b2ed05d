/** How long an answer may be kept, and for whom: everybody with the same rights, or the person who asked. */
export interface Keeping {
  readonly seconds: number
  /** An answer for everybody is asked in nobody's name, so that it cannot tell what only one person may know. */
  readonly whose: 'EVERYBODY' | 'PERSON'
}

/** The kinds of answers that are kept. A route names its kind; nothing else is ever cached, and no decision is taken from these. */
export const cachedKinds = {
  'product-list': { seconds: 300, whose: 'EVERYBODY' },
  'product-card': { seconds: 600, whose: 'EVERYBODY' },
  'category-tree': { seconds: 600, whose: 'EVERYBODY' },
  'customer-list': { seconds: 300, whose: 'PERSON' },
  'customer-card': { seconds: 600, whose: 'PERSON' },
  'pipeline-board': { seconds: 60, whose: 'PERSON' },
  'order-list': { seconds: 60, whose: 'PERSON' },
  'order-card': { seconds: 60, whose: 'PERSON' },
  'stock-display': { seconds: 30, whose: 'EVERYBODY' },
} as const satisfies Readonly<Record<string, Keeping>>

export type CachedKind = keyof typeof cachedKinds

/** The rights of a member, which are dropped the moment they change. */
export const memberSeconds = 60

/** Somewhat less than it may be kept, so that what was stored together does not end together. */
export const keptMs = (seconds: number): number => Math.round(seconds * 1000 * (1 - Math.random() / 10))
