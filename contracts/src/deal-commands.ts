import { z } from 'zod'
import {
  dealPriorities,
  dealStages,
  discountTypes,
  leadSources,
  lostReasons,
  openStages,
  paymentMethods,
  paymentTerms,
  recurringIntervals,
} from './deals.js'
import {
  customFields,
  day,
  discountIn,
  id,
  moneyIn,
  percentIn,
  quantityIn,
  tags,
  text,
  unitPriceIn,
  version,
} from './wire.js'

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

export const addDealLinesBody = z.union([
  dealLineBody,
  z.strictObject({ lines: z.array(dealLineBody).min(1).max(500) }),
])
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

export const bulkCreateDealsBody = z.strictObject({
  deals: z.array(createDealBody).min(1).max(100),
  atomic: z.boolean().optional(),
})
export const bulkStageBody = z.strictObject({
  ids: z.array(id).min(1).max(100),
  stage: stageIn,
  reason: text(1000).optional(),
  lostReason: z.enum(lostReasons).optional(),
  atomic: z.boolean().optional(),
})
export const bulkDeleteDealsBody = z.strictObject({ ids: z.array(id).min(1).max(100), atomic: z.boolean().optional() })
export type BulkCreateDealsBody = z.infer<typeof bulkCreateDealsBody>
export type BulkStageBody = z.infer<typeof bulkStageBody>
export type BulkDeleteDealsBody = z.infer<typeof bulkDeleteDealsBody>
