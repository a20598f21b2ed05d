import type { paymentAllocationRow, PaymentMethod, paymentRow } from '@prometric/contracts/payments'
import type { Answered } from '../../lib/api.js'

export type PaymentRow = Answered<typeof paymentRow>
export type PaymentCard = PaymentRow & { readonly allocations: ReadonlyArray<Answered<typeof paymentAllocationRow>> }

export const methods: readonly PaymentMethod[] = ['TRANSFER', 'KASPI', 'CARD', 'CASH', 'OFFSET', 'OTHER']

export const paymentPath = '/finance/payments'

/** Money opens holds, ends orders and lowers what a customer owes. */
export const touchedByMoney = ['/finance', '/orders', '/deals', '/customers'] as const
