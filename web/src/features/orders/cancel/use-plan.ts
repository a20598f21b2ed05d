import type { CancellationPlanAnswer, PreviewCancellationBody } from '@prometric/contracts/cancellation'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../../lib/api.js'

/** Asks what cancelling would do. The answer is true for the moment only: its hash is held against the order when it is done. */
export function usePlan(orderId: string, asked: PreviewCancellationBody, enabled: boolean) {
  const path = `/orders/${orderId}/cancel/preview`
  return useQuery({
    // No path: news must not put another plan under the eyes of somebody who is about to confirm this one.
    queryKey: [`plan of ${path}`, asked],
    queryFn: async ({ signal }) =>
      (await ask<CancellationPlanAnswer>(path, { method: 'POST', body: asked, signal })).data,
    enabled,
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  })
}
