import type { orderItemRow, orderRow } from '@prometric/contracts/orders'

/** What a contract's schema promises, without a program of the contract in the bundle. */
type Answered<Schema extends { _output: unknown }> = Schema['_output']

export type OrderRow = Answered<typeof orderRow>
export type OrderItem = Answered<typeof orderItemRow>
export type OrderCard = OrderRow & { readonly items: readonly OrderItem[] }
