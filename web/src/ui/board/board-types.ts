import type { ReactNode } from 'react'

/** A column of a board. Count and sums are of the whole filter, whatever is loaded. */
export interface BoardColumn<Card> {
  readonly key: string
  readonly title: string
  readonly count: number
  readonly sum?: number
  readonly expected?: number
  /** A share between 0 and 100, in grey beside the expected sum. */
  readonly probability?: number
  readonly tone?: 'success' | 'danger'
  readonly cards: readonly Card[]
  /** There are more than are loaded. */
  readonly more?: (() => void) | undefined
  /** Nothing may be dropped here. */
  readonly closed?: boolean
  /** Only a narrow strip with its name and sums; something may be dropped on it all the same. */
  readonly folded?: boolean
}

/** Where a card was put: between which others of the column. */
export interface Move<Card> {
  readonly card: Card
  readonly from: string
  readonly to: string
  /** The id of the card that stands directly after it now, when there is one. */
  readonly beforeId: string | undefined
  /** The id of the card that stands directly before it now, when there is one. */
  readonly afterId: string | undefined
}

export interface BoardProps<Card> {
  readonly label: string
  readonly columns: readonly BoardColumn<Card>[]
  readonly keyOf: (card: Card) => string
  /** What a card is called when its move is announced. */
  readonly nameOf: (card: Card) => string
  readonly render: (card: Card) => ReactNode
  readonly onOpen: (card: Card) => void
  /** Absent: nobody may move anything here. The caller moves at once and takes back what the server refuses; false: it asks first. */
  readonly onMove?: ((move: Move<Card>) => false | void) | undefined
  /** Present: folded columns open and close; `onFold` of a column that is not folded folds it. */
  readonly onFold?: (column: BoardColumn<Card>) => void
  /** Which columns may be folded. */
  readonly mayFold?: (column: BoardColumn<Card>) => boolean
  /** Under the head of a column: a link to what was won, a button to add. */
  readonly underHead?: (column: BoardColumn<Card>) => ReactNode
}
