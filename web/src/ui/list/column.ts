import type { ReactNode } from 'react'

/** One column of a list. */
export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand at the end. */
  readonly align?: 'start' | 'end'
  /** In pixels; columns without a width share what is left. */
  readonly width?: number
  /** The API's name to sort by; without it the column is not sorted. */
  readonly sort?: string
  /** May be hidden; the first column may not. */
  readonly hideable?: boolean
  /** Hidden until somebody chooses it. */
  readonly hidden?: boolean
  /** Under the column: a total of the whole filter, from the API. */
  readonly total?: ReactNode
  /** Where it stands on a phone's card of two lines; elsewhere it is left out there. */
  readonly place?: 'title' | 'end' | 'under' | 'underEnd'
}

/** What a list has in its address: `search`, `sort`, `view`, `peek` and the filters by their names. */
export type ListSearch = Readonly<Record<string, string | undefined>>

/** A ready arrangement of filters and order, shown as a tab. */
export interface View {
  readonly key: string
  readonly title: string
  readonly search: ListSearch
}

/** Rows that come page by page. */
export interface RowSource<Row> {
  /** Undefined until the first answer. */
  readonly total: number | undefined
  /** There are more than the API counts. */
  readonly capped: boolean
  readonly at: (index: number) => Row | undefined
  /** Which rows are on the screen. */
  readonly want: (from: number, to: number) => void
  /** The rows are of the last filter; those of this one are on their way. */
  readonly stale: boolean
  readonly error: unknown
  retry(): void
}

const ofTheList = ['search', 'sort', 'page', 'view', 'peek']

/** Only the filters of a search. */
export const filtersOf = (search: ListSearch): ListSearch =>
  Object.fromEntries(Object.entries(search).filter(([name, value]) => value && !ofTheList.includes(name)))

/** What narrows or orders the list: without the opened row and the name of the view. */
export const arrangementOf = (search: ListSearch): ListSearch =>
  Object.fromEntries(
    Object.entries(search).filter(([name, value]) => value && !['peek', 'view', 'page'].includes(name)),
  )

export const sameArrangement = (one: ListSearch, other: ListSearch): boolean => {
  const written = (search: ListSearch) => JSON.stringify(Object.entries(arrangementOf(search)).toSorted())
  return written(one) === written(other)
}
