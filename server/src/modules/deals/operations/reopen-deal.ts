import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { dealLifecycle, isOpen, type DealStage } from '../deal.lifecycle.js'
import { enterStage } from '../enter-stage.js'
import { announceDeal } from '../events.js'
import { lockDeal, type Believed } from '../locked-deal.js'
import { pipelineOf, stageRowOf } from '../pipeline-stages.js'

export interface ReopenDeal extends Believed {
  readonly dealId: string
  readonly reason: string
}

/** Brings a closed deal back to the stage before. A won one only when nothing of its order is alive and nothing was paid. */
export async function reopenDeal(work: UnitOfWork, command: ReopenDeal): Promise<void> {
  work.require('DEALS_REOPEN')
  const deal = await lockDeal(work, command.dealId, command)
  if (isOpen(deal.stage))
    throw new Refusal('INVALID_TRANSITION', {
      from: deal.stage,
      to: deal.stage,
      allowed: dealLifecycle.from(deal.stage),
    })
  if (deal.stage === 'WON') await checkNothingAlive(work, deal.id)
  const before = await work.row<{ stage: DealStage; stageId: string }>(stageBefore, [work.workspaceId, deal.id])
  const to = before && isOpen(before.stage) ? before.stage : 'LEAD'
  dealLifecycle.check(deal.stage, to)
  const pipeline = await pipelineOf(work, deal.pipelineId)
  const stageRow =
    pipeline.stages.find((row) => row.id === before?.stageId && row.stage === to) ?? stageRowOf(pipeline, to)
  const facts = {
    reopened_count: deal.reopenedCount + 1,
    actual_close_date: null,
    won_at: null,
    won_by: null,
    won_reason: null,
    lost_at: null,
    lost_reason: null,
    lost_reason_text: null,
    lost_to_competitor: null,
  }
  const version = await enterStage(work, deal, { stageRow, reason: command.reason, facts })
  announceDeal(
    work,
    'deal.reopened',
    { id: deal.id, version },
    { customerId: deal.customerId, fromStage: deal.stage, toStage: to, reason: command.reason },
  )
}

async function checkNothingAlive(work: UnitOfWork, dealId: string): Promise<void> {
  const orders = await work.rows<{ orderNumber: string; status: string; paid: bigint }>(ordersOfDeal, [
    work.workspaceId,
    dealId,
  ])
  const alive = orders.find((order) => order.status !== 'CANCELLED' || order.paid > 0n)
  if (alive) throw new Refusal('DEAL_HAS_ORDER', { orderNumber: alive.orderNumber, status: alive.status })
}

const ordersOfDeal = sql`
  select order_number as "orderNumber", status, paid_amount as paid from app.orders
  where workspace_id = $1 and deal_id = $2 and deleted_at is null order by id for no key update`
const stageBefore = sql`
  select to_stage as stage, pipeline_stage_id as "stageId" from app.deal_stage_history
  where workspace_id = $1 and deal_id = $2 and left_at is not null order by left_at desc, id desc limit 1`
