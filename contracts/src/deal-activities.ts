import { z } from 'zod'
import { day, id, instant, text } from './wire.js'

export const activityTypes = [
  'CALL',
  'EMAIL',
  'MEETING',
  'TASK',
  'NOTE',
  'PROPOSAL_SENT',
  'CONTRACT_SENT',
  'DEMO',
  'FOLLOW_UP',
] as const
export const activityStatuses = ['PLANNED', 'COMPLETED', 'CANCELLED', 'OVERDUE'] as const
export const activityOutcomes = ['POSITIVE', 'NEUTRAL', 'NEGATIVE', 'NO_RESPONSE'] as const

const location = z.strictObject({
  type: z.enum(['ONLINE', 'OFFICE', 'CLIENT_SITE', 'OTHER']),
  address: text(500).optional(),
  meetingLink: z.url().max(1000).optional(),
})
const moment = z.iso.datetime({ offset: true })

export const createActivityBody = z.strictObject({
  type: z.enum(activityTypes),
  subject: text(500),
  description: text(20_000).nullish(),
  scheduledAt: moment.nullish(),
  completedAt: moment.nullish(),
  durationMinutes: z.int().min(0).max(100_000).nullish(),
  contactPersonId: id.nullish(),
  assignedTo: id.nullish(),
  location: location.nullish(),
  reminderAt: moment.nullish(),
})
export type CreateActivityBody = z.infer<typeof createActivityBody>

export const updateActivityBody = createActivityBody.omit({ completedAt: true }).partial()
export type UpdateActivityBody = z.infer<typeof updateActivityBody>

export const completeActivityBody = z.strictObject({
  outcome: z.enum(activityOutcomes).optional(),
  note: text(5000).optional(),
  nextAction: text(1000).optional(),
  nextActionDate: z.union([moment, day]).optional(),
})
export type CompleteActivityBody = z.infer<typeof completeActivityBody>

export const cancelActivityBody = z.strictObject({ reason: text(1000) })

export const activityRow = z.object({
  id,
  dealId: id,
  customerId: id,
  type: z.enum(activityTypes),
  subject: z.string(),
  description: z.string().nullable(),
  scheduledAt: instant.nullable(),
  completedAt: instant.nullable(),
  durationMinutes: z.int().nullable(),
  outcome: z.enum(activityOutcomes).nullable(),
  outcomeNote: z.string().nullable(),
  nextAction: z.string().nullable(),
  nextActionDate: instant.nullable(),
  contactPersonId: id.nullable(),
  assignedTo: id.nullable(),
  assignedToName: z.string().nullable(),
  location: z.record(z.string(), z.json()).nullable(),
  status: z.enum(activityStatuses),
  cancelReason: z.string().nullable(),
  completedBy: id.nullable(),
  completedByName: z.string().nullable(),
  reminderAt: instant.nullable(),
  createdBy: id.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
