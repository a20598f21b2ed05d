import { newId } from '../../../kernel/ids.js'
import { Money } from '../../../kernel/money.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { itemColumns, itemValues } from '../invoice-items.js'
import { applyAdvances, type AppliedAdvance } from './apply-advances.js'
import { issueInvoice } from './issue-invoice.js'

/**
 * The additional invoice of a line that was added to an order after its invoice: a debit note beside it, issued with its number. The
 * line's source key makes a second one impossible. An order that has no invoice yet owes none: its own will hold the line.
 */
export async function invoiceMore(
  work: UnitOfWork,
  orderId: string,
  orderItemId: string,
): Promise<readonly AppliedAdvance[]> {
  const id = newId()
  const sourceKey = `order:${orderId}:more:${orderItemId}`
  const made = await work.row<{ totalAmount: bigint; customerId: string; dealId: string | null }>(insert, [
    work.workspaceId,
    work.organizationId,
    orderId,
    orderItemId,
    id,
    sourceKey,
    work.actor.userId,
  ])
  if (!made) return []
  work.announce({
    name: 'invoice.created',
    aggregateType: 'invoice',
    aggregateId: id,
    aggregateVersion: 1,
    payload: {
      invoiceId: id,
      type: 'DEBIT_NOTE',
      customerId: made.customerId,
      orderId,
      dealId: made.dealId,
      totalAmount: Money.of(made.totalAmount).toNumber(),
      invoiceNumber: null,
      status: 'DRAFT',
    },
  })
  await issueInvoice(work, id)
  const applies = await work.setting<boolean>('finance.applyAdvances')
  return applies ? applyAdvances(work, { orderId, invoiceId: id, customerId: made.customerId }) : []
}

const insert = sql`
  with line as (
    select i.* from app.order_items i where i.workspace_id = $1 and i.order_id = $3 and i.id = $4 and i.total_price > 0
  ), made as (
    insert into app.invoices (organization_id, workspace_id, id, type, status, customer_id, order_id, deal_id, original_invoice_id, source_key, subtotal,
      discount_amount, tax_amount, total_amount, tax_summary, payment_terms, payment_method, po_number, contract_number, created_by)
    select $2, $1, $5, 'DEBIT_NOTE', 'DRAFT', o.customer_id, o.id, o.deal_id, first.id, $6, line.net_amount, line.line_discount_amount + line.document_discount_share,
      line.tax_amount, line.total_price, jsonb_build_array(jsonb_build_object('rate', case when line.vat_exempt then null else line.vat_rate end,
        'net', app.money(line.net_amount), 'tax', app.money(line.tax_amount))), o.payment_terms, o.payment_method, o.po_number, o.contract_number, $7
    from line join app.orders o on o.workspace_id = $1 and o.id = line.order_id
    join app.invoices first on first.workspace_id = $1 and first.order_id = o.id and first.type = 'STANDARD' and first.status not in ('DRAFT', 'CANCELLED')
    on conflict do nothing
    returning id, total_amount, customer_id, deal_id
  ), item as (
    insert into app.invoice_items (organization_id, workspace_id, id, invoice_id, line_no, quantity, ${itemColumns})
    select $2, $1, app.uuid_v7(), made.id, 1, line.quantity, ${itemValues}
    from line cross join made
  ), invoiced as (
    update app.order_items i set quantity_invoiced = i.quantity from made where i.workspace_id = $1 and i.id = $4
  )
  select total_amount as "totalAmount", customer_id as "customerId", deal_id as "dealId" from made`
