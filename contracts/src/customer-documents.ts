import { z } from 'zod'
import { dealStages } from './deals.js'
import { invoiceStatuses } from './invoices.js'
import { orderPaymentStatuses, orderStatuses } from './orders.js'
import { day, id, instant, money } from './wire.js'

/** The latest documents of a customer, as the card shows them: enough to recognise one and go there. */
export const customerDealRow = z.object({
  id,
  dealNumber: z.string(),
  title: z.string(),
  stage: z.enum(dealStages),
  value: money,
  expectedCloseDate: day.nullable(),
  createdAt: instant,
})

export const customerOrderRow = z.object({
  id,
  orderNumber: z.string(),
  status: z.enum(orderStatuses),
  paymentStatus: z.enum(orderPaymentStatuses),
  totalAmount: money,
  promisedDate: day.nullable(),
  createdAt: instant,
})

export const customerInvoiceRow = z.object({
  id,
  invoiceNumber: z.string().nullable(),
  status: z.enum(invoiceStatuses),
  totalAmount: money,
  balanceDue: money,
  dueDate: day.nullable(),
  createdAt: instant,
})
