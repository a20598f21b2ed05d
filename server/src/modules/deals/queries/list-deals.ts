import {
  dealLineRow,
  dealOrderRow,
  dealPriorities,
  dealRow,
  dealStages,
  leadSources,
  stageHistoryRow,
  type DealLineRow,
  type DealRow,
} from '@prometric/contracts/deals'
import { activityRow } from '@prometric/contracts/deal-activities'
import { pipelineStageRow } from '@prometric/contracts/pipelines'
import { type Warning, warning } from '@prometric/contracts/warnings'
import { z } from 'zod'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import {
  anyOf,
  byId,
  dayFrom,
  dayTo,
  flag,
  instantFrom,
  instantTo,
  moneyFrom,
  moneyTo,
  type Filter,
} from '../../../platform/http/filters.js'
import { hideCosts } from '../../../platform/http/hidden-costs.js'
import { listing, type ListQuery, type Page } from '../../../platform/http/listing.js'
import { dealVatWarnings } from './deal-vat-warnings.js'
import { activityNames, activityStatus } from './list-activities.js'
import { sellableStock } from './sellable-stock.js'
import { changedByName } from './stage-history.js'

const lineCosts = ['cost', 'marginAmount', 'margin'] as const
const dealCosts = ['costAmount', 'marginAmount', 'marginPercent', 'linesWithoutCost'] as const

const withTag: Filter = {
  schema: z.union([z.string().max(500), z.array(z.string().max(100))]),
  condition: (value, bind) => `deal.tags @> ${bind(String(value).split(','))}::text[]`,
}
const archived: Filter = {
  schema: z.enum(['true', 'false']),
  condition: (value) => (value === 'true' ? 'true' : 'deal.archived_at is null'),
}

const available = `case when line.product_type in ('PRODUCT', 'MATERIAL', 'MANUFACTURED') then ${sellableStock} end`

const ofContact = (what: string) => `(select ${what} from app.customer_contacts contact
  where contact.workspace_id = deal.workspace_id and contact.id = deal.contact_person_id)`

/** Whose deals a person sees. */
export const dealScope = {
  assignedTo: 'deal.assigned_to',
  createdBy: 'deal.created_by',
  department: 'deal.department_id',
}

