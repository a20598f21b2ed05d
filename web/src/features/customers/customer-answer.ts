import type { customerCredit } from '@prometric/contracts/customer-commands'
import type { customerAddress, customerContact, customerNote } from '@prometric/contracts/customer-details'
import type { customerDealRow, customerInvoiceRow, customerOrderRow } from '@prometric/contracts/customer-documents'
import type { customer } from '@prometric/contracts/customers'
import { type Answered, withQuery } from '../../lib/api.js'
import { may } from '../../lib/may.js'

export type Customer = Answered<typeof customer>
export type Contact = Answered<typeof customerContact>
export type Address = Answered<typeof customerAddress>
export type Note = Answered<typeof customerNote>
export type Credit = Answered<typeof customerCredit>
export type CustomerDeal = Answered<typeof customerDealRow>
export type CustomerOrder = Answered<typeof customerOrderRow>
export type CustomerInvoice = Answered<typeof customerInvoiceRow>

/** A customer with everything that the page shows, in one answer. Documents only for those who may see them. */
export interface CustomerCard extends Customer {
  readonly contacts: readonly Contact[]
  readonly addresses: readonly Address[]
  readonly notes: readonly Note[]
  readonly deals?: readonly CustomerDeal[]
  readonly orders?: readonly CustomerOrder[]
  readonly invoices?: readonly CustomerInvoice[]
}

/** Where a customer with all their parts is asked for. */
export function cardPath(id: string): string {
  const documents = [
    ...(may('DEALS_VIEW') ? ['deals'] : []),
    ...(may('ORDERS_VIEW') ? ['orders'] : []),
    ...(may('INVOICES_VIEW') ? ['invoices'] : []),
  ]
  return withQuery(`/customers/${id}`, { include: ['contacts', 'addresses', 'notes', ...documents].join() })
}

/** Their number with the state: BIN of a company, IIN of a person. */
export const stateNumber = ({ bin, iin }: Pick<Customer, 'bin' | 'iin'>): string | null => bin ?? iin
