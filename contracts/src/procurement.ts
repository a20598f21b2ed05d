import { z } from 'zod'
import {
  customFields,
  day,
  id,
  instant,
  money,
  percent,
  quantity,
  quantityIn,
  tags,
  text,
  unitPrice,
  unitPriceIn,
  version,
} from './wire.js'

export const supplierStatuses = ['ACTIVE', 'ON_HOLD', 'BLOCKED'] as const
export const supplierTerms = ['PREPAYMENT', 'IMMEDIATE', 'NET_15', 'NET_30', 'NET_45', 'NET_60'] as const
export const requisitionStatuses = [
  'DRAFT',
  'BUDGET_EXCEEDED',
  'PENDING_APPROVAL',
  'APPROVED',
  'REJECTED',
  'IN_RFQ',
  'ORDERED',
  'RECEIVED',
  'CANCELLED',
] as const
export const requisitionSources = ['MANUAL', 'ORDER_SHORTAGE', 'PRODUCTION', 'REPLENISHMENT'] as const
const priorities = ['LOW', 'NORMAL', 'HIGH', 'URGENT', 'CRITICAL'] as const

const contact = z.strictObject({
  name: text(200),
  position: text(200).optional(),
  phone: text(30).optional(),
  email: z.email().max(255).optional(),
})
const twelveDigits = z.string().regex(/^\d{12}$/, '12 digits')

const supplierFields = {
  legalName: text(500).nullish(),
  bin: twelveDigits.nullish(),
  iin: twelveDigits.nullish(),
  vatPayer: z.boolean().optional(),
  email: z.email().max(255).nullish(),
  phone: text(30).nullish(),
  address: z.record(z.string().max(50), z.json()).nullish(),
  bankAccount: text(34).nullish(),
  bankBik: text(11).nullish(),
  kbe: z
    .string()
    .regex(/^\d{2}$/)
    .nullish(),
  paymentTerms: z.enum(supplierTerms).optional(),
  leadTimeDays: z.int().min(0).max(3650).nullish(),
  rating: z.number().min(0).max(5).nullish(),
  status: z.enum(supplierStatuses).optional(),
  contacts: z.array(contact).max(50).optional(),
  categories: z.array(id).max(50).optional(),
  tags: tags.optional(),
  customFields: customFields.optional(),
}

export const createSupplierBody = z.strictObject({ name: text(200), ...supplierFields })
export const updateSupplierBody = z.strictObject({
  name: text(200).optional(),
  ...supplierFields,
  version: version.optional(),
})
export type CreateSupplierBody = z.infer<typeof createSupplierBody>
export type UpdateSupplierBody = z.infer<typeof updateSupplierBody>

export const supplierRow = z.object({
  id,
  supplierNumber: z.string(),
  name: z.string(),
  legalName: z.string().nullable(),
  bin: z.string().nullable(),
  iin: z.string().nullable(),
  vatPayer: z.boolean(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.unknown(),
  bankAccount: z.string().nullable(),
  bankBik: z.string().nullable(),
  kbe: z.string().nullable(),
  paymentTerms: z.enum(supplierTerms),
  leadTimeDays: z.int().nullable(),
  rating: z.number().nullable(),
  status: z.enum(supplierStatuses),
  contacts: z.array(z.unknown()),
  categories: z.array(id),
  qualityScore: percent.nullable(),
  onTimeScore: percent.nullable(),
  balance: money,
  tags: z.array(z.string()),
  customFields: z.unknown(),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
})

export const requisitionLine = z.object({
  id,
  productId: id,
  productName: z.string(),
  productCode: z.string(),
  quantity,
  unit: z.string(),
  estimatedPrice: unitPrice,
  supplierId: id.nullable(),
  orderItemId: id.nullable(),
  productionOrderId: id.nullable(),
  allocationId: id.nullable(),
  orderedQuantity: quantity,
  receivedQuantity: quantity,
  status: z.enum(requisitionStatuses),
})

export const requisitionRow = z.object({
  id,
  requisitionNumber: z.string(),
  source: z.enum(requisitionSources),
  status: z.enum(requisitionStatuses),
  priority: z.enum(priorities),
  requestedBy: id.nullable(),
  departmentId: id.nullable(),
  requiredBy: day,
  estimatedCost: money,
  supplierId: id.nullable(),
  supplierName: z.string().nullable(),
  orderId: id.nullable(),
  orderNumber: z.string().nullable(),
  rejectReason: z.string().nullable(),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
})

/** A price not given is the product's purchase price. */
export const createRequisitionBody = z.strictObject({
  requiredBy: day,
  priority: z.enum(priorities).optional(),
  departmentId: id.optional(),
  supplierId: id.optional(),
  lines: z
    .array(
      z.strictObject({
        productId: id,
        quantity: quantityIn,
        estimatedPrice: unitPriceIn.optional(),
        supplierId: id.optional(),
      }),
    )
    .min(1)
    .max(500),
})
export type CreateRequisitionBody = z.infer<typeof createRequisitionBody>
