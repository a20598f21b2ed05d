import { z } from 'zod'
import { addressIn, contactIn, customerAddress, customerContact } from './customer-details.js'
import { emailIn, preferredLanguage } from './reachability.js'
import { customFields, day, id, instant, money, moneyIn, percent, percentIn, tags, text, version } from './wire.js'

export const customerTypes = ['INDIVIDUAL', 'COMPANY'] as const
export const legalForms = ['IP', 'TOO', 'AO', 'GU', 'KH', 'FILIAL', 'OTHER'] as const
export const customerStatuses = ['LEAD', 'PROSPECT', 'ACTIVE', 'INACTIVE', 'CHURNED'] as const
export const customerSegments = [
  'VIP',
  'LOYAL',
  'PROMISING',
  'NEW',
  'AT_RISK',
  'DORMANT',
  'LOST',
  'NO_PURCHASE',
] as const
export const customerTiers = ['STANDARD', 'SILVER', 'GOLD', 'PLATINUM'] as const
export const leadSources = [
  'WEBSITE',
  'REFERRAL',
  'COLD_CALL',
  'EXHIBITION',
  'SOCIAL_MEDIA',
  'EMAIL_CAMPAIGN',
  'PARTNERSHIP',
  'DIRECT',
  'IMPORT',
  'OTHER',
] as const
export const companySizes = ['1-10', '11-50', '51-200', '201-500', '500+'] as const
export const paymentTermsOfCustomer = ['PREPAYMENT', 'IMMEDIATE', 'NET_15', 'NET_30', 'NET_45', 'NET_60'] as const
export const creditPolicies = ['NONE', 'WARN', 'HOLD'] as const
export const interactionChannels = ['CALL', 'EMAIL', 'MEETING', 'MESSENGER', 'SMS', 'SITE', 'OTHER'] as const

export type CustomerStatus = (typeof customerStatuses)[number]
export type CreditPolicy = (typeof creditPolicies)[number]

/** A customer as lists and cards show it. */
export const customer = z.object({
  id,
  customerNumber: z.string(),
  type: z.enum(customerTypes),
  legalForm: z.enum(legalForms).nullable(),
  status: z.enum(customerStatuses),
  name: z.string(),
  companyName: z.string().nullable(),
  legalName: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  middleName: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
  iin: z.string().nullable(),
  bin: z.string().nullable(),
  kbe: z.string().nullable(),
  bankAccount: z.string().nullable(),
  bankBik: z.string().nullable(),
  vatPayer: z.boolean(),
  vatCertificate: z.string().nullable(),
  industry: z.string().nullable(),
  companySize: z.enum(companySizes).nullable(),
  employeeCount: z.int().nullable(),
  annualRevenue: money.nullable(),
  leadSource: z.enum(leadSources).nullable(),
  campaignId: id.nullable(),
  leadScore: z.int(),
  assignedTo: id.nullable(),
  assigneeName: z.string().nullable(),
  departmentId: id.nullable(),
  segment: z.enum(customerSegments),
  tier: z.enum(customerTiers),
  rating: z.int(),
  creditLimit: money,
  creditPolicy: z.enum(creditPolicies),
  temporaryCreditLimit: money.nullable(),
  temporaryCreditUntil: day.nullable(),
  paymentTerms: z.enum(paymentTermsOfCustomer),
  prepaymentPercent: percent,
  paymentBehavior: z.enum(['EXCELLENT', 'GOOD', 'FAIR', 'POOR', 'UNKNOWN']),
  balance: money,
  openOrdersAmount: money,
  discountPercent: percent,
  priceListId: id.nullable(),
  preferredLanguage,
  preferredChannel: z.enum(interactionChannels).nullable(),
  firstPurchaseDate: instant.nullable(),
  lastPurchaseDate: instant.nullable(),
  totalPurchases: money,
  purchaseCount: z.int(),
  averageOrderValue: money,
  lifetimeValue: money,
  predictedLtv: money,
  predictedLtvMethod: z.enum(['MODEL', 'RULE']).nullable(),
  dealCount: z.int(),
  openDealCount: z.int(),
  lastContactDate: instant.nullable(),
  convertedAt: instant.nullable(),
  conversionSource: z.enum(['MANUAL', 'DEAL_WON', 'FIRST_ORDER']).nullable(),
  churnedAt: instant.nullable(),
  churnReason: z.string().nullable(),
  isActive: z.boolean(),
  blockReason: z.string().nullable(),
  mergedIntoId: id.nullable(),
  consentMarketing: z.boolean(),
  consentAt: instant.nullable(),
  tags: z.array(z.string()),
  customFields: z.record(z.string(), z.unknown()),
  preferences: z.record(z.string(), z.unknown()),
  createdBy: id.nullable(),
  updatedBy: id.nullable(),
  createdAt: instant,
  updatedAt: instant,
  version: z.int(),
})
export type Customer = z.infer<typeof customer>

