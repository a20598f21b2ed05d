// Everything a win must know, in the statement that takes its lock: winning is the busiest moment of the house.

import { piece, sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { storedPolicySql } from '../../approvals/public.js'
import { linesOutdatedSql, vatModeSql } from '../../pricing/public.js'
import { storedLine, toDealLine, type DealLine, type StoredLine } from '../deal-line.js'
import type { DiscountApproval } from '../discount-limit.js'
import { lockedColumns, seen, type LockedDeal } from '../locked-deal.js'

export type LineToWin = DealLine & {
  readonly sellable: boolean
  /** The part that keeps a bundle from being sold. */
  readonly obstacle: string | null
  readonly totalPrice: bigint
  readonly gross: bigint
  readonly discounted: bigint
}

export interface DealToWin extends LockedDeal {
  readonly customerName: string
  readonly customerBlocked: boolean
  readonly strict: boolean
  readonly wonStageId: string | null
  readonly wonRequirements: readonly string[] | null
  /** Who may allow its discount, what was allowed, and whether somebody is asked. */
  readonly discountApproval: DiscountApproval
  /** DATED, and the law gives a line another rate today than it has. */
  readonly vatOutdated: boolean
  readonly lines: readonly LineToWin[]
}

interface Stored extends Omit<DealToWin, 'lines'> {
  readonly seenVersion: number
  readonly lines: ReadonlyArray<
    StoredLine & { sellable: boolean; obstacle: string | null; totalPrice: string; gross: string; discounted: string }
  >
}

/**
 * Locks the deal and reads its lines, their products, its customer and the stage that stands for WON. When the lock had to
 * wait, the deal is the newest but its lines are still those of before: the two versions tell, and then it reads once more.
 */
export async function lockDealToWin(work: UnitOfWork, id: string): Promise<DealToWin> {
  const ask = () => work.row<Stored>(look, [work.workspaceId, id, work.today])
  const first = seen(work, await ask())
  const found = first.seenVersion === first.version ? first : seen(work, await ask())
  const lines = found.lines.map((line) => ({
    ...toDealLine(line),
    sellable: line.sellable,
    obstacle: line.obstacle,
    totalPrice: BigInt(line.totalPrice),
    gross: BigInt(line.gross),
    discounted: BigInt(line.discounted),
  }))
  return { ...found, lines }
}

const linesOutdated = linesOutdatedSql({
  lines: 'app.deal_products',
  where: 'line.workspace_id = $1 and line.deal_id = $2',
  day: '$3',
})

const look = sql`
  select ${lockedColumns}, customer.name as "customerName", (not customer.is_active or customer.merged_into_id is not null) as "customerBlocked",
    pipeline.strict_stages as strict, won.id as "wonStageId", won.requirements as "wonRequirements",
    (select before.version from app.deals before where before.workspace_id = $1 and before.id = $2) as "seenVersion",
    (select json_build_object('policy', ${storedPolicySql('DISCOUNT')}, 'allowed', (max(r.value) filter (where r.status = 'APPROVED'))::text,
      'open', (array_agg(r.id) filter (where r.status in ('PENDING', 'ESCALATED')))[1])
      from app.approval_requests r where r.workspace_id = $1 and r.entity_id = $2 and r.type = 'DISCOUNT') as "discountApproval",
    (select coalesce(json_agg(to_json(l) order by l."sortOrder", l.id), '[]') from (
       select ${piece(storedLine)}, line.total_price::text as "totalPrice", line.gross_amount::text as gross,
         (line.line_discount_amount + line.document_discount_share)::text as discounted,
         (product.status = 'ACTIVE' and product.sellable and product.deleted_at is null) as sellable,
         case when product.product_type = 'BUNDLE' then app.bundle_obstacle($1, product.id) end as obstacle
       from app.deal_products line join app.products product on product.workspace_id = line.workspace_id and product.id = line.product_id
       where line.workspace_id = $1 and line.deal_id = $2) l) as lines,
    case when ${piece(vatModeSql)} = 'DATED' then ${piece(linesOutdated)} else false end as "vatOutdated"
  from app.deals deal
  join app.customers customer on customer.workspace_id = deal.workspace_id and customer.id = deal.customer_id
  join app.pipelines pipeline on pipeline.workspace_id = deal.workspace_id and pipeline.id = deal.pipeline_id
  left join app.pipeline_stages won on won.workspace_id = deal.workspace_id and won.pipeline_id = deal.pipeline_id and won.canonical_stage = 'WON' and won.deleted_at is null
  where deal.workspace_id = $1 and deal.id = $2 and deal.deleted_at is null
  for no key update of deal`
