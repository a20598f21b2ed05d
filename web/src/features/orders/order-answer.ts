import type { orderItemRow, orderRow } from '@prometric/contracts/orders'
import type { Answered } from '../../lib/api.js'

export type OrderRow = Answered<typeof orderRow>
export type OrderItem = Answered<typeof orderItemRow>
export type OrderCard = OrderRow & { readonly items: readonly OrderItem[] }
