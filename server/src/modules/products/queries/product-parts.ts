import { bundleItemRow, priceHistoryRow } from '@prometric/contracts/product-parts'
import { priceFields } from '@prometric/contracts/products'
import type { z } from 'zod'
import { Refusal } from '../../../kernel/refusal.js'
import { piece, sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { selectList } from '../../../platform/http/select-list.js'

interface HistoryQuestion {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly field?: string | undefined
}

/** How the prices of a product changed, the latest first. Costs only for those who may see them. */
export async function priceHistory(
  work: UnitOfWork,
  id: string,
  { from, to, field }: HistoryQuestion,
): Promise<Array<z.infer<typeof priceHistoryRow>>> {
  await mustExist(work, id)
  const visible = work.allow('COST_VIEW') ? [...priceFields] : ['PRICE']
  const fields = field === undefined ? visible : visible.filter((one) => one === field)
  const values = [work.workspaceId, id, fields, from ?? null, to ?? null, work.tenant.timezone]
  return (await work.rows<{ row: z.infer<typeof priceHistoryRow> }>(history, values)).map((found) => found.row)
}

/** The parts of a bundle in their order. */
export async function bundleItems(work: UnitOfWork, id: string): Promise<Array<z.infer<typeof bundleItemRow>>> {
  await mustExist(work, id)
  return (await work.rows<{ row: z.infer<typeof bundleItemRow> }>(items, [work.workspaceId, id])).map(
    (found) => found.row,
  )
}

async function mustExist(work: UnitOfWork, id: string): Promise<void> {
  if (!(await work.row(exists, [work.workspaceId, id]))) throw new Refusal('NOT_FOUND')
}

const exists = sql`select 1 from app.products where workspace_id = $1 and id = $2 and deleted_at is null`
const history = sql`
  select to_json(t) as row from (select ${piece(selectList(priceHistoryRow, 'h'))} from app.product_price_history h
    where h.workspace_id = $1 and h.product_id = $2 and h.field = any($3::text[])
      and ($4::date is null or h.valid_from >= ($4::date::timestamp at time zone $6))
      and ($5::date is null or h.valid_from < (($5::date + 1)::timestamp at time zone $6))
    order by h.valid_from desc, h.id desc limit 500) t`
const items = sql`
  select to_json(t) as row from (select ${piece(selectList(bundleItemRow, 'b', { componentCode: 'c.code', componentName: 'c.name', unit: 'c.unit' }))}
    from app.bundle_items b join app.products c on c.workspace_id = b.workspace_id and c.id = b.component_id
    where b.workspace_id = $1 and b.bundle_id = $2 order by b.sort_order, b.id) t`
