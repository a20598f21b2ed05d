import { newId } from '../../kernel/ids.js'
import { statement } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { LockedDeal } from './locked-deal.js'
import { wireMoney } from './locked-deal.js'
import { probabilityAt, wholeDays } from './deal.rules.js'
import { announceDeal } from './events.js'
import type { StageRow } from './pipeline-stages.js'
import { positionAtEnd } from './stage-position.js'

const columns = [
  'stage',
  'pipeline_stage_id',
  'stage_entered_at',
  'stage_position',
  'probability',
  'probability_manual',
  'actual_close_date',
  'won_at',
  'won_by',
  'won_reason',
  'lost_at',
  'lost_reason',
  'lost_reason_text',
  'lost_to_competitor',
  'competitor_info',
  'reopened_count',
  'is_stale',
] as const

export interface Entry {
  readonly stageRow: Pick<StageRow, 'id' | 'stage' | 'probability'>
  /** Said by a person instead of the stage's own. */
  readonly probability?: number | undefined
  readonly position?: string | undefined
  readonly reason?: string | undefined
  readonly notes?: string | undefined
  /** Further columns that change with the stage. */
  readonly facts?: Partial<Record<(typeof columns)[number], unknown>>
}

/**
 * Puts a locked deal into a stage: the deal, the end of its open history row and the next row in one statement.
 * Announces `deal.stage.changed`. Whether the move is allowed is for the caller to know. Returns the deal's new version.
 */
export async function enterStage(work: UnitOfWork, deal: LockedDeal, entry: Entry): Promise<number> {
  const { stageRow, reason, notes, facts = {} } = entry
  const { probability, manual } = probabilityAt(stageRow.stage, stageRow.probability, entry.probability)
  const patch = {
    stage: stageRow.stage,
    pipeline_stage_id: stageRow.id,
    stage_entered_at: work.now.toISOString(),
    stage_position: entry.position ?? positionAtEnd(work.now),
    probability,
    probability_manual: manual,
    is_stale: false,
    ...facts,
  }
  const { version } = (await work.row<{ version: number }>(enter, [
    work.workspaceId,
    deal.id,
    JSON.stringify(patch),
    work.actor.userId,
    work.organizationId,
    newId(),
    deal.stage,
    reason ?? null,
    notes ?? null,
  ]))!
  announceDeal(
    work,
    'deal.stage.changed',
    { id: deal.id, version },
    {
      customerId: deal.customerId,
      previousStage: deal.stage,
      newStage: stageRow.stage,
      value: wireMoney(deal.value),
      probability,
      daysInPreviousStage: wholeDays(deal.stageEnteredAt, work.now),
      reason: reason ?? null,
    },
  )
  return version
}

// The new row reads from the closed one, so that at no moment two rows are open.
const enter = statement(`
  with changed as (
    update app.deals deal set (${columns.join(', ')}) = (select ${columns.map((name) => `r.${name}`).join(', ')} from json_populate_record(deal, $3::json) r),
      version = version + 1, updated_at = app.now(), updated_by = $4
    where workspace_id = $1 and id = $2 returning stage, pipeline_stage_id, stage_entered_at, value, probability, version
  ), closed as (
    update app.deal_stage_history h set left_at = greatest(changed.stage_entered_at, h.entered_at), updated_at = app.now(),
      duration_seconds = greatest(0, extract(epoch from changed.stage_entered_at - h.entered_at))::int
    from changed where h.workspace_id = $1 and h.deal_id = $2 and h.left_at is null returning h.id
  ), opened as (
    insert into app.deal_stage_history (organization_id, workspace_id, id, deal_id, from_stage, to_stage, pipeline_stage_id, entered_at, value_at_entry,
      probability_at_entry, changed_by, reason, notes)
    select $5, $1, $6, $2, $7, changed.stage, changed.pipeline_stage_id, changed.stage_entered_at, changed.value, changed.probability, $4, $8, $9
    from changed left join closed on true
  )
  select version from changed`)
