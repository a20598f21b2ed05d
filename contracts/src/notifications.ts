import { z } from 'zod'
import { id, instant } from './wire.js'

export const notificationTypes = ['INFO', 'SUCCESS', 'WARNING', 'ERROR'] as const
export const notificationCategories = [
  'DEAL',
  'ORDER',
  'CUSTOMER',
  'PRODUCT',
  'STOCK',
  'PRODUCTION',
  'FINANCE',
  'TASK',
  'APPROVAL',
  'EMPLOYEE',
  'REPORT',
  'SYSTEM',
] as const

export const notificationRow = z.object({
  id,
  type: z.enum(notificationTypes),
  category: z.enum(notificationCategories),
  code: z.string(),
  title: z.string(),
  message: z.string(),
  data: z.json(),
  link: z.string().nullable(),
  isRead: z.boolean(),
  readAt: instant.nullable(),
  createdAt: instant,
})
export type NotificationRow = z.infer<typeof notificationRow>

export const markReadBody = z.strictObject({ ids: z.array(id).min(1).max(200) })
export type MarkReadBody = z.infer<typeof markReadBody>

/** How many the reader has not read, as the bell shows it. */
export const unreadCount = z.object({ unreadCount: z.int() })
