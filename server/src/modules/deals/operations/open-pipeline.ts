import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** The stages a pipeline starts with; stale days count from the day a deal entered the stage. */
const stages = [
  { canonical: 'LEAD', probability: 10, staleDays: 14, color: '#64748B', ru: 'Лид', kk: 'Лид', en: 'Lead' },
  {
    canonical: 'QUALIFIED',
    probability: 25,
    staleDays: 14,
    color: '#0EA5E9',
    ru: 'Квалификация',
    kk: 'Біліктілік',
    en: 'Qualified',
  },
  {
    canonical: 'PROPOSAL',
    probability: 50,
    staleDays: 10,
    color: '#6366F1',
    ru: 'Предложение',
    kk: 'Ұсыныс',
    en: 'Proposal',
  },
  {
    canonical: 'NEGOTIATION',
    probability: 75,
    staleDays: 10,
    color: '#F59E0B',
    ru: 'Переговоры',
    kk: 'Келіссөздер',
    en: 'Negotiation',
  },
  { canonical: 'CLOSING', probability: 90, staleDays: 7, color: '#F97316', ru: 'Закрытие', kk: 'Жабу', en: 'Closing' },
  {
    canonical: 'WON',
    probability: 100,
    staleDays: null,
    color: '#22C55E',
    ru: 'Выиграна',
    kk: 'Ұтып алынды',
    en: 'Won',
  },
  { canonical: 'LOST', probability: 0, staleDays: null, color: '#EF4444', ru: 'Проиграна', kk: 'Жеңілді', en: 'Lost' },
] as const

/** Opens the default pipeline of a new workspace with its seven stages. */
export async function openPipeline(work: UnitOfWork): Promise<{ pipelineId: string }> {
  const pipelineId = newId()
  await work.rows(insertPipeline, [work.workspaceId, work.organizationId, pipelineId, work.actor.userId])
  const rows = stages.map(({ canonical, probability, staleDays, color, ru, kk, en }, order) => ({
    id: newId(),
    name: ru,
    name_translations: { ru, kk, en },
    canonical_stage: canonical,
    sort_order: order + 1,
    probability,
    stale_days: staleDays,
    color,
  }))
  await work.rows(insertStages, [work.workspaceId, work.organizationId, pipelineId, JSON.stringify(rows)])
  return { pipelineId }
}

const insertPipeline = sql`
  insert into app.pipelines (organization_id, workspace_id, id, name, is_default, created_by, updated_by)
  values ($2, $1, $3, 'Основная воронка', true, $4, $4)`
const insertStages = sql`
  insert into app.pipeline_stages (organization_id, workspace_id, id, pipeline_id, name, name_translations, canonical_stage, sort_order, probability, stale_days, color)
  select $2, $1, s.id, $3, s.name, s.name_translations, s.canonical_stage, s.sort_order, s.probability, s.stale_days, s.color
  from json_to_recordset($4::json) as s(id uuid, name text, name_translations jsonb, canonical_stage text, sort_order int, probability smallint, stale_days int, color text)`
