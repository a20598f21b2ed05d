import type { invoiceItemRow, invoicePaymentRow, invoiceRow } from '@prometric/contracts/invoices'
import type { Answered } from '../../lib/api.js'
import { may } from '../../lib/may.js'

export type InvoiceRow = Answered<typeof invoiceRow>
export type InvoiceItem = Answered<typeof invoiceItemRow>
type InvoicePayment = Answered<typeof invoicePaymentRow>
export type InvoiceCard = InvoiceRow & {
  readonly items: readonly InvoiceItem[]
  /** Only for whoever may see payments. */
  readonly payments?: readonly InvoicePayment[]
}

export const invoicePath = '/finance/invoices'

export const invoiceCardPath = (id: string): string =>
  `${invoicePath}/${id}?include=items${may('PAYMENTS_VIEW') ? ',payments' : ''}`

/** Invoices that money may be taken for. */
export const payableStatuses = 'ISSUED,SENT,VIEWED,PARTIAL'

const payable: ReadonlySet<string> = new Set(payableStatuses.split(','))

export const isPayable = ({ status, direction, balanceDue }: InvoiceRow): boolean =>
  direction === 'SALES' && payable.has(status) && balanceDue > 0

/** An overdue invoice is told as such: the API keeps it as what it was before. */
export const statusOf = ({ status, isOverdue }: Pick<InvoiceRow, 'status' | 'isOverdue'>): string =>
  isOverdue ? 'OVERDUE' : status
