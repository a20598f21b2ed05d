import { z } from 'zod'
import { customFields, id, instant, percent, percentIn, text } from './wire.js'

const writable = {
  nameTranslations: z.partialRecord(z.enum(['kk', 'ru', 'en']), text(255)).optional(),
  /** Also the prefix of the codes of its products. */
  code: text(50)
    .regex(/^[\p{L}\p{N}._/-]+$/u, 'letters, digits and . _ / -')
    .nullish(),
  description: text(5000).nullish(),
  imageFileId: id.nullish(),
  parentId: id.nullish(),
  sortOrder: z.int().min(0).max(1_000_000).optional(),
  isActive: z.boolean().optional(),
  defaultVatRateId: id.nullish(),
  defaultUnit: text(20).nullish(),
  defaultMarkupPercent: percentIn.nullish(),
  metadata: customFields.optional(),
}
export const createCategoryBody = z.strictObject({ name: text(255), ...writable })
export const updateCategoryBody = z.strictObject({ name: text(255).optional(), ...writable })
export const deleteCategoryBody = z.strictObject({ moveTo: id.optional() })
export type CreateCategoryBody = z.infer<typeof createCategoryBody>
export type UpdateCategoryBody = z.infer<typeof updateCategoryBody>
export type DeleteCategoryBody = z.infer<typeof deleteCategoryBody>

export const categoryQuery = z.strictObject({
  flat: z.enum(['true', 'false']).optional(),
  includeCounts: z.enum(['true', 'false']).optional(),
})
export type CategoryQuery = z.infer<typeof categoryQuery>

export const categoryRow = z.object({
  id,
  name: z.string(),
  nameTranslations: z.record(z.string(), z.string()),
  code: z.string().nullable(),
  description: z.string().nullable(),
  imageFileId: id.nullable(),
  parentId: id.nullable(),
  path: z.string(),
  sortOrder: z.int(),
  isActive: z.boolean(),
  defaultVatRateId: id.nullable(),
  defaultUnit: z.string().nullable(),
  defaultMarkupPercent: percent.nullable(),
  metadata: customFields,
  createdAt: instant,
  updatedAt: instant,
  /** Products in the category and below it; given when asked. */
  productCount: z.int().optional(),
})
export type CategoryRow = z.infer<typeof categoryRow>
export const categoryNode = categoryRow.extend({
  get children() {
    return z.array(categoryNode).optional()
  },
})
export type CategoryNode = CategoryRow & { children?: CategoryNode[] }
