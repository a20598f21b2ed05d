import type { Warning } from '@prometric/contracts/warnings'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { type VatDifference, vatDifferencesSql, vatModeSql, vatWarnings } from '../../pricing/public.js'

/** Where the VAT of a deal is not what the law says: of today while it is open, of the day of its lines once it is closed. */
export async function dealVatWarnings(work: UnitOfWork, dealId: string): Promise<Warning[]> {
  const values = [work.workspaceId, work.organizationId, dealId, work.today]
  return vatWarnings(work.actor.language, await work.rows<VatDifference>(differencesOf, values))
}

const isOpen = `deal.stage not in ('WON', 'LOST')`

// A deal without lines is one line of the deal service: its value with VAT inside, at the rate that makes its tax.
const differencesOf = sql`${vatDifferencesSql({
  from: `app.deals deal join lateral (
      select l.workspace_id, l.vat_rate, l.vat_exempt, l.vat_category, l.vat_date, l.tax_amount, l.total_price, l.net_amount, l.price_includes_vat
      from app.deal_products l where l.workspace_id = $1 and l.deal_id = deal.id
      union all
      select $1, fixed.rate, false, 'STANDARD', null, deal.tax_amount, deal.value, deal.net_value, true
      from (select (s.value #>> '{}')::numeric as rate from app.app_settings s where s.workspace_id = $1 and s.key = 'vat.fixedRate') fixed
      where deal.tax_amount > 0 and ${isOpen} and deal.tax_amount = round(deal.value * fixed.rate / (100 + fixed.rate))
        and not exists (select from app.deal_products l where l.workspace_id = $1 and l.deal_id = deal.id)
    ) line on deal.workspace_id = $1 and deal.id = $3`,
  day: `case when ${isOpen} then $4::date else coalesce(line.vat_date, deal.actual_close_date, $4::date) end`,
  willChange: `${isOpen} and ${vatModeSql} = 'DATED'`,
})}`
