import { z } from 'zod'
import { day, id, instant, money, percent, quantity, unitPrice } from './wire.js'

export const invoiceDirections = ['SALES', 'PURCHASE'] as const
export const invoiceTypes = ['STANDARD', 'PROFORMA', 'CREDIT_NOTE', 'DEBIT_NOTE', 'RECURRING'] as const
export const invoiceStatuses = ['DRAFT', 'ISSUED', 'SENT', 'VIEWED', 'PARTIAL', 'PAID', 'CANCELLED'] as const
export type InvoiceStatus = (typeof invoiceStatuses)[number]
export type InvoiceType = (typeof invoiceTypes)[number]

export const invoiceRow = z.object({
  id,
  invoiceNumber: z.string().nullable(),
  direction: z.enum(invoiceDirections),
  type: z.enum(invoiceTypes),
  status: z.enum(invoiceStatuses),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  supplierId: id.nullable(),
  orderId: id.nullable(),
  orderNumber: z.string().nullable(),
  dealId: id.nullable(),
  shipmentId: id.nullable(),
  originalInvoiceId: id.nullable(),
  issueDate: day.nullable(),
  dueDate: day.nullable(),
  taxPointDate: day.nullable(),
  sentAt: instant.nullable(),
  paidAt: instant.nullable(),
  cancelledAt: instant.nullable(),
  subtotal: money,
  discountAmount: money,
  taxAmount: money,
  shippingCost: money,
  totalAmount: money,
  paidAmount: money,
  creditedAmount: money,
  balanceDue: money,
  taxSummary: z.json(),
  currency: z.string(),
  paymentTerms: z.string().nullable(),
  paymentMethod: z.string().nullable(),
  poNumber: z.string().nullable(),
  referenceNumber: z.string().nullable(),
  contractNumber: z.string().nullable(),
  sellerSnapshot: z.json().nullable(),
  buyerSnapshot: z.json().nullable(),
  notes: z.string().nullable(),
  isOverdue: z.boolean(),
  daysOverdue: z.int(),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
})

export const invoiceItemRow = z.object({
  id,
  lineNo: z.int(),
  orderItemId: id.nullable(),
  productId: id.nullable(),
  description: z.string(),
  quantity,
  unit: z.string(),
  unitPrice,
  priceIncludesVat: z.boolean(),
  grossAmount: money,
  lineDiscountAmount: money,
  documentDiscountShare: money,
  taxCategory: z.string(),
  vatRate: percent.nullable(),
  netAmount: money,
  taxAmount: money,
  totalPrice: money,
})

export const invoicePaymentRow = z.object({
  id,
  paymentId: id,
  paymentNumber: z.string().nullable(),
  paymentDate: day,
  method: z.string(),
  amount: money,
  allocatedAt: instant,
  reversedAt: instant.nullable(),
})

export const issueInvoiceBody = z.strictObject({ issueDate: day.optional() })
export type IssueInvoiceBody = z.infer<typeof issueInvoiceBody>
