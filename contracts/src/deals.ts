import { z } from 'zod'
import { activityTypes } from './deal-activities.js'
import { vatCategory } from './settings.js'
import { bulkItem, customFields, day, id, instant, money, percent, quantity, unitPrice } from './wire.js'

export const openStages = ['LEAD', 'QUALIFIED', 'PROPOSAL', 'NEGOTIATION', 'CLOSING'] as const
export const dealStages = [...openStages, 'WON', 'LOST'] as const
export const dealPriorities = ['LOW', 'MEDIUM', 'HIGH', 'URGENT'] as const
export const lostReasons = [
  'PRICE',
  'COMPETITOR',
  'NO_BUDGET',
  'NO_DECISION',
  'TIMING',
  'PRODUCT_FIT',
  'NO_RESPONSE',
  'DUPLICATE',
  'OTHER',
] as const
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
export const discountTypes = ['FIXED', 'PERCENTAGE'] as const
export const recurringIntervals = ['MONTHLY', 'QUARTERLY', 'YEARLY'] as const
export const paymentTerms = ['PREPAYMENT', 'IMMEDIATE', 'NET_15', 'NET_30', 'NET_45', 'NET_60'] as const
export const paymentMethods = ['CASH', 'CARD', 'TRANSFER', 'KASPI'] as const

export type DealStage = (typeof dealStages)[number]
export type OpenStage = (typeof openStages)[number]

/** A discount or commission: percent or tenge by its type. */
const rated = unitPrice

export const dealRow = z.object({
  id,
  dealNumber: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  customerId: id,
  customerName: z.string(),
  customerPhone: z.string().nullable(),
  contactPersonId: id.nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  pipelineId: id,
  pipelineStageId: id,
  stage: z.enum(dealStages),
  stageEnteredAt: instant,
  stagePosition: z.string(),
  value: money,
  netValue: money,
  currency: z.string(),
  probability: z.int(),
  probabilityManual: z.boolean(),
  expectedRevenue: money,
  expectedCloseDate: day.nullable(),
  actualCloseDate: day.nullable(),
  assignedTo: id.nullable(),
  assignedToName: z.string().nullable(),
  departmentId: id.nullable(),
  leadSource: z.enum(leadSources).nullable(),
  campaignId: id.nullable(),
  priority: z.enum(dealPriorities),
  discount: rated,
  discountType: z.enum(discountTypes).nullable(),
  subtotalAmount: money,
  discountAmount: money,
  taxAmount: money,
  costAmount: money.nullable(),
  marginAmount: money.nullable(),
  marginPercent: percent.nullable(),
  lineCount: z.int(),
  linesWithoutCost: z.int().nullable(),
  commission: rated,
  commissionType: z.enum(discountTypes).nullable(),
  isRecurring: z.boolean(),
  recurringInterval: z.enum(recurringIntervals).nullable(),
  recurringValue: money.nullable(),
  recurringEndDate: day.nullable(),
  competitors: z.array(z.string()),
  competitorInfo: customFields,
  lostReason: z.enum(lostReasons).nullable(),
  lostReasonText: z.string().nullable(),
  lostToCompetitor: z.string().nullable(),
  wonReason: z.string().nullable(),
  wonAt: instant.nullable(),
  lostAt: instant.nullable(),
  wonBy: id.nullable(),
  reopenedCount: z.int(),
  lastActivityAt: instant.nullable(),
  nextActivityAt: instant.nullable(),
  isStale: z.boolean(),
  priceOutdated: z.boolean(),
  checklist: customFields,
  deliveryAddressId: id.nullable(),
  requestedDeliveryDate: day.nullable(),
  paymentTerms: z.enum(paymentTerms).nullable(),
  paymentMethod: z.enum(paymentMethods).nullable(),
  orderStatus: z.string().nullable(),
  orderedAmount: money,
  deliveredAmount: money,
  invoicedAmount: money,
  paidAmount: money,
  daysInStage: z.int(),
  totalDaysInPipeline: z.int(),
  tags: z.array(z.string()),
  customFields,
  archivedAt: instant.nullable(),
  createdBy: id.nullable(),
  createdByName: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
  version: z.int(),
})
export type DealRow = z.infer<typeof dealRow>

