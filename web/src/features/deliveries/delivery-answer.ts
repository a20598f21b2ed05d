import type { deliveryLineRow, deliveryOrderRow } from '@prometric/contracts/logistics'
import type { Answered } from '../../lib/api.js'

export type DeliveryRow = Answered<typeof deliveryOrderRow>
export type DeliveryLine = Answered<typeof deliveryLineRow>
export type DeliveryCard = DeliveryRow & { readonly lines: readonly DeliveryLine[] }

export const deliveryPath = '/operations/logistics/delivery-orders'

/** Goods that move change the order, the stock and what the customer owes. */
export const touchedByMoving = [
  '/operations/logistics',
  '/operations/warehouse',
  '/orders',
  '/finance',
  '/deals',
] as const
