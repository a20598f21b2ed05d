import { invalid } from '../../kernel/refusal.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { isOpen, type DealStage } from './deal.lifecycle.js'

export interface StageRow {
  readonly id: string
  readonly stage: DealStage
  readonly probability: number
  readonly requirements: readonly string[]
}

export interface Pipeline {
  readonly id: string
  readonly strict: boolean
  /** In the pipeline's order. */
  readonly stages: readonly StageRow[]
}

/** A pipeline with its stages; the default one when none is named. */
export async function pipelineOf(work: UnitOfWork, id: string | undefined): Promise<Pipeline> {
  const found = await work.row<Pipeline>(pipelineWithStages, [work.workspaceId, id ?? null])
  if (!found) throw invalid('pipelineId', 'PIPELINE')
  return found
}

/** The row that stands for a stage: the named one when it fits, else the first. */
export function stageRowOf(pipeline: Pipeline, stage: DealStage, stageId?: string): StageRow {
  const row = pipeline.stages.find((each) => each.stage === stage && (stageId === undefined || each.id === stageId))
  if (!row) throw invalid(stageId === undefined ? 'stage' : 'pipelineStageId', 'STAGE_OF_THE_PIPELINE')
  return row
}

/** The open stages a deal climbs through, each once. */
export const ladderOf = (pipeline: Pipeline): DealStage[] => [
  ...new Set(pipeline.stages.map((each) => each.stage).filter(isOpen)),
]

const pipelineWithStages = sql`
  select pipeline.id, pipeline.strict_stages as strict,
    (select coalesce(json_agg(json_build_object('id', s.id, 'stage', s.canonical_stage, 'probability', s.probability, 'requirements', s.requirements)
       order by s.sort_order, s.id), '[]')
     from app.pipeline_stages s where s.workspace_id = pipeline.workspace_id and s.pipeline_id = pipeline.id and s.deleted_at is null) as stages
  from app.pipelines pipeline
  where pipeline.workspace_id = $1 and pipeline.deleted_at is null and (pipeline.id = $2 or ($2::uuid is null and pipeline.is_default))`
