import { z } from 'zod'
import { createCustomerBody, creditPolicies, customerStatuses } from './customers.js'
import { emailIn } from './reachability.js'
import { bulkItem, day, id, instant, money, moneyIn, text, version } from './wire.js'

const ids = z.array(id).min(1).max(100)

export const bulkCreateCustomersBody = z.strictObject({
  customers: z.array(createCustomerBody).min(1).max(100),
  atomic: z.boolean().optional(),
})
export type BulkCreateCustomersBody = z.infer<typeof bulkCreateCustomersBody>
export const bulkStatusBody = z.strictObject({
  ids,
  status: z.enum(customerStatuses),
  reason: text(500).optional(),
  atomic: z.boolean().optional(),
})
export type BulkStatusBody = z.infer<typeof bulkStatusBody>
export const bulkAssignBody = z.strictObject({ ids, assignedTo: id.nullable(), atomic: z.boolean().optional() })
export type BulkAssignBody = z.infer<typeof bulkAssignBody>
export const bulkDeleteBody = z.strictObject({ ids, atomic: z.boolean().optional() })
export type BulkDeleteBody = z.infer<typeof bulkDeleteBody>
export const bulkAnswer = z.object({ items: z.array(bulkItem), counts: z.record(z.string(), z.int()) })

export const changeStatusBody = z.strictObject({
  status: z.enum(customerStatuses),
  reason: text(500).optional(),
  version: version.optional(),
})
export type ChangeStatusBody = z.infer<typeof changeStatusBody>
export const blockBody = z.strictObject({ reason: text(500) })
export type BlockBody = z.infer<typeof blockBody>

export const convertBody = z.strictObject({
  assignedTo: id.optional(),
  createDeal: z.boolean().optional(),
  dealTitle: text(200, 3).optional(),
  dealValue: moneyIn.optional(),
})
export type ConvertBody = z.infer<typeof convertBody>

const quarter = z.int().min(0).max(25)
export const qualifyBody = z.strictObject({
  budget: quarter,
  authority: quarter,
  need: quarter,
  timeline: quarter,
  createDeal: z.boolean().optional(),
  dealTitle: text(200, 3).optional(),
  estimatedValue: moneyIn.optional(),
})
export type QualifyBody = z.infer<typeof qualifyBody>

export const changeCreditBody = z
  .strictObject({
    creditLimit: moneyIn,
    creditPolicy: z.enum(creditPolicies).optional(),
    temporary: z.boolean().optional(),
    until: day.optional(),
    reason: text(500),
    version: version.optional(),
  })
  .refine((body) => !body.temporary || body.until, { message: 'until when', path: ['until'] })
  .refine((body) => body.temporary || body.until === undefined, {
    message: 'only with temporary: true',
    path: ['until'],
  })
export type ChangeCreditBody = z.infer<typeof changeCreditBody>

export const customerCredit = z.object({
  customerId: id,
  limit: money,
  temporaryLimit: money.nullable(),
  until: day.nullable(),
  policy: z.enum(creditPolicies),
  balance: money,
  openOrders: money,
  available: money,
  overdueAmount: money,
  /** 10 × the share of invoices paid by their due date in 12 months; null below three invoices. */
  paymentScore: z.number().nullable(),
  changes: z.array(
    z.object({
      id,
      oldLimit: money,
      newLimit: money,
      policy: z.enum(creditPolicies),
      isTemporary: z.boolean(),
      validUntil: day.nullable(),
      reason: z.string(),
      createdBy: id.nullable(),
      createdAt: instant,
    }),
  ),
})
export type CustomerCredit = z.infer<typeof customerCredit>

export const checkDuplicateBody = z.strictObject({
  email: emailIn.optional(),
  phone: text(40).optional(),
  iin: text(20).optional(),
  bin: text(20).optional(),
  name: text(200).optional(),
})
export type CheckDuplicateBody = z.infer<typeof checkDuplicateBody>

export const duplicates = z.object({
  hasDuplicates: z.boolean(),
  matches: z.array(
    z.object({
      field: z.enum(['bin', 'iin', 'email', 'phone', 'name']),
      score: z.int(),
      customer: z.object({
        id,
        customerNumber: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        status: z.enum(customerStatuses),
      }),
    }),
  ),
  suggestedAction: z.enum(['CREATE', 'REVIEW', 'USE_EXISTING']),
})
export type Duplicates = z.infer<typeof duplicates>

const numberResult = z.enum(['OK', 'WARN_UNDECODABLE', 'BAD_FORMAT', 'BAD_CHECK_DIGIT', 'BAD_STRUCTURE'])
export const validateIinBody = z.strictObject({ iin: z.string().max(40) })
export type ValidateIinBody = z.infer<typeof validateIinBody>
export const checkedIin = z.object({ valid: z.boolean(), result: numberResult })
export const validateBinBody = z.strictObject({ bin: z.string().max(40) })
export type ValidateBinBody = z.infer<typeof validateBinBody>
/** `registeredMonth` is YY-MM: the BIN does not tell the century. */
export const checkedBin = z.object({
  valid: z.boolean(),
  result: numberResult,
  registeredMonth: z.string().optional(),
  entityKind: z.int().optional(),
  attribute: z.int().optional(),
})
