import { useQueryClient } from '@tanstack/react-query'
import type { Answer } from '../../../lib/http.js'
import { cardPath, type Deal, type DealCard } from '../deal-answer.js'

/** Puts a deal that a command answered onto its page at once, unless a newer one stands there; what the answer left out stays. */
export function useTaken(id: string): (deal: Partial<DealCard> & Deal) => void {
  const client = useQueryClient()
  return (deal) =>
    client.setQueryData<Answer<DealCard>>([cardPath(id)], (before) =>
      before && before.data.version <= deal.version ? { ...before, data: { ...before.data, ...deal } } : before,
    )
}
