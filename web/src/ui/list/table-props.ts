import type { Column, RowSource } from './column.js'

export interface TableProps<Data> {
  readonly label: string
  readonly columns: readonly Column<Data>[]
  readonly source: RowSource<Data>
  readonly keyOf: (row: Data) => string
  readonly sort?: string | undefined
  /** Of what these rows are: when it changes, the list begins anew at its top. */
  readonly arrangement?: string
  readonly onSort?: ((sort: string | undefined) => void) | undefined
  /** Index of the row on which the keys act. */
  readonly active: number
  readonly onActive: (index: number) => void
  readonly onOpen?: ((row: Data) => void) | undefined
  /** Absent: nothing is selected here. */
  readonly selected?: ReadonlySet<string> | undefined
  readonly onSelect?: ((keys: readonly string[], on: boolean) => void) | undefined
}
