import type { CustomerCredit } from '@prometric/contracts/customer-commands'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** What a customer may still take on credit, what is overdue, and how the limit came to be. */
export async function creditOfCustomer(work: UnitOfWork, customerId: string): Promise<CustomerCredit> {
  const found = await work.row<{ credit: CustomerCredit }>(credit, [work.workspaceId, customerId, work.today])
  if (!found) throw new Refusal('NOT_FOUND')
  return found.credit
}

// An invoice was paid on time when it is paid and its last payment came by the due date.
const credit = sql`
  with customer as (
    select *, case when temporary_credit_until >= $3::date then greatest(coalesce(temporary_credit_limit, 0), credit_limit) else credit_limit end as in_force
    from app.customers where workspace_id = $1 and id = $2 and deleted_at is null
  ), invoiced as (
    select coalesce(sum(balance_due) filter (where status <> 'PAID' and due_date < $3::date), 0)::bigint as overdue,
      count(*) filter (where due_date between $3::date - 365 and $3::date) as due,
      count(*) filter (where due_date between $3::date - 365 and $3::date and status = 'PAID' and paid_at < (due_date + 1)) as on_time
    from app.invoices
    where workspace_id = $1 and customer_id = $2 and direction = 'SALES' and type in ('STANDARD', 'DEBIT_NOTE', 'RECURRING')
      and status not in ('DRAFT', 'CANCELLED') and deleted_at is null
  )
  select json_build_object(
    'customerId', customer.id, 'limit', app.money(customer.credit_limit), 'temporaryLimit', app.money(customer.temporary_credit_limit),
    'until', customer.temporary_credit_until, 'policy', customer.credit_policy, 'balance', app.money(customer.balance),
    'openOrders', app.money(customer.open_orders_amount),
    'available', app.money(customer.in_force - customer.balance - customer.open_orders_amount),
    'overdueAmount', app.money(invoiced.overdue),
    'paymentScore', case when invoiced.due >= 3 then round(10.0 * invoiced.on_time / invoiced.due, 1) end,
    'changes', coalesce((select json_agg(json_build_object('id', change.id, 'oldLimit', app.money(change.old_limit), 'newLimit', app.money(change.new_limit),
        'policy', change.policy, 'isTemporary', change.is_temporary, 'validUntil', change.valid_until, 'reason', change.reason,
        'createdBy', change.created_by, 'createdAt', change.created_at) order by change.created_at desc, change.id desc)
      from (select * from app.customer_credit_changes where workspace_id = $1 and customer_id = $2 order by created_at desc, id desc limit 100) change), '[]')
  ) as credit
  from customer, invoiced`
