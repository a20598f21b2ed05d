import { useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { ask, useRows, withQuery } from '../../lib/api.js'
import { arrangementOf, type ListSearch, type RowSource } from './column.js'

const limit = 100

/** The rows of a list of the API: the first page at once, any other when it comes into sight. */
export function useListRows<Row>(path: string, search: ListSearch): RowSource<Row> {
  const [pages, setPages] = useState<readonly number[]>([])
  const pathOf = (page: number) => withQuery(path, { ...arrangementOf(search), page, limit })
  const first = useRows<Row>(pathOf(1), { keep: true })
  const others = useQueries({
    queries: first.isPlaceholderData
      ? []
      : pages.map((page) => ({
          queryKey: [pathOf(page)],
          queryFn: ({ signal }: { signal: AbortSignal }) => ask<readonly Row[]>(pathOf(page), { signal }),
        })),
  })
  const want = useCallback((from: number, to: number) => {
    const wanted = pagesBetween(from, to)
    setPages((before) => (before.join() === wanted.join() ? before : wanted))
  }, [])
  return {
    total: first.data?.meta.total ?? first.data?.data.length,
    capped: first.data?.meta.totalCapped ?? false,
    at: (index) => {
      const page = Math.floor(index / limit) + 1
      const answer = page === 1 ? first.data : others[pages.indexOf(page)]?.data
      return answer?.data[index % limit]
    },
    want,
    stale: first.isPlaceholderData,
    error: first.error,
    retry: () => void first.refetch(),
  }
}

/** All but the first page, which is always there. */
function pagesBetween(from: number, to: number): number[] {
  const [first, last] = [Math.floor(from / limit) + 1, Math.floor(to / limit) + 1]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((page) => page > 1)
}
