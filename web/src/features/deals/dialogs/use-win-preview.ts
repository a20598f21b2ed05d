import type { WinPreview } from '@prometric/contracts/won-deal'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../../lib/api.js'

/** Asks what a win would make. The server does it, looks and undoes it, so what is shown is what will be. */
export function useWinPreview(dealId: string, finalAmount: number | undefined) {
  const path = `/deals/${dealId}/win/preview`
  return useQuery({
    queryKey: [path, finalAmount],
    queryFn: async ({ signal }) =>
      (await ask<WinPreview>(path, { method: 'POST', body: finalAmount === undefined ? {} : { finalAmount }, signal }))
        .data,
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
}
