import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../../lib/api.js'
import { bodyOf, type DraftOrder, type OrderPreview } from './draft-order.js'

/** What the order would come to, asked when the typing pauses: the server prices it, looks into the stock and at what would hold it. */
export function useOrderPreview(draft: DraftOrder) {
  const body = bodyOf(draft)
  const [asked] = useDebouncedValue(body, 350)
  const query = useQuery({
    queryKey: ['preview of an order', asked],
    queryFn: async ({ signal }) =>
      (await ask<OrderPreview>('/orders/preview', { method: 'POST', body: asked, signal })).data,
    enabled: asked !== undefined,
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  })
  const known = asked ? query.data : undefined
  const stale = query.isFetching || JSON.stringify(asked) !== JSON.stringify(body)
  return { preview: known, error: asked ? query.error : null, stale }
}
