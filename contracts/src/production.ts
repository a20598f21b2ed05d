import { z } from 'zod'
import { day, id, instant, money, percent, quantity, quantityIn, text, unitPrice } from './wire.js'

export const productionStatuses = [
  'DRAFT',
  'PLANNED',
  'WAITING_MATERIALS',
  'SCHEDULED',
  'IN_PROGRESS',
  'QUALITY_CHECK',
  'COMPLETED',
  'CANCELLED',
  'FAILED',
  'ON_HOLD',
] as const
export const productionSources = ['SALES_ORDER', 'DEAL', 'INVENTORY', 'FORECAST', 'MANUAL', 'REWORK'] as const
export const productionPriorities = ['LOW', 'NORMAL', 'HIGH', 'URGENT', 'CRITICAL'] as const
export type ProductionStatus = (typeof productionStatuses)[number]

/** `available` is what may be taken from the material warehouse now. Costs are null without the right to see them. */
export const productionMaterial = z.object({
  id,
  componentId: id,
  componentName: z.string(),
  requiredQuantity: quantity,
  issuedQuantity: quantity,
  available: quantity,
  unit: z.string(),
  unitCost: unitPrice.nullable(),
  status: z.enum(['PLANNED', 'RESERVED', 'SHORT', 'ISSUED', 'RETURNED']),
  expectedDate: day.nullable(),
})

export const productionOrderRow = z.object({
  id,
  orderNumber: z.string(),
  productionType: z.enum(['MAKE_TO_ORDER', 'MAKE_TO_STOCK', 'ASSEMBLY', 'CONTINUOUS']),
  source: z.enum(productionSources),
  status: z.enum(productionStatuses),
  salesOrderId: id.nullable(),
  salesOrderNumber: z.string().nullable(),
  orderItemId: id.nullable(),
  dealId: id.nullable(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  productId: id,
  productCode: z.string(),
  productName: z.string(),
  bomId: id.nullable(),
  bomVersion: z.string().nullable(),
  bomMissing: z.boolean(),
  quantity,
  startQuantity: quantity,
  completedQuantity: quantity,
  scrappedQuantity: quantity,
  unitOfMeasure: z.string(),
  requestedDate: instant,
  dueDate: instant,
  actualStart: instant.nullable(),
  actualEnd: instant.nullable(),
  priority: z.enum(productionPriorities),
  progress: percent,
  targetWarehouseId: id,
  materialWarehouseId: id,
  estimatedCost: money.nullable(),
  actualCost: money.nullable(),
  materialCost: money.nullable(),
  laborCost: money.nullable(),
  overheadCost: money.nullable(),
  qcRequired: z.boolean(),
  failReason: z.string().nullable(),
  notes: z.string().nullable(),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
})

/** Due in a week and into the default warehouse unless said. Materials come from the same warehouse. */
export const createProductionOrderBody = z.strictObject({
  productId: id,
  quantity: quantityIn,
  dueDate: day.optional(),
  priority: z.enum(productionPriorities).optional(),
  bomId: id.optional(),
  salesOrderId: id.optional(),
  warehouseId: id.optional(),
  notes: text(5000).optional(),
})
export type CreateProductionOrderBody = z.infer<typeof createProductionOrderBody>

/** The whole order only, for now. */
export const completeProductionBody = z.strictObject({ goodQuantity: quantityIn.optional() })
export type CompleteProductionBody = z.infer<typeof completeProductionBody>

export const cancelProductionBody = z.strictObject({ reason: text(500) })
export type CancelProductionBody = z.infer<typeof cancelProductionBody>
