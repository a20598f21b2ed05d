import type { Warning } from '@prometric/contracts/warnings'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { type VatDifference, vatDifferencesSql, vatModeSql, vatWarnings } from '../../pricing/public.js'

/** Where the VAT of an order is not what the law says for its day. */
export async function orderVatWarnings(work: UnitOfWork, orderId: string): Promise<Warning[]> {
  const differences = await work.rows<VatDifference>(differencesOf, [
    work.workspaceId,
    work.organizationId,
    orderId,
    work.today,
    work.tenant.timezone,
  ])
  return vatWarnings(work.actor.language, differences)
}

/**
 * An order that waited: it was dated on the day it was made and is decided on a later one. By DATED it takes the rates of that later day.
 * One that a person dated back keeps the day they named. Of alias `o`.
 */
export const waitedSql = (
  today: string,
  zone: string,
): string => `(${vatModeSql} = 'DATED' and o.order_date < ${today}::date and (o.created_at at time zone ${zone})::date <= o.order_date
  and (o.status in ('DRAFT', 'PENDING') or (o.status = 'ON_HOLD' and coalesce(o.status_before_hold, 'PENDING') = 'PENDING')))`

const differencesOf = sql`${vatDifferencesSql({
  from: `app.orders o cross join lateral (select ${waitedSql('$4', '$5')} as waited) w
      join app.order_items line on line.workspace_id = $1 and line.order_id = o.id and line.parent_item_id is null and o.workspace_id = $1 and o.id = $3`,
  day: `case when w.waited then $4::date else coalesce(line.vat_date, o.order_date) end`,
  willChange: 'w.waited',
})}`
