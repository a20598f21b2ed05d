import type { MoveDealBody } from '@prometric/contracts/deal-commands'
import { invalid } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { isOpen } from '../deal.lifecycle.js'
import { lockDeal } from '../locked-deal.js'
import { positionAtEnd, positionBetween } from '../stage-position.js'
import { patchDeal } from '../write-deal.js'
import { changeStage } from './change-stage.js'

/** Puts a card into a column, before or after another card, or at its end. */
export async function moveDeal(
  work: UnitOfWork,
  id: string,
  body: MoveDealBody & { ifMatch?: number | undefined },
): Promise<void> {
  const { beforeId, afterId, ...change } = body
  const deal = await lockDeal(work, id)
  const position = await positionOf(work, { id, stage: body.stage, pipelineId: deal.pipelineId, beforeId, afterId })
  const wasHere = deal.stage === body.stage && (body.pipelineStageId ?? deal.pipelineStageId) === deal.pipelineStageId
  await changeStage(work, { ...change, dealId: id, position })
  // Who moves into an open column is put there by the move; winning and losing choose the end of theirs.
  if (!wasHere && isOpen(body.stage)) return
  await patchDeal(work, id, { stage_position: position })
}

interface Place {
  readonly id: string
  readonly stage: string
  readonly pipelineId: string
  readonly beforeId: string | undefined
  readonly afterId: string | undefined
}

async function positionOf(work: UnitOfWork, { id, stage, pipelineId, beforeId, afterId }: Place): Promise<string> {
  const beside = beforeId ?? afterId
  if (beside === undefined) return positionAtEnd(work.now)
  const near = await work.row<{ here: string; previous: string | null; next: string | null }>(neighbours, [
    work.workspaceId,
    beside,
    stage,
    pipelineId,
    id,
  ])
  if (!near) throw invalid(beforeId ? 'beforeId' : 'afterId', 'CARD_OF_THE_COLUMN')
  return beforeId ? positionBetween(near.previous, near.here) : positionBetween(near.here, near.next)
}

const neighbours = sql`
  select here.stage_position as here,
    (select max(d.stage_position) from app.deals d where d.workspace_id = $1 and d.stage = $3 and d.pipeline_id = $4 and d.id <> $5 and d.deleted_at is null
       and d.stage_position < here.stage_position) as previous,
    (select min(d.stage_position) from app.deals d where d.workspace_id = $1 and d.stage = $3 and d.pipeline_id = $4 and d.id <> $5 and d.deleted_at is null
       and d.stage_position > here.stage_position) as next
  from app.deals here
  where here.workspace_id = $1 and here.id = $2 and here.stage = $3 and here.pipeline_id = $4 and here.id <> $5 and here.deleted_at is null`
