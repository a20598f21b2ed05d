import { piece } from '../../platform/database/statement.js'

/** What customer `c` owes beyond its day and the days of grace: $3 is today, $4 the days. Null when nothing. */
export const overdueDebt =
  piece(`select json_build_object('invoice', (array_agg(i.invoice_number order by i.due_date, i.id))[1], 'days', $3::date - min(i.due_date),
    'amount', app.money(sum(i.balance_due)::bigint))
  from app.invoices i where i.workspace_id = $1 and i.customer_id = c.id and i.type = 'STANDARD'
    and i.status in ('ISSUED', 'SENT', 'VIEWED', 'PARTIAL') and i.balance_due > 0 and i.due_date < $3::date - $4::int having count(*) > 0`)
