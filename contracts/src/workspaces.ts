import { z } from 'zod'
import { locale } from './identity.js'
import { id, instant, text, version } from './wire.js'

const workspaceType = z.enum(['MAIN', 'DIVISION', 'BRANCH', 'PROJECT', 'DEPARTMENT'])

export const workspaceCard = z.object({
  id,
  organizationId: id,
  name: z.string(),
  type: workspaceType,
  description: z.string().nullable(),
  isDefault: z.boolean(),
  status: z.enum(['ACTIVE', 'INACTIVE', 'ARCHIVED']),
  timezone: z.string(),
  locale,
  currency: z.string(),
  createdAt: instant,
  updatedAt: instant,
  version: z.int(),
})
export type WorkspaceCard = z.infer<typeof workspaceCard>

export const createWorkspaceBody = z.strictObject({
  name: text(255),
  type: workspaceType.exclude(['MAIN']).optional(),
  description: text(2000).optional(),
  organizationId: id.optional().describe('Needed by those who manage several organizations'),
})
export type CreateWorkspaceBody = z.infer<typeof createWorkspaceBody>

export const updateWorkspaceBody = z.strictObject({
  name: text(255).optional(),
  description: text(2000).nullish(),
  locale: locale.optional(),
  version: version.optional(),
})
export type UpdateWorkspaceBody = z.infer<typeof updateWorkspaceBody>

export const organizationCard = z.object({
  id,
  name: z.string(),
  legalName: z.string().nullable(),
  bin: z.string().nullable(),
  iin: z.string().nullable(),
  type: z.string(),
  industry: z.string().nullable(),
  size: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  website: z.string().nullable(),
  bankAccount: z.string().nullable(),
  bankBik: z.string().nullable(),
  kbe: z.string().nullable(),
  status: z.string(),
  ownerId: id.nullable(),
  acceptsJoinRequests: z.boolean(),
  createdAt: instant,
  version: z.int(),
})
