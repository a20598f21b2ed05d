import { z } from 'zod'
import { bulkItem, customFields, day, discountIn, id, instant, money, moneyIn, percent, percentIn, quantity, quantityIn, tags, text, unitPrice, unitPriceIn, version } from './wire.js'

export const openStages = ['LEAD', 'QUALIFIED', 'PROPOSAL', 'NEGOTIATION', 'CLOSING'] as const
export const dealStages = [...openStages, 'WON', 'LOST'] as const
export const dealPriorities = ['LOW', 'MEDIUM', 'HIGH', 'URGENT'] as const
export const lostReasons = ['PRICE', 'COMPETITOR', 'NO_BUDGET', 'NO_DECISION', 'TIMING', 'PRODUCT_FIT', 'NO_RESPONSE', 'DUPLICATE', 'OTHER'] as const
export const leadSources = ['WEBSITE', 'REFERRAL', 'COLD_CALL', 'EXHIBITION', 'SOCIAL_MEDIA', 'EMAIL_CAMPAIGN', 'PARTNERSHIP', 'DIRECT', 'IMPORT', 'OTHER'] as const
const discountTypes = ['FIXED', 'PERCENTAGE'] as const
const recurringIntervals = ['MONTHLY', 'QUARTERLY', 'YEARLY'] as const
const paymentTerms = ['PREPAYMENT', 'IMMEDIATE', 'NET_15', 'NET_30', 'NET_45', 'NET_60'] as const
const paymentMethods = ['CASH', 'CARD', 'TRANSFER', 'KASPI'] as const

export type DealStage = (typeof dealStages)[number]
export type OpenStage = (typeof openStages)[number]

/** A discount or commission: percent or tenge by its type. */
const rated = unitPrice

/** Requests. */
const stageIn = z.enum(dealStages)
const probabilityIn = z.int().min(0).max(100)

export const dealLineBody = z.strictObject({
  productId: id,
  quantity: quantityIn,
  unitPrice: unitPriceIn.optional(),
  priceIncludesVat: z.boolean().optional(),
  discount: discountIn.optional(),
  discountType: z.enum(discountTypes).optional(),
  vatRate: percentIn.optional(),
  tax: percentIn.optional(),
  specifications: z.record(z.string(), z.json()).optional(),
  notes: text(5000).nullish(),
  sortOrder: z.int().min(0).max(100_000).optional(),
})
export type DealLineBody = z.infer<typeof dealLineBody>

export const changeDealLineBody = dealLineBody.omit({ productId: true }).partial()
export type ChangeDealLineBody = z.infer<typeof changeDealLineBody>

export const addDealLinesBody = z.union([dealLineBody, z.strictObject({ lines: z.array(dealLineBody).min(1).max(500) })])
export type AddDealLinesBody = z.infer<typeof addDealLinesBody>

const dealFields = z.strictObject({
  title: text(200, 3),
  description: text(20_000).nullish(),
  customerId: id,
  contactPersonId: id.nullish(),
  value: moneyIn.optional(),
  probability: probabilityIn.optional(),
  expectedCloseDate: day.nullish(),
  assignedTo: id.optional(),
  leadSource: z.enum(leadSources).nullish(),
  campaignId: id.nullish(),
  priority: z.enum(dealPriorities).optional(),
  discount: discountIn.optional(),
  discountType: z.enum(discountTypes).nullish(),
  commission: discountIn.optional(),
  commissionType: z.enum(discountTypes).nullish(),
  isRecurring: z.boolean().optional(),
  recurringInterval: z.enum(recurringIntervals).nullish(),
  recurringValue: moneyIn.nullish(),
  recurringEndDate: day.nullish(),
  competitors: z.array(text(255)).max(50).optional(),
  competitorInfo: customFields.optional(),
  deliveryAddressId: id.nullish(),
  requestedDeliveryDate: day.nullish(),
  paymentTerms: z.enum(paymentTerms).nullish(),
  paymentMethod: z.enum(paymentMethods).nullish(),
  tags: tags.optional(),
  customFields: customFields.optional(),
})