export const dealLineRow = z.object({
  id,
  dealId: id,
  productId: id,
  productName: z.string(),
  productCode: z.string().nullable(),
  productType: z.string(),
  quantity,
  unit: z.string(),
  unitPrice,
  priceIncludesVat: z.boolean(),
  discount: rated,
  discountType: z.enum(discountTypes),
  vatRate: percent,
  tax: percent,
  vatExempt: z.boolean(),
  vatCategory,
  grossAmount: money,
  lineDiscountAmount: money,
  documentDiscountShare: money,
  netAmount: money,
  taxAmount: money,
  totalPrice: money,
  cost: unitPrice.nullable(),
  marginAmount: money.nullable(),
  margin: percent.nullable(),
  priceSource: z.enum(['PRODUCT', 'PRICE_LIST', 'MANUAL']),
  specifications: customFields,
  notes: z.string().nullable(),
  sortOrder: z.int(),
  /** What may be promised now from all warehouses that sell; null for what is not kept in stock. */
  available: quantity.nullable(),
  createdAt: instant,
  updatedAt: instant,
  version: z.int(),
})
export type DealLineRow = z.infer<typeof dealLineRow>

export const stageHistoryRow = z.object({
  id,
  dealId: id,
  fromStage: z.enum(dealStages).nullable(),
  toStage: z.enum(dealStages),
  pipelineStageId: id,
  enteredAt: instant,
  leftAt: instant.nullable(),
  durationSeconds: z.int().nullable(),
  valueAtEntry: money,
  probabilityAtEntry: z.int(),
  changedBy: id.nullable(),
  changedByName: z.string().nullable(),
  reason: z.string().nullable(),
  notes: z.string().nullable(),
})

/** An order that a deal became. */
export const dealOrderRow = z.object({
  id,
  orderNumber: z.string(),
  status: z.string(),
  fulfillmentStatus: z.string(),
  paymentStatus: z.string(),
  totalAmount: money,
  promisedDate: day.nullable(),
  createdAt: instant,
})

const card = z.object({
  id,
  dealNumber: z.string(),
  title: z.string(),
  customerId: id,
  customerName: z.string(),
  value: money,
  expectedRevenue: money,
  probability: z.int(),
  priority: z.enum(dealPriorities),
  assignedTo: id.nullable(),
  assignedToName: z.string().nullable(),
  expectedCloseDate: day.nullable(),
  stageEnteredAt: instant,
  stagePosition: z.string(),
  isStale: z.boolean(),
  priceOutdated: z.boolean(),
  /** Something that is sold from stock and is not enough there. */
  shortStock: z.boolean(),
  nextActivityAt: instant.nullable(),
  /** The planned activity that comes first. */
  nextActivity: z
    .object({ type: z.enum(activityTypes), subject: z.string(), scheduledAt: instant.nullable() })
    .nullable(),
  /** Who wrote it last. */
  updatedByName: z.string().nullable(),
  order: z.object({ id, orderNumber: z.string() }).nullable(),
  tags: z.array(z.string()),
  version: z.int(),
})
export const boardAnswer = z.object({
  pipelineId: id,
  stages: z.array(
    z.object({
      pipelineStageId: id,
      stage: z.enum(dealStages),
      name: z.string(),
      color: z.string().nullable(),
      probability: z.int(),
      count: z.int(),
      totalValue: money,
      expectedRevenue: money,
      deals: z.array(card),
      nextCursor: z.string().nullable(),
    }),
  ),
  summary: z.object({ totalDeals: z.int(), totalValue: money, totalExpectedRevenue: money }),
})
export type BoardAnswer = z.infer<typeof boardAnswer>

export const bulkDealsAnswer = z.object({ items: z.array(bulkItem), counts: z.record(z.string(), z.int()) })
