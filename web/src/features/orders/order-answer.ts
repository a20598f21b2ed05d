import type { orderHoldRow, orderItemRow, orderPaymentRow, orderRow } from '@prometric/contracts/orders'
import type { Warning } from '@prometric/contracts/warnings'
import type { Answered } from '../../lib/api.js'
import { may } from '../../lib/may.js'

export type OrderRow = Answered<typeof orderRow>
export type OrderItem = Answered<typeof orderItemRow>
export type OrderHold = Answered<typeof orderHoldRow>
export type OrderPayment = Answered<typeof orderPaymentRow>

/** An order with everything that its page shows, in one answer. */
export interface OrderCard extends OrderRow {
  readonly items: readonly OrderItem[]
  readonly holds: readonly OrderHold[]
  /** Only for those who may see payments. */
  readonly payments?: readonly OrderPayment[]
  readonly warnings?: readonly Warning[]
}

/** Where an order with all its parts is asked for. */
export const cardPath = (id: string): string =>
  `/orders/${id}?include=items,holds${may('PAYMENTS_VIEW') ? ',payments' : ''}`

/** Where its story is asked for. */
export const storyPath = (id: string): string => `/orders/${id}/process`

/** What a command on an order makes old. */
export const touchedByOrder = ['/orders', '/approvals', '/tasks'] as const