/** What does not stop the making of a customer, but should be seen. */
export const customerWarning = z.object({
  code: z.enum(['IIN_UNDECODABLE', 'PHONE_DUPLICATE']),
  field: z.string(),
  existingId: id.optional(),
})
export type CustomerWarning = z.infer<typeof customerWarning>

export const createdCustomer = customer.extend({
  contacts: z.array(customerContact).optional(),
  addresses: z.array(customerAddress).optional(),
  warnings: z.array(customerWarning),
})
export const changedCustomer = customer.extend({ warnings: z.array(customerWarning) })

/** What a person may write. Balance, metrics and status have commands of their own. */
const fields = {
  type: z.enum(customerTypes).optional(),
  legalForm: z.enum(legalForms).nullable().optional(),
  companyName: text(500).nullable().optional(),
  legalName: text(500).nullable().optional(),
  firstName: text(100).nullable().optional(),
  lastName: text(100).nullable().optional(),
  middleName: text(100).nullable().optional(),
  email: emailIn.nullable().optional(),
  phone: text(40).nullable().optional(),
  website: text(255).nullable().optional(),
  iin: text(20).nullable().optional(),
  bin: text(20).nullable().optional(),
  kbe: z
    .string()
    .regex(/^[12][0-9]$/)
    .nullable()
    .optional(),
  bankAccount: text(40).nullable().optional(),
  bankBik: text(11).nullable().optional(),
  vatPayer: z.boolean().optional(),
  vatCertificate: text(100).nullable().optional(),
  industry: text(100).nullable().optional(),
  companySize: z.enum(companySizes).nullable().optional(),
  employeeCount: z.int().min(0).max(10_000_000).nullable().optional(),
  annualRevenue: moneyIn.nullable().optional(),
  leadSource: z.enum(leadSources).nullable().optional(),
  campaignId: id.nullable().optional(),
  assignedTo: id.nullable().optional(),
  rating: z.int().min(1).max(10).optional(),
  creditLimit: moneyIn.optional(),
  creditPolicy: z.enum(creditPolicies).optional(),
  paymentTerms: z.enum(paymentTermsOfCustomer).optional(),
  prepaymentPercent: percentIn.optional(),
  discountPercent: percentIn.optional(),
  priceListId: id.nullable().optional(),
  preferredLanguage: preferredLanguage.optional(),
  preferredChannel: z.enum(interactionChannels).nullable().optional(),
  consentMarketing: z.boolean().optional(),
  tags: tags.optional(),
  customFields: customFields.optional(),
  preferences: customFields.optional(),
}

export const createCustomerBody = z.strictObject({
  ...fields,
  name: text(200, 2),
  status: z.enum(['LEAD', 'PROSPECT', 'ACTIVE']).optional(),
  /** Why the customer starts as ACTIVE. */
  reason: text(500).optional(),
  source: z.enum(leadSources).optional(),
  contacts: z.array(contactIn).max(100).optional(),
  addresses: z.array(addressIn).max(100).optional(),
  ignoreDuplicates: z.boolean().optional(),
})
export type CreateCustomerBody = z.infer<typeof createCustomerBody>

export const updateCustomerBody = z.strictObject({
  ...fields,
  name: text(200, 2).optional(),
  version: version.optional(),
})
export type UpdateCustomerBody = z.infer<typeof updateCustomerBody>