export const createDealBody = dealFields.extend({
  stage: z.enum(openStages).optional(),
  pipelineId: id.optional(),
  /** The same as leadSource. */
  source: z.enum(leadSources).optional(),
  products: z.array(dealLineBody).max(500).optional(),
})
export type CreateDealBody = z.infer<typeof createDealBody>

export const updateDealBody = dealFields.partial().extend({ version: version.optional() })
export type UpdateDealBody = z.infer<typeof updateDealBody>

export const changeStageBody = z.strictObject({
  stage: stageIn,
  pipelineStageId: id.optional(),
  probability: probabilityIn.optional(),
  reason: text(1000).optional(),
  notes: text(5000).optional(),
  lostReason: z.enum(lostReasons).optional(),
  competitorInfo: customFields.optional(),
  version: version.optional(),
})
export type ChangeStageBody = z.infer<typeof changeStageBody>

export const moveDealBody = changeStageBody.extend({ beforeId: id.optional(), afterId: id.optional() })
export type MoveDealBody = z.infer<typeof moveDealBody>

/** The reason is demanded by the operation, so that its absence has a name of its own. */
export const loseDealBody = z.strictObject({
  lostReason: z.enum(lostReasons).optional(),
  competitorWon: text(255).optional(),
  competitorInfo: customFields.optional(),
  notes: text(5000).optional(),
})
export type LoseDealBody = z.infer<typeof loseDealBody>

export const reopenDealBody = z.strictObject({ reason: text(1000) })
export const assignDealBody = z.strictObject({ assignedTo: id })
export const cloneDealBody = z.strictObject({
  title: text(200, 3).optional(),
  customerId: id.optional(),
  stage: z.enum(openStages).optional(),
  withProducts: z.boolean().optional(),
  refreshPrices: z.boolean().optional(),
})
export type CloneDealBody = z.infer<typeof cloneDealBody>
export const repriceDealBody = z.strictObject({ lineIds: z.array(id).max(500).optional() })
export const checklistBody = z.record(text(100), z.boolean())

export const bulkCreateDealsBody = z.strictObject({ deals: z.array(createDealBody).min(1).max(100), atomic: z.boolean().optional() })
export const bulkStageBody = z.strictObject({ ids: z.array(id).min(1).max(100), stage: stageIn, reason: text(1000).optional(), lostReason: z.enum(lostReasons).optional(), atomic: z.boolean().optional() })
export const bulkDeleteDealsBody = z.strictObject({ ids: z.array(id).min(1).max(100), atomic: z.boolean().optional() })
export type BulkCreateDealsBody = z.infer<typeof bulkCreateDealsBody>
export type BulkStageBody = z.infer<typeof bulkStageBody>
export type BulkDeleteDealsBody = z.infer<typeof bulkDeleteDealsBody>

