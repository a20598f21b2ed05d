import { z } from 'zod'
import { id, text } from './wire.js'

const unitKind = z.enum(['COUNT', 'MASS', 'VOLUME', 'LENGTH', 'AREA', 'TIME', 'OTHER'])

export const createUnitBody = z.strictObject({
  code: text(20),
  name: text(100),
  nameTranslations: z.partialRecord(z.enum(['kk', 'ru', 'en']), text(100)).optional(),
  kind: unitKind,
  precision: z.int().min(0).max(3).optional(),
})
export type CreateUnitBody = z.infer<typeof createUnitBody>

export const unitRow = z.object({
  id,
  code: z.string(),
  name: z.string(),
  nameTranslations: z.record(z.string(), z.string()),
  kind: unitKind,
  precision: z.int(),
  isActive: z.boolean(),
})
