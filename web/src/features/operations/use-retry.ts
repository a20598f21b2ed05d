import { useCommand } from '../../lib/api.js'
import { type Resolved, touchedByRepair } from './delivery-answer.js'

/** Tries steps again: one or many. */
export function useRetry(onDone?: (resolved: Resolved) => void) {
  return useCommand<{ ids: readonly string[] }, Resolved>({
    path: '/deliveries/retry',
    body: ({ ids }) => ({ ids }),
    touches: touchedByRepair,
    ...(onDone && { onDone }),
  })
}
