import { z } from 'zod'
import { permissions } from './permissions.js'
import { id, instant, text, version } from './wire.js'

export const approvalTypes = [
  'ORDER',
  'DISCOUNT',
  'CREDIT_LIMIT',
  'PURCHASE',
  'EXPENSE',
  'REFUND',
  'STOCK_ADJUSTMENT',
  'LEAVE',
] as const
export const approvalStatuses = ['PENDING', 'APPROVED', 'REJECTED', 'ESCALATED', 'CANCELLED', 'EXPIRED'] as const
/** What a value is counted in: tenge, percent or days. */
export const approvalUnits = ['AMOUNT', 'PERCENT', 'DAYS'] as const
export type ApprovalType = (typeof approvalTypes)[number]
export type ApprovalStatus = (typeof approvalStatuses)[number]
export type ApprovalUnit = (typeof approvalUnits)[number]

export const unitOf = (type: ApprovalType): ApprovalUnit =>
  type === 'DISCOUNT' ? 'PERCENT' : type === 'LEAVE' ? 'DAYS' : 'AMOUNT'

const approver = {
  approverRole: z.string().nullable(),
  approverPermission: z.string().nullable(),
  approverId: id.nullable(),
}

export const approvalLevel = z.object({
  level: z.int(),
  /** The level is needed when the value is greater than this. */
  threshold: z.number(),
  ...approver,
  /** After so many hours without a decision the next superior is asked too. */
  escalationHours: z.int().nullable(),
})
export type ApprovalLevel = z.infer<typeof approvalLevel>

export const approvalPolicy = z.object({
  id,
  type: z.enum(approvalTypes),
  unit: z.enum(approvalUnits),
  levels: z.array(approvalLevel),
  /** Whether a level that is within the requester's own authority needs nobody else. */
  grantsOwn: z.boolean(),
  isActive: z.boolean(),
  version: z.int(),
  updatedAt: instant,
})
export type ApprovalPolicy = z.infer<typeof approvalPolicy>

const levelBody = z
  .strictObject({
    threshold: z.number().min(0).max(9_999_999_999_999),
    approverRole: text(50).optional(),
    approverPermission: z.enum(permissions).optional(),
    approverId: id.optional(),
    escalationHours: z.int().min(1).max(720).nullable().optional(),
  })
  .refine(
    ({ approverRole, approverPermission, approverId }) =>
      [approverRole, approverPermission, approverId].filter(Boolean).length === 1,
    'a level has one approver: a role, a permission or an employee',
  )
export const approvalPolicyBody = z.strictObject({
  levels: z
    .array(levelBody)
    .min(1)
    .max(10)
    .refine((levels) => levels.every((level, i) => i === 0 || level.threshold > levels[i - 1]!.threshold), {
      message: 'thresholds rise from level to level',
    })
    .optional(),
  grantsOwn: z.boolean().optional(),
  isActive: z.boolean().optional(),
  version: version.optional(),
})
export type ApprovalPolicyBody = z.infer<typeof approvalPolicyBody>
/** One of the approval types; any other is not found. */
export const approvalPolicyParams = z.strictObject({ type: z.string().regex(/^[\w-]{1,40}$/) })
export type ApprovalPolicyParams = z.infer<typeof approvalPolicyParams>

export const approvalStep = z.object({
  id,
  level: z.int(),
  ...approver,
  status: z.enum(approvalStatuses),
  dueAt: instant.nullable(),
  decidedBy: id.nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
  comment: z.string().nullable(),
  /** The role that was asked too, because nobody decided in time. */
  escalatedTo: z.string().nullable(),
})

export const approvalRow = z.object({
  id,
  type: z.enum(approvalTypes),
  entityType: z.string(),
  entityId: id,
  entityNumber: z.string().nullable(),
  customerName: z.string().nullable(),
  unit: z.enum(approvalUnits),
  value: z.number(),
  status: z.enum(approvalStatuses),
  requestedBy: id.nullable(),
  requestedByName: z.string().nullable(),
  /** What is asked, in the reader's language. */
  sentence: z.string(),
  reason: z.string().nullable(),
  payload: z.json(),
  currentLevel: z.int(),
  levelCount: z.int(),
  ...approver,
  escalatedTo: z.string().nullable(),
  /** Whose word it waits for, in the reader's language; null once it is decided. */
  waitsFor: z.string().nullable(),
  dueAt: instant.nullable(),
  /** Whether the reader may decide it now. */
  mayDecide: z.boolean(),
  decidedBy: id.nullable(),
  decidedAt: instant.nullable(),
  decisionNote: z.string().nullable(),
  version: z.int(),
  createdAt: instant,
})
export type ApprovalRow = z.infer<typeof approvalRow>

export const approveBody = z.strictObject({ comment: text(1000).optional() })
export const rejectApprovalBody = z.strictObject({ reason: text(1000), returnToDraft: z.boolean().optional() })
export type ApproveBody = z.infer<typeof approveBody>
export type RejectApprovalBody = z.infer<typeof rejectApprovalBody>
