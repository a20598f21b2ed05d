import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** The schedule of a deal that repeats: the next orders are made like its first one, at the agreed prices. */
export async function openRecurringSchedule(work: UnitOfWork, deal: { id: string; orderId: string }): Promise<string> {
  const id = newId()
  await work.rows(insert, [
    work.workspaceId,
    work.organizationId,
    id,
    deal.id,
    deal.orderId,
    work.today,
    work.actor.userId,
  ])
  return id
}

const insert = sql`
  insert into app.recurring_order_schedules (organization_id, workspace_id, id, name, customer_id, template_order_id, deal_id, frequency, day_of_month, start_date,
    end_date, occurrences, next_run_date, price_mode, auto_confirm, is_active, last_order_id, created_by)
  select $2, $1, $3, d.title, d.customer_id, $5, d.id, d.recurring_interval, extract(day from $6::date), $6::date, d.recurring_end_date, 1,
    ($6::date + case d.recurring_interval when 'MONTHLY' then interval '1 month' when 'QUARTERLY' then interval '3 months' else interval '1 year' end)::date,
    'FIXED', true, true, $5, $7
  from app.deals d where d.workspace_id = $1 and d.id = $4`
