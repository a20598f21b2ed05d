import { pipelineRow, pipelineStageRow } from '@prometric/contracts/pipelines'
import { listing } from '../../../platform/http/listing.js'
import { selectList } from '../../../platform/http/select-list.js'

const stages = `(select coalesce(json_agg(to_json(s) order by s."sortOrder", s.id), '[]') from (
  select ${selectList(pipelineStageRow, 'stage')} from app.pipeline_stages stage
  where stage.workspace_id = pipeline.workspace_id and stage.pipeline_id = pipeline.id and stage.deleted_at is null) s)`

/** Pipelines, each with its stages in order. */
export const pipelineList = listing({
  from: 'app.pipelines pipeline',
  alias: 'pipeline',
  row: pipelineRow,
  computed: { stages },
  where: 'pipeline.deleted_at is null',
  sorts: ['name', 'createdAt', 'isDefault'],
  defaultSort: '-isDefault,name',
})
