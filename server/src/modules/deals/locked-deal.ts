import { Money } from '../../kernel/money.js'
import { Refusal } from '../../kernel/refusal.js'
import { piece, sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { Discount, DiscountType } from '../pricing/public.js'
import { isOpen, type DealStage } from './deal.lifecycle.js'
import type { Checklist } from './deal.rules.js'

/** A deal held by this transaction. */
export interface LockedDeal {
  readonly id: string
  readonly version: number
  readonly dealNumber: string
  readonly title: string
  readonly stage: DealStage
  readonly lostReason: string | null
  readonly stageEnteredAt: Date
  readonly pipelineId: string
  readonly pipelineStageId: string
  readonly customerId: string
  readonly assignedTo: string | null
  readonly departmentId: string | null
  readonly createdBy: string | null
  readonly value: bigint
  readonly netValue: bigint
  readonly currency: string
  readonly discount: bigint
  readonly discountType: DiscountType | null
  readonly isRecurring: boolean
  readonly recurringInterval: string | null
  readonly recurringValue: bigint | null
  readonly checklist: Checklist
  readonly reopenedCount: number
}

/** What the caller believes the deal's version to be: by its body, or by If-Match. */
export interface Believed {
  readonly version?: number | undefined
  readonly ifMatch?: number | undefined
}

export const lockedColumns =
  piece(`deal.id, deal.version, deal.deal_number as "dealNumber", deal.title, deal.stage, deal.lost_reason as "lostReason", deal.stage_entered_at as "stageEnteredAt",
  deal.pipeline_id as "pipelineId", deal.pipeline_stage_id as "pipelineStageId", deal.customer_id as "customerId", deal.assigned_to as "assignedTo",
  deal.department_id as "departmentId", deal.created_by as "createdBy", deal.value, deal.net_value as "netValue", deal.currency, deal.discount,
  deal.discount_type as "discountType", deal.is_recurring as "isRecurring", deal.recurring_interval as "recurringInterval",
  deal.recurring_value as "recurringValue", deal.checklist, deal.reopened_count as "reopenedCount"`)

/** Locks a deal. One that is out of the acting person's sight does not exist. */
export async function lockDeal(work: UnitOfWork, id: string, believed: Believed = {}): Promise<LockedDeal> {
  const deal = await work.row<LockedDeal>(lockOne, [work.workspaceId, id])
  return checkBelieved(seen(work, deal), believed)
}

/** Locks a deal that is still open; DEAL_CLOSED otherwise. */
export async function lockOpenDeal(work: UnitOfWork, id: string, believed: Believed = {}): Promise<LockedDeal> {
  const deal = await lockDeal(work, id, believed)
  if (!isOpen(deal.stage)) throw new Refusal('DEAL_CLOSED', { stage: deal.stage })
  return deal
}

/** Locks a deleted deal, to bring it back. */
export async function lockDeletedDeal(work: UnitOfWork, id: string): Promise<LockedDeal> {
  return seen(work, await work.row<LockedDeal>(lockDeleted, [work.workspaceId, id]))
}

export function seen<Deal extends LockedDeal>(work: UnitOfWork, deal: Deal | undefined): Deal {
  const { scope, userId, employeeId, departmentId } = work.actor
  const mine = deal && (deal.createdBy === userId || (deal.assignedTo !== null && deal.assignedTo === employeeId))
  const ours = scope === 'DEPARTMENT' && departmentId !== null && deal?.departmentId === departmentId
  if (!deal || !(scope === 'WORKSPACE' || mine || ours)) throw new Refusal('NOT_FOUND')
  return deal
}

export function checkBelieved<Deal extends LockedDeal>(deal: Deal, { version, ifMatch }: Believed): Deal {
  if (ifMatch !== undefined && ifMatch !== deal.version)
    throw new Refusal('PRECONDITION_FAILED', { version: deal.version })
  if (version !== undefined && version !== deal.version)
    throw new Refusal('VERSION_CONFLICT', { version: deal.version })
  return deal
}

export const discountOf = (deal: Pick<LockedDeal, 'discount' | 'discountType'>): Discount | undefined =>
  deal.discountType === null ? undefined : { value: deal.discount, type: deal.discountType }

export const wireMoney = (tiyn: bigint): number => Money.of(tiyn).toNumber()

const lockOne = sql`select ${lockedColumns} from app.deals deal where deal.workspace_id = $1 and deal.id = $2 and deal.deleted_at is null for no key update`
const lockDeleted = sql`select ${lockedColumns} from app.deals deal where deal.workspace_id = $1 and deal.id = $2 and deal.deleted_at is not null for no key update`
