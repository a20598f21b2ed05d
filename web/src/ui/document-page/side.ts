import type { ReactNode } from 'react'

/** A block of the right third; under 900 px, a tab. */
export interface Side {
  readonly key: string
  readonly title: string
  readonly content: ReactNode
}
