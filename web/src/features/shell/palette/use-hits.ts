import { useDebouncedValue } from '@mantine/hooks'
import { useQueries } from '@tanstack/react-query'
import { ask } from '../../../lib/api.js'
import { findersFor, type Hit, hitsOf, type Row, searchPath } from './finders.js'

/** The documents, customers and products that a text finds: asked when the hands rest for a moment. */
export function useHits(text: string): { hits: readonly Hit[]; isSearching: boolean } {
  const [wanted] = useDebouncedValue(text, 180)
  const isWorthAsking = wanted.length >= 2
  const finders = isWorthAsking ? findersFor(wanted) : []
  return useQueries({
    queries: finders.map((finder) => ({
      queryKey: [searchPath(finder, wanted)],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask<readonly Row[]>(searchPath(finder, wanted), { signal }),
      staleTime: 30_000,
      retry: false,
    })),
    combine: (answers) => ({
      hits: answers.flatMap(({ data }, index) => (data ? hitsOf(finders[index]!, data.data) : [])),
      isSearching: text.length >= 2 && (text !== wanted || answers.some(({ isFetching, data }) => isFetching && !data)),
    }),
  })
}
