// What deals announce. Money and quantities are plain numbers here, as on the wire.

import type { DealStage } from '@prometric/contracts/deals'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

export interface WonLine {
  dealProductId: string
  productId: string
  quantity: number
  unitPrice: number
  priceIncludesVat: boolean
  discount: number
  discountType: 'FIXED' | 'PERCENTAGE'
  vatRate: number
  totalPrice: number
}

export interface DealEvents {
  'deal.created': { dealNumber: string; customerId: string; value: number; stage: DealStage; assignedTo: string | null }
  /** A deal that was brought back names its customer, who has it again. */
  'deal.updated': { changes: Record<string, unknown>; customerId?: string }
  /** Said of the customer who had the deal and of the one who has it now. */
  'deal.customer.changed': { customerId: string; has: boolean }
  'deal.deleted': Record<never, never>
  'deal.products.changed': { value: number; netValue: number; lineCount: number }
  'deal.stage.changed': {
    customerId: string
    previousStage: DealStage
    newStage: DealStage
    value: number
    probability: number
    daysInPreviousStage: number
    reason: string | null
  }
  'deal.won': {
    customerId: string
    customerName: string
    dealValue: number
    netValue: number
    currency: string
    lines: WonLine[]
    discount: number
    discountType: 'FIXED' | 'PERCENTAGE' | null
    assignedTo: string | null
    wonAt: string
    wonBy: string | null
    reopenedCount: number
  }
  'deal.lost': {
    customerId: string
    lostReason: string
    competitorInfo: unknown
    value: number
    lostAt: string
    lostBy: string | null
  }
  'deal.reopened': { customerId: string; fromStage: DealStage; toStage: DealStage; reason: string }
  'deal.assigned': { assignedTo: string | null; previousAssignee: string | null; assignedBy: string | null }
  'deal.activity.added': { activityId: string; type: string; scheduledAt: string | null; assignedTo: string | null }
  'deal.activity.completed': {
    customerId: string
    activityId: string
    type: string
    outcome: string | null
    completedAt: string
  }
}

/** Says a fact about a deal at the version its row now has. */
export function announceDeal<Name extends keyof DealEvents>(
  work: UnitOfWork,
  name: Name,
  deal: { readonly id: string; readonly version: number },
  payload: DealEvents[Name],
): void {
  work.announce({
    name,
    aggregateType: 'deal',
    aggregateId: deal.id,
    aggregateVersion: deal.version,
    payload: { dealId: deal.id, ...payload },
  })
}
