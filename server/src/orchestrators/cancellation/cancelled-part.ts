import type { DomainEvent } from '../../platform/outbox/events.js'

/** The order of which a part was cancelled: what is left of it may pass a gate, or be picked at last. Other changes wake nobody. */
export function cancelledPart({ aggregateId, payload }: DomainEvent): string | undefined {
  const { changes } = payload as { changes?: { cancelledItems?: unknown } }
  return changes?.cancelledItems ? aggregateId : undefined
}
