import type {
  deliveryCard,
  deliveryRow,
  deliverySummary,
  resolvedDeliveries,
} from '@prometric/contracts/event-deliveries'
import type { Answered } from '../../lib/api.js'

export type DeliveryRow = Answered<typeof deliveryRow>
export type DeliveryCard = Answered<typeof deliveryCard>
export type DeliverySummary = Answered<typeof deliverySummary>
export type Resolved = Answered<typeof resolvedDeliveries>

/** What a retry or a skip makes old. */
export const touchedByRepair = ['/deliveries', '/chains', '/orders', '/deals', '/tasks'] as const

/** The name of a delivery stands in a path. */
export const deliveryPath = (id: string): string => `/deliveries/${encodeURIComponent(id)}`
