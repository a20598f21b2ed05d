import type { requisitionLine, requisitionRow } from '@prometric/contracts/procurement'
import type { receiptLine, receiptRow } from '@prometric/contracts/receipts'
import type { Answered } from '../../lib/api.js'

export type RequisitionRow = Answered<typeof requisitionRow>
export type RequisitionLine = Answered<typeof requisitionLine>
export type RequisitionCard = RequisitionRow & { readonly lines: readonly RequisitionLine[] }
export type ReceiptRow = Answered<typeof receiptRow>
export type ReceiptCard = ReceiptRow & { readonly lines: ReadonlyArray<Answered<typeof receiptLine>> }

export const requisitionPath = '/operations/procurement/requisitions'
export const receiptPath = '/operations/warehouse/goods-receipts'

/** Goods that came in end requisitions, and serve the orders that wait for them. */
export const touchedByReceipt = ['/operations', '/orders', '/products'] as const

/** No goods come by a requisition that stands so. */
export const closed: ReadonlySet<string> = new Set(['RECEIVED', 'CANCELLED', 'REJECTED'])

export const leftOf = ({ quantity, receivedQuantity }: RequisitionLine): number =>
  Math.round((quantity - receivedQuantity) * 1e6) / 1e6