const table = listing({
  from: `app.deals deal join app.customers customer on customer.workspace_id = deal.workspace_id and customer.id = deal.customer_id
    left join app.employees employee on employee.workspace_id = deal.workspace_id and employee.id = deal.assigned_to`,
  alias: 'deal',
  row: dealRow,
  computed: {
    customerName: 'customer.name',
    customerPhone: 'customer.phone',
    contactName: ofContact(`contact.first_name || ' ' || contact.last_name`),
    contactPhone: ofContact('coalesce(contact.mobile_phone, contact.phone)'),
    assignedToName: `employee.first_name || ' ' || employee.last_name`,
    createdByName: `(select creator.first_name || ' ' || creator.last_name from app.employees creator
      where creator.workspace_id = deal.workspace_id and creator.user_id = deal.created_by and creator.deleted_at is null)`,
    lineCount:
      '(select count(*)::int from app.deal_products l where l.workspace_id = deal.workspace_id and l.deal_id = deal.id)',
    linesWithoutCost:
      '(select count(*)::int from app.deal_products l where l.workspace_id = deal.workspace_id and l.deal_id = deal.id and l.cost is null)',
    daysInStage: 'greatest(0, floor(extract(epoch from app.now() - deal.stage_entered_at) / 86400))::int',
    totalDaysInPipeline:
      'greatest(0, floor(extract(epoch from coalesce(deal.won_at, deal.lost_at, app.now()) - deal.created_at) / 86400))::int',
  },
  where: 'deal.deleted_at is null',
  scope: dealScope,
  filters: {
    stage: anyOf('deal.stage', dealStages),
    pipelineId: byId('deal.pipeline_id'),
    customerId: byId('deal.customer_id'),
    assignedTo: byId('deal.assigned_to'),
    priority: anyOf('deal.priority', dealPriorities),
    minValue: moneyFrom('deal.value'),
    maxValue: moneyTo('deal.value'),
    expectedCloseDateFrom: dayFrom('deal.expected_close_date'),
    expectedCloseDateTo: dayTo('deal.expected_close_date'),
    createdFrom: instantFrom('deal.created_at'),
    createdTo: instantTo('deal.created_at'),
    wonFrom: instantFrom('deal.won_at'),
    wonTo: instantTo('deal.won_at'),
    isRecurring: flag('deal.is_recurring'),
    isStale: flag('deal.is_stale'),
    leadSource: anyOf('deal.lead_source', leadSources),
    tags: withTag,
    includeArchived: archived,
  },
  search: ['deal.title', 'deal.deal_number', 'customer.name'],
  sorts: ['createdAt', 'updatedAt', 'value', 'probability', 'expectedCloseDate', 'stage', 'title', 'wonAt'],
  defaultSort: '-createdAt',
  includes: {
    products: {
      from: 'app.deal_products line',
      alias: 'line',
      row: dealLineRow,
      parent: 'deal_id',
      order: 'line.sort_order, line.id',
      computed: { tax: 'line.vat_rate', available },
    },
    activities: {
      from: 'app.deal_activities activity',
      alias: 'activity',
      row: activityRow,
      parent: 'deal_id',
      order: 'activity.created_at desc, activity.id',
      computed: { status: activityStatus, ...activityNames },
    },
    stageHistory: {
      from: 'app.deal_stage_history history',
      alias: 'history',
      row: stageHistoryRow,
      parent: 'deal_id',
      order: 'history.entered_at, history.id',
      computed: { changedByName },
    },
    stages: {
      from: `(select stage.*, deal.id as deal_id from app.pipeline_stages stage
        join app.deals deal on deal.workspace_id = stage.workspace_id and deal.pipeline_id = stage.pipeline_id where stage.deleted_at is null) stage`,
      alias: 'stage',
      row: pipelineStageRow,
      parent: 'deal_id',
      order: 'stage.sort_order, stage.id',
    },
    orders: {
      from: '(select * from app.orders where deleted_at is null) placed',
      alias: 'placed',
      row: dealOrderRow,
      parent: 'deal_id',
      order: 'placed.created_at desc, placed.id',
      permission: 'ORDERS_VIEW',
    },
  },
})

const includeNames = 'products|activities|stageHistory|stages|orders'
export const includeQuery = z.strictObject({
  include: z
    .string()
    .regex(new RegExp(`^(${includeNames})(,(${includeNames}))*$`))
    .optional(),
})

/** Deals as the list and the card show them; archived ones only on request, costs only to those who may see them. */
export const dealList = {
  query: table.query,
  answer: table.answer.extend({ warnings: z.array(warning).optional() }),
  async list(work: UnitOfWork, asked: ListQuery): Promise<Page<DealRow>> {
    const page = await table.list(work, { includeArchived: 'false', ...asked })
    return { ...page, items: page.items.map((deal) => withoutCosts(work, deal)) }
  },
  async find(work: UnitOfWork, id: string, include?: unknown): Promise<DealRow & { warnings: Warning[] }> {
    const deal = withoutCosts(work, await table.find(work, id, include))
    return { ...deal, warnings: await dealVatWarnings(work, id) }
  },
}

type Card = DealRow & { readonly products?: readonly DealLineRow[] }

function withoutCosts(work: UnitOfWork, deal: Card): Card {
  const shown = hideCosts<Card>(work, deal, dealCosts)
  return shown.products ? { ...shown, products: shown.products.map((line) => hideCosts(work, line, lineCosts)) } : shown
}

/** The lines of one deal, in their order. */
export async function listLines(work: UnitOfWork, dealId: string): Promise<readonly DealLineRow[]> {
  return ((await dealList.find(work, dealId, 'products')) as Card).products ?? []
}
