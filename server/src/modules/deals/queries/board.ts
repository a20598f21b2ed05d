import { dealStages, type BoardAnswer } from '@prometric/contracts/deals'
import { z } from 'zod'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** With `stage` and the `cursor` that its column gave, only the next cards of that column are answered. */
export const boardQuery = z.strictObject({
  pipelineId: z.uuid().optional(),
  assignedTo: z.uuid().optional(),
  customerId: z.uuid().optional(),
  dateFrom: z.iso.date().optional(),
  dateTo: z.iso.date().optional(),
  limitPerStage: z
    .string()
    .regex(/^([1-9]\d?|100)$/)
    .optional(),
  stage: z.enum(dealStages).optional(),
  cursor: z
    .string()
    .regex(/^[0-9a-z]{1,200}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional(),
})
type BoardQuery = z.infer<typeof boardQuery>

/** The board: totals of every column over the whole filter, and the first cards of each, in one statement. */
export async function board(work: UnitOfWork, asked: BoardQuery): Promise<BoardAnswer> {
  const { scope, userId, employeeId, departmentId } = work.actor
  const [position = null, lastId = null] = asked.cursor?.split('~') ?? []
  const found = await work.row<{ board: BoardAnswer }>(readBoard, [
    work.workspaceId,
    asked.pipelineId ?? null,
    asked.assignedTo ?? null,
    asked.customerId ?? null,
    asked.dateFrom ?? null,
    asked.dateTo ?? null,
    work.tenant.timezone,
    Number(asked.limitPerStage ?? 50),
    asked.stage ?? null,
    position,
    lastId,
    scope,
    userId,
    employeeId,
    departmentId,
  ])
  if (!found) throw new Refusal('NOT_FOUND', { pipelineId: asked.pipelineId })
  return found.board
}

// One card more than asked tells whether there is a next page.
const readBoard = sql`
  with pipeline as (
    select id from app.pipelines where workspace_id = $1 and deleted_at is null and (id = $2 or ($2::uuid is null and is_default))
  ), deal as (
    select d.* from app.deals d
    where d.workspace_id = $1 and d.pipeline_id = (select id from pipeline) and d.deleted_at is null and d.archived_at is null
      and ($3::uuid is null or d.assigned_to = $3) and ($4::uuid is null or d.customer_id = $4) and ($9::text is null or d.stage = $9)
      and ($5::date is null or d.created_at >= ($5::date::timestamp at time zone $7))
      and ($6::date is null or d.created_at < (($6::date + 1)::timestamp at time zone $7))
      and ($12 = 'WORKSPACE' or d.created_by = $13 or d.assigned_to = $14 or ($12 = 'DEPARTMENT' and d.department_id = $15))
  ), total as (
    select pipeline_stage_id, count(*)::int as count, sum(value) as value, sum(expected_revenue) as expected from deal group by pipeline_stage_id
  ), lane as (
    select s.id as "pipelineStageId", s.canonical_stage as stage, s.name, s.color, s.probability, coalesce(total.count, 0) as count,
      app.money(coalesce(total.value, 0)::bigint) as "totalValue", app.money(coalesce(total.expected, 0)::bigint) as "expectedRevenue", s.sort_order,
      coalesce(cards.shown, '[]') as deals, cards.next as "nextCursor"
    from app.pipeline_stages s left join total on total.pipeline_stage_id = s.id
    left join lateral (
      select json_agg(to_json(c)::jsonb - 'place' order by c.place) filter (where c.place <= $8) as shown,
        case when max(c.place) > $8 then max(c."stagePosition" || '~' || c.id) filter (where c.place = $8) end as next
      from (
        select row_number() over (order by d.stage_position, d.id) as place, d.id, d.deal_number as "dealNumber", d.title, d.customer_id as "customerId",
          customer.name as "customerName", app.money(d.value) as value, app.money(d.expected_revenue) as "expectedRevenue", d.probability, d.priority,
          d.assigned_to as "assignedTo", employee.first_name || ' ' || employee.last_name as "assignedToName", d.expected_close_date as "expectedCloseDate",
          d.stage_entered_at as "stageEnteredAt", d.stage_position as "stagePosition", d.is_stale as "isStale", d.next_activity_at as "nextActivityAt", d.tags, d.version
        from deal d
        join app.customers customer on customer.workspace_id = $1 and customer.id = d.customer_id
        left join app.employees employee on employee.workspace_id = $1 and employee.id = d.assigned_to
        where d.pipeline_stage_id = s.id and ($10::text is null or (d.stage_position, d.id) > ($10 collate "C", $11::uuid))
        order by d.stage_position, d.id limit $8 + 1
      ) c
    ) cards on true
    where s.workspace_id = $1 and s.pipeline_id = (select id from pipeline) and s.deleted_at is null and ($9::text is null or s.canonical_stage = $9)
  )
  select json_build_object('pipelineId', pipeline.id,
    'stages', (select coalesce(json_agg(to_jsonb(lane) - 'sort_order' order by lane.sort_order, lane."pipelineStageId"), '[]') from lane),
    'summary', (select json_build_object('totalDeals', coalesce(sum(count), 0)::int, 'totalValue', coalesce(sum("totalValue"), 0),
      'totalExpectedRevenue', coalesce(sum("expectedRevenue"), 0)) from lane)) as board
  from pipeline`