/** Answers. */
export const dealRow = z.object({
  id, dealNumber: z.string(), title: z.string(), description: z.string().nullable(),
  customerId: id, customerName: z.string(), contactPersonId: id.nullable(),
  pipelineId: id, pipelineStageId: id, stage: z.enum(dealStages), stageEnteredAt: instant, stagePosition: z.string(),
  value: money, netValue: money, currency: z.string(), probability: z.int(), probabilityManual: z.boolean(), expectedRevenue: money,
  expectedCloseDate: day.nullable(), actualCloseDate: day.nullable(),
  assignedTo: id.nullable(), assignedToName: z.string().nullable(), departmentId: id.nullable(),
  leadSource: z.enum(leadSources).nullable(), campaignId: id.nullable(), priority: z.enum(dealPriorities),
  discount: rated, discountType: z.enum(discountTypes).nullable(), subtotalAmount: money, discountAmount: money, taxAmount: money,
  costAmount: money.nullable(), marginAmount: money.nullable(), marginPercent: percent.nullable(),
  lineCount: z.int(), linesWithoutCost: z.int().nullable(),
  commission: rated, commissionType: z.enum(discountTypes).nullable(),
  isRecurring: z.boolean(), recurringInterval: z.enum(recurringIntervals).nullable(), recurringValue: money.nullable(), recurringEndDate: day.nullable(),
  competitors: z.array(z.string()), competitorInfo: customFields,
  lostReason: z.enum(lostReasons).nullable(), lostReasonText: z.string().nullable(), lostToCompetitor: z.string().nullable(), wonReason: z.string().nullable(),
  wonAt: instant.nullable(), lostAt: instant.nullable(), wonBy: id.nullable(), reopenedCount: z.int(),
  lastActivityAt: instant.nullable(), nextActivityAt: instant.nullable(), isStale: z.boolean(), priceOutdated: z.boolean(), checklist: customFields,
  deliveryAddressId: id.nullable(), requestedDeliveryDate: day.nullable(), paymentTerms: z.enum(paymentTerms).nullable(), paymentMethod: z.enum(paymentMethods).nullable(),
  orderStatus: z.string().nullable(), orderedAmount: money, deliveredAmount: money, invoicedAmount: money, paidAmount: money,
  daysInStage: z.int(), totalDaysInPipeline: z.int(),
  tags: z.array(z.string()), customFields, archivedAt: instant.nullable(),
  createdBy: id.nullable(), createdAt: instant, updatedAt: instant, version: z.int(),
})
export type DealRow = z.infer<typeof dealRow>

export const dealLineRow = z.object({
  id, dealId: id, productId: id, productName: z.string(), productCode: z.string().nullable(), productType: z.string(),
  quantity, unit: z.string(), unitPrice, priceIncludesVat: z.boolean(), discount: rated, discountType: z.enum(discountTypes),
  vatRate: percent, tax: percent, vatExempt: z.boolean(), grossAmount: money, lineDiscountAmount: money, documentDiscountShare: money,
  netAmount: money, taxAmount: money, totalPrice: money, cost: unitPrice.nullable(), marginAmount: money.nullable(), margin: percent.nullable(),
  priceSource: z.enum(['PRODUCT', 'PRICE_LIST', 'MANUAL']), specifications: customFields, notes: z.string().nullable(), sortOrder: z.int(),
  createdAt: instant, updatedAt: instant, version: z.int(),
})
export type DealLineRow = z.infer<typeof dealLineRow>

export const stageHistoryRow = z.object({
  id, dealId: id, fromStage: z.enum(dealStages).nullable(), toStage: z.enum(dealStages), pipelineStageId: id, enteredAt: instant, leftAt: instant.nullable(),
  durationSeconds: z.int().nullable(), valueAtEntry: money, probabilityAtEntry: z.int(), changedBy: id.nullable(), reason: z.string().nullable(), notes: z.string().nullable(),
})

const card = z.object({
  id, dealNumber: z.string(), title: z.string(), customerId: id, customerName: z.string(), value: money, expectedRevenue: money, probability: z.int(),
  priority: z.enum(dealPriorities), assignedTo: id.nullable(), assignedToName: z.string().nullable(), expectedCloseDate: day.nullable(),
  stageEnteredAt: instant, stagePosition: z.string(), isStale: z.boolean(), nextActivityAt: instant.nullable(), tags: z.array(z.string()), version: z.int(),
})
export const boardAnswer = z.object({
  pipelineId: id,
  stages: z.array(z.object({
    pipelineStageId: id, stage: z.enum(dealStages), name: z.string(), color: z.string().nullable(), probability: z.int(),
    count: z.int(), totalValue: money, expectedRevenue: money, deals: z.array(card), nextCursor: z.string().nullable(),
  })),
  summary: z.object({ totalDeals: z.int(), totalValue: money, totalExpectedRevenue: money }),
})
export type BoardAnswer = z.infer<typeof boardAnswer>

export const bulkDealsAnswer = z.object({ items: z.array(bulkItem), counts: z.record(z.string(), z.int()) })
