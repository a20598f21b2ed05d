import { z } from 'zod'
import { day, id, instant, text, version } from './wire.js'

export const taskTypes = [
  'GENERAL',
  'ORDER_APPROVAL',
  'ORDER_FULFILLMENT',
  'INVOICE_SENDING',
  'CUSTOMER_ONBOARDING',
  'FOLLOW_UP',
  'QUALITY',
  'PROCUREMENT',
  'SERVICE_DELIVERY',
  'DATA_FIX',
] as const
export const taskPriorities = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const
export const taskStatuses = ['TODO', 'IN_PROGRESS', 'IN_REVIEW', 'ON_HOLD', 'DONE', 'CANCELLED'] as const

export const taskRow = z.object({
  id,
  title: z.string(),
  description: z.string().nullable(),
  type: z.enum(taskTypes),
  priority: z.enum(taskPriorities),
  status: z.enum(taskStatuses),
  assignedTo: id.nullable(),
  assignedToName: z.string().nullable(),
  customerId: id.nullable(),
  dealId: id.nullable(),
  orderId: id.nullable(),
  relatedEntityType: z.string().nullable(),
  relatedEntityId: id.nullable(),
  dueDate: day.nullable(),
  isOverdue: z.boolean(),
  completedAt: instant.nullable(),
  completedBy: id.nullable(),
  tags: z.array(z.string()),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
})

export const createTaskBody = z.strictObject({
  title: text(500),
  description: text(5000).optional(),
  type: z.enum(taskTypes).optional(),
  priority: z.enum(taskPriorities).optional(),
  assignedTo: id.optional(),
  dueDate: day.optional(),
  customerId: id.optional(),
  dealId: id.optional(),
  orderId: id.optional(),
})
export type CreateTaskBody = z.infer<typeof createTaskBody>

export const completeTaskBody = z.strictObject({ version: version.optional() })
export type CompleteTaskBody = z.infer<typeof completeTaskBody>
