import type {
  Customer,
  companySizes,
  creditPolicies,
  customerSegments,
  customerStatuses,
  customerTiers,
  customerTypes,
  leadSources,
  legalForms,
  paymentTermsOfCustomer,
} from '@prometric/contracts/customers'

type OneOf<Values extends readonly unknown[]> = readonly Values[number][]

export const types = ['COMPANY', 'INDIVIDUAL'] satisfies OneOf<typeof customerTypes>
export const forms = ['TOO', 'AO', 'IP', 'KH', 'GU', 'FILIAL', 'OTHER'] satisfies OneOf<typeof legalForms>
export const statuses = ['LEAD', 'PROSPECT', 'ACTIVE', 'INACTIVE', 'CHURNED'] satisfies OneOf<typeof customerStatuses>
export const segments = [
  'VIP',
  'LOYAL',
  'PROMISING',
  'NEW',
  'AT_RISK',
  'DORMANT',
  'LOST',
  'NO_PURCHASE',
] satisfies OneOf<typeof customerSegments>
export const tiers = ['STANDARD', 'SILVER', 'GOLD', 'PLATINUM'] satisfies OneOf<typeof customerTiers>
export const sources = [
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
] satisfies OneOf<typeof leadSources>
export const sizes = ['1-10', '11-50', '51-200', '201-500', '500+'] satisfies OneOf<typeof companySizes>
export const terms = ['PREPAYMENT', 'IMMEDIATE', 'NET_15', 'NET_30', 'NET_45', 'NET_60'] satisfies OneOf<
  typeof paymentTermsOfCustomer
>
export const policies = ['NONE', 'WARN', 'HOLD'] satisfies OneOf<typeof creditPolicies>

export type Status = Customer['status']

/** Where a customer may go by hand, as the server has it. */
export const moves: Readonly<Record<Status, readonly Status[]>> = {
  LEAD: ['PROSPECT', 'ACTIVE', 'INACTIVE'],
  PROSPECT: ['ACTIVE', 'INACTIVE'],
  ACTIVE: ['INACTIVE', 'CHURNED'],
  INACTIVE: ['PROSPECT', 'ACTIVE', 'CHURNED'],
  CHURNED: ['ACTIVE'],
}

/** Giving a customer up, and putting a lead aside, must be explained. */
export const needsReason = (from: Status, to: Status): boolean =>
  to === 'CHURNED' || (to === 'INACTIVE' && from !== 'ACTIVE')

export const isLead = (status: Status): boolean => status === 'LEAD' || status === 'PROSPECT'
