import type { ChangeStageBody } from '@prometric/contracts/deal-commands'
import { Refusal } from '../../../kernel/refusal.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { dealLifecycle, isOpen } from '../deal.lifecycle.js'
import { checkStageWay, doneOf } from '../deal.rules.js'
import { enterStage } from '../enter-stage.js'
import { checkBelieved, lockDeal, type Believed } from '../locked-deal.js'
import { ladderOf, pipelineOf, stageRowOf } from '../pipeline-stages.js'
import { loseDeal } from './lose-deal.js'
import { winDeal } from './win-deal.js'

export interface ChangeStage extends Omit<ChangeStageBody, 'version'>, Believed {
  readonly dealId: string
  readonly position?: string | undefined
}

/** Moves a deal to a stage. Winning and losing are moves with rules of their own; a closed deal only returns by reopening. */
export async function changeStage(work: UnitOfWork, command: ChangeStage): Promise<void> {
  const { dealId, stage, reason, notes } = command
  const deal = await lockDeal(work, dealId)
  if (
    deal.stage === stage &&
    (command.pipelineStageId === undefined || command.pipelineStageId === deal.pipelineStageId)
  )
    // Lost again: for the same reason that changes nothing, for another it is refused.
    return stage === 'LOST' ? loseDeal(work, lossOf(command)) : undefined
  checkBelieved(deal, command)
  // A closing stage stands once in a pipeline; naming another row for it is a mistake, not a wish.
  if (!isOpen(stage) && command.pipelineStageId)
    stageRowOf(await pipelineOf(work, deal.pipelineId), stage, command.pipelineStageId)
  if (stage === 'WON') return void (await winDeal(work, { dealId, notes: notes ?? reason }))
  if (stage === 'LOST') return loseDeal(work, lossOf(command))
  if (!isOpen(deal.stage)) throw new Refusal('INVALID_TRANSITION', { from: deal.stage, to: stage, allowed: [] })
  if (deal.stage !== stage) dealLifecycle.check(deal.stage, stage)
  const pipeline = await pipelineOf(work, deal.pipelineId)
  const stageRow = stageRowOf(pipeline, stage, command.pipelineStageId)
  checkStageWay({
    from: deal.stage,
    to: stage,
    reason,
    strict: pipeline.strict,
    ladder: ladderOf(pipeline),
    requirements: stageRow.requirements,
    done: doneOf(deal.checklist),
  })
  const facts = command.competitorInfo ? { competitor_info: command.competitorInfo } : {}
  await enterStage(work, deal, {
    stageRow,
    probability: command.probability,
    position: command.position,
    reason,
    notes,
    facts,
  })
}

const lossOf = ({ dealId, lostReason, competitorInfo, notes, reason }: ChangeStage) => ({
  dealId,
  lostReason,
  competitorInfo,
  notes: notes ?? reason,
})
