import { z } from 'zod'
import {
  customFields,
  day,
  id,
  instant,
  percent,
  percentIn,
  quantity,
  quantityIn,
  text,
  unitPrice,
  unitPriceIn,
  version,
} from './wire.js'

export const bomStatuses = ['DRAFT', 'ACTIVE', 'INACTIVE', 'ARCHIVED'] as const
const bomStatus = z.enum(bomStatuses)
const equipmentType = z.enum(['MACHINE', 'CONVEYOR', 'ROBOT', 'TOOL'])
const minutes = z.int().min(0).max(1_000_000)
const runMinutes = z
  .number()
  .min(0)
  .max(1_000_000)
  .refine((value) => Number(value.toFixed(3)) === value, 'at most 3 decimals')
/** Loss of output: all of it cannot be lost. */
const lossIn = percentIn.refine((value) => Number(value) < 100, 'less than 100')

const componentIn = z.strictObject({
  componentId: id,
  quantityPerUnit: quantityIn,
  unit: text(20).optional(),
  scrapFactor: percentIn.optional(),
  sequence: z.int().min(1).optional(),
  operationSequence: z.int().min(1).nullish(),
  substituteComponentId: id.nullish(),
  specifications: customFields.optional(),
  notes: text(2000).nullish(),
})
const operationIn = z.strictObject({
  name: text(255),
  sequence: z.int().min(1).optional(),
  workCenterId: id.nullish(),
  setupMinutes: minutes.optional(),
  runMinutesPerUnit: runMinutes.optional(),
  /** Another name of runMinutesPerUnit. */
  duration: runMinutes.optional(),
  laborRate: unitPriceIn.nullish(),
  cost: unitPriceIn.nullish(),
  requiredSkills: z.array(text(100)).max(20).optional(),
  requiredEquipmentType: equipmentType.nullish(),
  isQualityGate: z.boolean().optional(),
  instructions: text(5000).nullish(),
})

export const createBomBody = z.strictObject({
  productId: id,
  name: text(255),
  version: text(20).optional(),
  description: text(5000).nullish(),
  quantity: quantityIn.optional(),
  unit: text(20).optional(),
  components: z.array(componentIn).min(1).max(200),
  operations: z.array(operationIn).max(100).optional(),
  scrapPercent: lossIn.optional(),
  leadTimeDays: z.int().min(0).max(3650).nullish(),
  setupTimeMinutes: minutes.optional(),
  productionTimeMinutes: minutes.optional(),
  validFrom: day.optional(),
  validTo: day.nullish(),
  activate: z.boolean().optional(),
})
export const activateBomBody = z.strictObject({ isDefault: z.boolean().optional() })
export type CreateBomBody = z.infer<typeof createBomBody>
export type ActivateBomBody = z.infer<typeof activateBomBody>

/** A bill of materials. `bomVersion` is the one people see, `version` the optimistic lock. Costs are null without COST_VIEW. */
export const bomRow = z.object({
  id,
  productId: id,
  productName: z.string(),
  productCode: z.string(),
  bomVersion: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  quantity,
  unit: z.string(),
  status: bomStatus,
  isDefault: z.boolean(),
  leadTimeDays: z.int().nullable(),
  setupTimeMinutes: z.int(),
  productionTimeMinutes: z.int(),
  scrapPercent: percent,
  materialCost: unitPrice.nullable(),
  laborCost: unitPrice.nullable(),
  overheadCost: unitPrice.nullable(),
  totalCost: unitPrice.nullable(),
  validFrom: day,
  validTo: day.nullable(),
  approvedBy: id.nullable(),
  approvedAt: instant.nullable(),
  createdBy: id.nullable(),
  updatedBy: id.nullable(),
  createdAt: instant,
  updatedAt: instant,
  version,
})
export const bomComponentRow = z.object({
  id,
  componentId: id,
  componentName: z.string(),
  componentCode: z.string(),
  sequence: z.int(),
  quantityPerUnit: quantity,
  unit: z.string(),
  scrapFactor: percent,
  substituteComponentId: id.nullable(),
  operationSequence: z.int().nullable(),
  unitCost: unitPrice.nullable(),
  totalCost: unitPrice.nullable(),
  specifications: customFields,
  notes: z.string().nullable(),
})
export const bomOperationRow = z.object({
  id,
  sequence: z.int(),
  name: z.string(),
  workCenterId: id.nullable(),
  setupMinutes: z.int(),
  runMinutesPerUnit: z.number(),
  laborRate: unitPrice.nullable(),
  cost: unitPrice.nullable(),
  requiredSkills: z.array(z.string()),
  requiredEquipmentType: equipmentType.nullable(),
  isQualityGate: z.boolean(),
  instructions: z.string().nullable(),
})
export type BomRow = z.infer<typeof bomRow>

export const bomProductParams = z.strictObject({ productId: id })
export const explosionQuery = z.strictObject({
  quantity: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,6})?$/)
    .refine((value) => Number(value) > 0, 'more than 0')
    .optional(),
  explode: z.enum(['true', 'false']).optional(),
})
export type ExplosionQuery = z.infer<typeof explosionQuery>
export const explosionRow = z.object({
  level: z.int(),
  componentId: id,
  componentCode: z.string(),
  componentName: z.string(),
  productType: z.string(),
  unit: z.string(),
  required: quantity,
  available: quantity,
  short: quantity,
  unitCost: unitPrice.nullable(),
  totalCost: unitPrice.nullable(),
  leadTimeDays: z.int().nullable(),
})
export const bomExplosion = z.object({
  bomId: id,
  productId: id,
  bomVersion: z.string(),
  quantity,
  startQuantity: quantity,
  components: z.array(explosionRow),
  totals: z.object({
    materialCost: unitPrice.nullable(),
    laborCost: unitPrice.nullable(),
    overheadCost: unitPrice.nullable(),
    totalCost: unitPrice.nullable(),
    totalMinutes: z.number(),
  }),
})
export type BomExplosion = z.infer<typeof bomExplosion>
