import { z } from 'zod'
import { dealStages } from './deals.js'
import { id, instant } from './wire.js'

export const pipelineStageRow = z.object({
  id,
  pipelineId: id,
  name: z.string(),
  nameTranslations: z.record(z.string(), z.string()),
  canonicalStage: z.enum(dealStages),
  sortOrder: z.int(),
  probability: z.int(),
  staleDays: z.int().nullable(),
  requirements: z.array(z.string()),
  color: z.string().nullable(),
})

export const pipelineRow = z.object({
  id,
  name: z.string(),
  description: z.string().nullable(),
  isDefault: z.boolean(),
  strictStages: z.boolean(),
  isActive: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
  stages: z.array(pipelineStageRow),
})
