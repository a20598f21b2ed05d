import type { approvalRow, approvalStep } from '@prometric/contracts/approvals'
import type { Answered } from '../../lib/api.js'

type ApprovalStep = Answered<typeof approvalStep>
export type Approval = Answered<typeof approvalRow> & { readonly steps?: readonly ApprovalStep[] }

/** What one comes to look for. */
export const views = {
  mine: { mine: true },
  pending: { pending: true },
  requested: { requested: true },
  decided: { status: 'APPROVED,REJECTED,CANCELLED,EXPIRED' },
} as const
export type ViewKey = keyof typeof views

export const viewOf = (word: string | undefined): ViewKey => (word && word in views ? (word as ViewKey) : 'mine')

export const isOpen = ({ status }: Approval): boolean => status === 'PENDING' || status === 'ESCALATED'
