import { dealPriorities, dealStages, type BoardAnswer } from '@prometric/contracts/deals'
import { text } from '@prometric/contracts/wire'
import { z } from 'zod'
import { Refusal } from '../../../kernel/refusal.js'
import { statement } from '../../../platform/database/statement.js'
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

/**
 * The board: totals of every column over the whole filter, and the first cards of each, in one statement. Only what is asked stands in the
 * statement: a condition that may be idle hides from the planner that the cards of a column lie in their order.
 */
export async function board(work: UnitOfWork, asked: BoardQuery): Promise<BoardAnswer> {
  const [position, lastId] = asked.cursor?.split('~') ?? []
  const values: unknown[] = [
    work.workspaceId,
    asked.pipelineId ?? null,
    Number(asked.limitPerStage ?? 50),
    asked.stage ?? null,
    work.actor.language,
  ]
  const bind = (value: unknown) => `$${values.push(value)}`
  const wishes = wishesOf(work, asked, bind)
  const inFilter = ['d.workspace_id = $1', 'd.deleted_at is null', 'd.archived_at is null', ...wishes].join(' and ')
  const cursor = position && lastId && `(${bind(position)}::text collate "C", ${bind(lastId)}::uuid)`
  const text = boardWith({
    inFilter,
    totals: wishes.length === 0 ? keptTotals : countedTotals(inFilter),
    after: cursor ? `and (d.stage_position, d.id) > ${cursor}` : '',
    before: cursor ? `and (d.stage_position, d.id) < ${cursor}` : '',
  })
  const found = await work.row<{ board: BoardAnswer }>(statement(text), values)
  if (!found) throw new Refusal('NOT_FOUND', { pipelineId: asked.pipelineId })
  return found.board
}

/** What the person asked for, of what they may see; nothing for who looks at everything. */
function wishesOf(work: UnitOfWork, asked: BoardQuery, bind: (value: unknown) => string): string[] {
  const { scope, userId, employeeId, departmentId } = work.actor
  const wishes: string[] = []
  if (scope !== 'WORKSPACE') {
    const mine = [`d.created_by = ${bind(userId)}`, `d.assigned_to = ${bind(employeeId)}`]
    if (scope === 'DEPARTMENT') mine.push(`d.department_id = ${bind(departmentId)}`)
    wishes.push(`(${mine.join(' or ')})`)
  }
  if (asked.assignedTo) wishes.push(`d.assigned_to = ${bind(asked.assignedTo)}`)
  if (asked.customerId) wishes.push(`d.customer_id = ${bind(asked.customerId)}`)
  if (asked.priority) wishes.push(`d.priority = ${bind(asked.priority)}`)
  if (asked.isStale) wishes.push(`d.is_stale = ${bind(asked.isStale)}::boolean`)
  const zone = asked.dateFrom || asked.dateTo ? bind(work.tenant.timezone) : ''
  if (asked.dateFrom) wishes.push(`d.created_at >= (${bind(asked.dateFrom)}::date::timestamp at time zone ${zone})`)
  if (asked.dateTo) wishes.push(`d.created_at < ((${bind(asked.dateTo)}::date + 1)::timestamp at time zone ${zone})`)
  const words = asked.search?.trim().toLowerCase()
  if (words) {
    const alike = bind(`%${words.replace(/[\\%_]/g, '\\$&')}%`)
    wishes.push(`(lower(d.title) like ${alike} or lower(d.deal_number) like ${alike}
      or exists (select from app.customers c where c.workspace_id = $1 and c.id = d.customer_id and lower(c.name) like ${alike}))`)
  }
  return wishes
}

// Of what is sold from stock, more than may be promised now.
const shortStock = `exists (
  select from app.deal_products line
  where line.workspace_id = $1 and line.deal_id = card.id and line.product_type in ('PRODUCT', 'MATERIAL')
  group by line.workspace_id, line.product_id
  having sum(line.quantity) > ${sellableStock})`

const countedTotals = (inFilter: string) =>
  `select d.pipeline_stage_id as lane_id, count(*)::int as count, sum(d.value) as value, sum(d.expected_revenue) as expected
    from app.deals d where d.pipeline_id = (select id from pipeline) and ${inFilter} group by d.pipeline_stage_id`
const keptTotals = `select t.pipeline_stage_id as lane_id, sum(t.deals)::int as count, sum(t.value) as value, sum(t.expected_revenue) as expected
    from app.deal_totals t where t.workspace_id = $1 and t.pipeline_stage_id in (select id from lane) group by t.pipeline_stage_id`

interface BoardParts {
  readonly inFilter: string
  readonly totals: string
  readonly after: string
  readonly before: string
}

// People arrange the open columns; the closed ones begin with what was closed last. One card more than asked tells of a next page.
const boardWith = ({ inFilter, totals, after, before }: BoardParts) => `
  with pipeline as (
    select id from app.pipelines where workspace_id = $1 and deleted_at is null and (id = $2 or ($2::uuid is null and is_default))
  ), lane as (
    select s.id, s.canonical_stage as stage, coalesce(s.name_translations ->> $5, s.name) as name, s.color, s.probability, s.sort_order,
      s.canonical_stage in ('WON', 'LOST') as closed
    from app.pipeline_stages s join pipeline on pipeline.id = s.pipeline_id
    where s.workspace_id = $1 and s.deleted_at is null and ($4::text is null or s.canonical_stage = $4)
  ), total as (
    ${totals}
  ), card as (
    select lane.id as lane_id, lane.closed, found.* from lane cross join lateral (
      (select row_number() over (order by d.stage_position, d.id) as place, d.* from app.deals d
        where not lane.closed and d.pipeline_stage_id = lane.id and ${inFilter} ${after}
        order by d.stage_position, d.id limit $3 + 1)
      union all
      (select row_number() over (order by d.stage_position desc, d.id desc) as place, d.* from app.deals d
        where lane.closed and d.pipeline_stage_id = lane.id and ${inFilter} ${before}
        order by d.stage_position desc, d.id desc limit $3 + 1)
    ) found
  ), shown as (
    select card.lane_id, max(card.stage_position || '~' || card.id) filter (where card.place = $3) as last, max(card.place) > $3 as more,
      json_agg(json_build_object('id', card.id, 'dealNumber', card.deal_number, 'title', card.title, 'customerId', card.customer_id, 'customerName', customer.name,
        'value', app.money(card.value), 'expectedRevenue', app.money(card.expected_revenue), 'probability', card.probability, 'priority', card.priority,
        'assignedTo', card.assigned_to, 'assignedToName', owner.first_name || ' ' || owner.last_name, 'expectedCloseDate', card.expected_close_date,
        'stageEnteredAt', card.stage_entered_at, 'stagePosition', card.stage_position, 'isStale', card.is_stale, 'priceOutdated', card.price_outdated,
        'shortStock', not card.closed and ${shortStock}, 'nextActivityAt', card.next_activity_at, 'nextActivity', activity.next, 'order', placed.made,
        'updatedByName', editor.first_name || ' ' || editor.last_name, 'tags', card.tags, 'version', card.version) order by card.place)
        filter (where card.place <= $3) as deals
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
