import type { ListSearch } from './column.js'
import { ListView, type ListViewProps } from './list-view.js'
import { useListRows } from './use-list-rows.js'

interface ListProps<Row, Search extends ListSearch> extends Omit<ListViewProps<Row, Search>, 'source'> {
  /** The API's path: `/deals`. */
  readonly path: string
  /** What always narrows the list and is not in the address. */
  readonly only?: ListSearch
}

/** A list of the API with everything a list has: views, search, filters, columns, choice, peek. */
export function List<Row, Search extends ListSearch>({ path, only, ...rest }: ListProps<Row, Search>) {
  const source = useListRows<Row>(path, { ...rest.search, ...only })
  return <ListView {...rest} source={source} />
}
