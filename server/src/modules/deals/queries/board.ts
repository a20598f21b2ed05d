import { dealPriorities, dealStages, type BoardAnswer } from '@prometric/contracts/deals'
import { text } from '@prometric/contracts/wire'
import { z } from 'zod'
import { Refusal } from '../../../kernel/refusal.js'
import { piece, sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { sellableStock } from './sellable-stock.js'

/** With `stage` and the `cursor` that its column gave, only the next cards of that column are answered. */
export const boardQuery = z.strictObject({
  pipelineId: z.uuid().optional(),
  search: text(200, 0).optional(),
  assignedTo: z.uuid().optional(),
  customerId: z.uuid().optional(),
  priority: z.enum(dealPriorities).optional(),
  isStale: z.enum(['true', 'false']).optional(),
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
  const { scope, userId, employeeId, departmentId, language } = work.actor
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
    asked.search?.trim()
      ? `%${asked.search
          .trim()
          .toLowerCase()
          .replace(/[\\%_]/g, '\\$&')}%`
      : null,
    asked.priority ?? null,
    asked.isStale ?? null,
    language,
  ])
  if (!found) throw new Refusal('NOT_FOUND', { pipelineId: asked.pipelineId })
  return found.board
}

// What the person asked for, of what they may see.
const inFilter = piece(`d.workspace_id = $1 and d.deleted_at is null and d.archived_at is null
  and ($3::uuid is null or d.assigned_to = $3) and ($4::uuid is null or d.customer_id = $4)
  and ($5::date is null or d.created_at >= ($5::date::timestamp at time zone $7))
  and ($6::date is null or d.created_at < (($6::date + 1)::timestamp at time zone $7))
  and ($17::text is null or d.priority = $17) and ($18::boolean is null or d.is_stale = $18)
  and ($12 = 'WORKSPACE' or d.created_by = $13 or d.assigned_to = $14 or ($12 = 'DEPARTMENT' and d.department_id = $15))
  and ($16::text is null or lower(d.title) like $16 or lower(d.deal_number) like $16
    or exists (select from app.customers c where c.workspace_id = $1 and c.id = d.customer_id and lower(c.name) like $16))`)

// Of what is sold from stock, more than may be promised now.
const shortStock = piece(`exists (
  select from app.deal_products line
  where line.workspace_id = $1 and line.deal_id = card.id and line.product_type in ('PRODUCT', 'MATERIAL')
  group by line.workspace_id, line.product_id
  having sum(line.quantity) > ${sellableStock})`)

// People arrange the open columns; the closed ones begin with what was closed last. One card more than asked tells of a next page.
const readBoard = sql`
  with pipeline as (
    select id from app.pipelines where workspace_id = $1 and deleted_at is null and (id = $2 or ($2::uuid is null and is_default))
  ), lane as (
    select s.id, s.canonical_stage as stage, coalesce(s.name_translations ->> $19, s.name) as name, s.color, s.probability, s.sort_order,
      s.canonical_stage in ('WON', 'LOST') as closed
    from app.pipeline_stages s join pipeline on pipeline.id = s.pipeline_id
    where s.workspace_id = $1 and s.deleted_at is null and ($9::text is null or s.canonical_stage = $9)
  ), total as (
    select d.pipeline_stage_id as lane_id, count(*)::int as count, sum(d.value) as value, sum(d.expected_revenue) as expected
    from app.deals d where d.pipeline_id = (select id from pipeline) and ${inFilter} group by d.pipeline_stage_id
  ), card as (
    select lane.id as lane_id, lane.closed, found.* from lane cross join lateral (
      (select row_number() over (order by d.stage_position, d.id) as place, d.* from app.deals d
        where not lane.closed and d.stage = lane.stage and d.pipeline_stage_id = lane.id and ${inFilter}
          and ($10::text is null or (d.stage_position, d.id) > ($10 collate "C", $11::uuid))
        order by d.stage_position, d.id limit $8 + 1)
      union all
      (select row_number() over (order by d.stage_position desc, d.id desc) as place, d.* from app.deals d
        where lane.closed and d.stage = lane.stage and d.pipeline_stage_id = lane.id and ${inFilter}
          and ($10::text is null or (d.stage_position, d.id) < ($10 collate "C", $11::uuid))
        order by d.stage_position desc, d.id desc limit $8 + 1)
    ) found
  ), shown as (
    select card.lane_id, max(card.stage_position || '~' || card.id) filter (where card.place = $8) as last, max(card.place) > $8 as more,
      json_agg(json_build_object('id', card.id, 'dealNumber', card.deal_number, 'title', card.title, 'customerId', card.customer_id, 'customerName', customer.name,
        'value', app.money(card.value), 'expectedRevenue', app.money(card.expected_revenue), 'probability', card.probability, 'priority', card.priority,
        'assignedTo', card.assigned_to, 'assignedToName', owner.first_name || ' ' || owner.last_name, 'expectedCloseDate', card.expected_close_date,
        'stageEnteredAt', card.stage_entered_at, 'stagePosition', card.stage_position, 'isStale', card.is_stale, 'priceOutdated', card.price_outdated,
        'shortStock', not card.closed and ${shortStock}, 'nextActivityAt', card.next_activity_at, 'nextActivity', activity.next, 'order', placed.made,
        'updatedByName', editor.first_name || ' ' || editor.last_name, 'tags', card.tags, 'version', card.version) order by card.place)
        filter (where card.place <= $8) as deals
    from card
    join app.customers customer on customer.workspace_id = $1 and customer.id = card.customer_id
    left join app.employees owner on owner.workspace_id = $1 and owner.id = card.assigned_to
    left join app.employees editor on editor.workspace_id = $1 and editor.user_id = card.updated_by and editor.deleted_at is null
    left join lateral (
      select json_build_object('type', a.type, 'subject', a.subject, 'scheduledAt', a.scheduled_at) as next from app.deal_activities a
      where not card.closed and a.workspace_id = $1 and a.deal_id = card.id and a.status = 'PLANNED' order by a.scheduled_at, a.id limit 1
    ) activity on true
    left join lateral (
      select json_build_object('id', o.id, 'orderNumber', o.order_number) as made from app.orders o
      where card.stage = 'WON' and o.workspace_id = $1 and o.deal_id = card.id and o.deleted_at is null order by o.created_at desc limit 1
    ) placed on true
    group by card.lane_id
  ), laid as (
    select lane.id as "pipelineStageId", lane.stage, lane.name, lane.color, lane.probability, coalesce(total.count, 0) as count,
      app.money(coalesce(total.value, 0)::bigint) as "totalValue", app.money(coalesce(total.expected, 0)::bigint) as "expectedRevenue",
      coalesce(shown.deals, '[]') as deals, case when shown.more then shown.last end as "nextCursor", lane.sort_order
    from lane left join total on total.lane_id = lane.id left join shown on shown.lane_id = lane.id
  )
  select json_build_object('pipelineId', pipeline.id,
    'stages', (select coalesce(json_agg(to_jsonb(laid) - 'sort_order' order by laid.sort_order, laid."pipelineStageId"), '[]') from laid),
    'summary', (select json_build_object('totalDeals', coalesce(sum(count), 0)::int, 'totalValue', coalesce(sum("totalValue"), 0),
      'totalExpectedRevenue', coalesce(sum("expectedRevenue"), 0)) from laid)) as board
  from pipeline`
