import { useState } from 'react'
import { useRows, withQuery } from '../../lib/api.js'
import { type InvoiceRow, invoicePath, payableStatuses } from '../invoices/invoice-answer.js'
import { restOf, shareOut } from './share-out.js'

interface Money {
  readonly customerId: string | null
  readonly amount: number
  readonly invoice?: InvoiceRow | undefined
}

export interface Sharing {
  readonly invoices: readonly InvoiceRow[]
  readonly of: (invoiceId: string) => number | null
  readonly set: (invoiceId: string, amount: number | null) => void
  readonly rest: number
  readonly given: Array<{ invoiceId: string; amount: number }>
  readonly ready: boolean
  readonly error: unknown
  forget(): void
}

/** For which invoices money is: by itself the oldest first; what somebody writes stands. */
export function useShares({ customerId, amount, invoice }: Money): Sharing {
  const [written, setWritten] = useState<ReadonlyMap<string, number | null>>()
  const owed = useRows<InvoiceRow>(
    withQuery(invoicePath, { customerId, direction: 'SALES', status: payableStatuses, sort: 'dueDate' }),
    { enabled: !invoice && customerId !== null },
  )
  const invoices = invoice ? [invoice] : (owed.data?.data.filter(({ balanceDue }) => balanceDue > 0) ?? [])
  const shares = written ?? shareOut(amount, invoices)
  return {
    invoices,
    of: (id) => shares.get(id) ?? null,
    set: (id, share) => setWritten(new Map(shares).set(id, share)),
    rest: restOf(amount, shares.values()),
    given: [...shares].flatMap(([invoiceId, share]) => (share ? [{ invoiceId, amount: share }] : [])),
    ready: Boolean(invoice) || owed.data !== undefined,
    error: owed.error,
    forget: () => setWritten(undefined),
  }
}
