import { useAnswer } from '../../lib/api.js'
import { amount, day } from '../../lib/format.js'
import type { ListSearch } from './column.js'
import type { Filter } from './filter.js'

/** What a filter is set to, in words. */
export function FilterValue({ filter, search }: { readonly filter: Filter; readonly search: ListSearch }) {
  if (filter.kind === 'record') return <RecordName filter={filter} id={search[filter.key] ?? ''} />
  return <>{said(filter, search)}</>
}

function said(filter: Exclude<Filter, { kind: 'record' }>, search: ListSearch): string {
  if (filter.kind === 'flag') return ''
  if (filter.kind === 'text') return search[filter.key] ?? ''
  if (filter.kind === 'choice') {
    const values = (search[filter.key] ?? '').split(',')
    return values.map((value) => filter.options.find((option) => option.value === value)?.label ?? value).join(', ')
  }
  const write = filter.kind === 'days' ? day : (value: string) => amount(Number(value))
  const [from, to] = [search[filter.from], search[filter.to]]
  return from && to ? `${write(from)} – ${write(to)}` : from ? `≥ ${write(from)}` : `≤ ${write(to ?? '')}`
}

function RecordName({ filter, id }: { filter: Extract<Filter, { kind: 'record' }>; id: string }) {
  const { data } = useAnswer<Readonly<Record<string, unknown>>>(`${filter.path}/${id}`, { enabled: id !== '' })
  return <>{data ? filter.labelOf(data) : '…'}</>
}
