/**
 * What somebody who holds the application's own login might try against the books, each in the tenant's context. `[what, statement]`; a
 * statement that touches no row proves nothing and fails the proof.
 */
const invoice = `(select id from app.invoices where type = 'STANDARD' and status = 'PARTIAL' limit 1)`
const payment = `(select id from app.payments where direction = 'INCOMING' and allocated_amount > 0 and unallocated_amount > 0 limit 1)`
const customer = `(select party_id from app.customer_ledger_entries limit 1)`
const order = `(select id from app.orders where status = 'PROCESSING' and total_amount > 0 limit 1)`
const tenant = `app.organization_id(), app.workspace_id(), app.uuid_v7()`

export const moneyAttempts: ReadonlyArray<readonly [what: string, text: string]> = [
  ['an invoice’s total alone', `update app.invoices set total_amount = total_amount + 1 where id = ${invoice}`],
  [
    'an invoice’s total with its subtotal',
    `update app.invoices set subtotal = subtotal + 1, total_amount = total_amount + 1 where id = ${invoice}`,
  ],
  [
    'an invoice below nothing',
    `update app.invoices set subtotal = -1, total_amount = tax_amount - 1 where id = ${invoice}`,
  ],
  [
    'an invoice of another customer',
    `update app.invoices set customer_id = (select id from app.customers limit 1) where id = ${invoice}`,
  ],
  ['an invoice paid beyond its total', `update app.invoices set paid_amount = total_amount + 1 where id = ${invoice}`],
  ['an invoice paid a little more', `update app.invoices set paid_amount = paid_amount + 1 where id = ${invoice}`],
  [
    'an invoice credited beyond its total',
    `update app.invoices set credited_amount = total_amount + 1 where id = ${invoice}`,
  ],
  [
    'an invoice credited without a note',
    `update app.invoices set credited_amount = credited_amount + 1 where id = ${invoice}`,
  ],
  ['an invoice deleted', `delete from app.invoices where id = ${invoice}`],
  ['an invoice put away', `update app.invoices set deleted_at = now() where id = ${invoice}`],
  [
    'an invoice cancelled behind the program’s back',
    `update app.invoices set status = 'CANCELLED' where id = ${invoice}`,
  ],
  ['an invoice without its number', `update app.invoices set invoice_number = null where id = ${invoice}`],
  [
    'an invoice with another number',
    `update app.invoices set invoice_number = 'INV-2026-999999' where id = ${invoice}`,
  ],
  [
    'a line’s amount',
    `update app.invoice_items set net_amount = net_amount + 1, total_price = total_price + 1 where invoice_id = ${invoice}`,
  ],
  [
    'a line’s VAT with its total',
    `update app.invoice_items set tax_amount = tax_amount + 1, total_price = total_price + 1 where id = (select id from app.invoice_items where invoice_id = ${invoice} and vat_rate > 0 limit 1)`,
  ],
  ['a line’s quantity', `update app.invoice_items set quantity = quantity + 1 where invoice_id = ${invoice}`],
  ['a line deleted', `delete from app.invoice_items where invoice_id = ${invoice}`],
  [
    'a line added to an issued invoice',
    `insert into app.invoice_items (organization_id, workspace_id, id, invoice_id, line_no, description, quantity, unit, unit_price, price_includes_vat, net_amount, total_price)
     values (${tenant}, ${invoice}, 999, 'more', 1, 'шт', 1, true, 1, 1)`,
  ],
  ['a payment’s amount', `update app.payments set amount = amount + 1 where id = ${payment}`],
  ['a payment’s amount below what is allocated', `update app.payments set amount = 1 where id = ${payment}`],
  [
    'a payment of another customer',
    `update app.payments set customer_id = (select id from app.customers limit 1) where id = ${payment}`,
  ],
  [
    'a payment allocated beyond its amount',
    `update app.payments set allocated_amount = amount + 1 where id = ${payment}`,
  ],
  [
    'a payment allocated a little more',
    `update app.payments set allocated_amount = allocated_amount + 1 where id = ${payment}`,
  ],
  [
    'a payment refunded without a refund',
    `update app.payments set refunded_amount = refunded_amount + 1 where id = ${payment}`,
  ],
  ['a payment deleted', `delete from app.payments where id = ${payment}`],
  ['an allocation deleted', `delete from app.payment_allocations where payment_id = ${payment}`],
  ['an allocation’s amount', `update app.payment_allocations set amount = amount + 1 where payment_id = ${payment}`],
  [
    'an allocation taken back alone',
    `update app.payment_allocations set reversed_at = now() where payment_id = ${payment} and reversed_at is null`,
  ],
  [
    'an allocation out of nothing',
    `insert into app.payment_allocations (organization_id, workspace_id, id, payment_id, invoice_id, amount) values (${tenant}, ${payment}, ${invoice}, 1)`,
  ],
  ['a refund’s amount', `update app.refunds set amount = amount + 1 where status = 'COMPLETED'`],
  ['a refund deleted', `delete from app.refunds where status = 'COMPLETED'`],
  ['an entry of the ledger changed', `update app.customer_ledger_entries set debit = debit + 1 where debit > 0`],
  ['an entry of the ledger deleted', `delete from app.customer_ledger_entries`],
  [
    'an entry of the ledger on both sides',
    `insert into app.customer_ledger_entries (organization_id, workspace_id, id, party_id, type, document_type, document_id, date, debit, credit, balance_after)
     values (${tenant}, ${customer}, 'ADJUSTMENT', 'NOTE', app.uuid_v7(), current_date, 1, 1, 0)`,
  ],
  [
    'an entry of the ledger out of nothing',
    `insert into app.customer_ledger_entries (organization_id, workspace_id, id, party_id, type, document_type, document_id, date, debit, balance_after)
     values (${tenant}, ${customer}, 'ADJUSTMENT', 'NOTE', app.uuid_v7(), current_date, 1, 1)`,
  ],
  [
    'a second entry of one document',
    `insert into app.customer_ledger_entries (organization_id, workspace_id, id, party_id, type, document_type, document_id, date, debit, credit, balance_after)
     select organization_id, workspace_id, app.uuid_v7(), party_id, type, document_type, document_id, date, debit, credit, balance_after from app.customer_ledger_entries limit 1`,
  ],
  ['a customer’s balance', `update app.customers set balance = balance - 1 where id = ${customer}`],
  [
    'a customer’s open orders',
    `update app.customers set open_orders_amount = open_orders_amount + 1 where id = ${customer}`,
  ],
  ['an order’s total alone', `update app.orders set total_amount = total_amount + 1 where id = ${order}`],
  [
    'an order’s total with its subtotal',
    `update app.orders set subtotal = subtotal + 1, total_amount = total_amount + 1 where id = ${order}`,
  ],
  ['an order paid without a payment', `update app.orders set paid_amount = paid_amount + 1 where id = ${order}`],
  ['an order deleted', `delete from app.orders where id = ${order}`],
  ['a line of an order below nothing', `update app.order_items set net_amount = -1 where order_id = ${order}`],
  ['a line’s net in an order', `update app.order_items set net_amount = net_amount + 1 where order_id = ${order}`],
  ['a deal’s ordered amount', `update app.deals set ordered_amount = ordered_amount + 1 where ordered_amount > 0`],
  ['a cancellation undone', `delete from app.order_cancellations`],
  ['stock below nothing', `update app.inventory_items set quantity = -1 where quantity > 0`],
  ['more promised than there is', `update app.inventory_items set reserved_quantity = quantity + 1`],
  ['stock without a movement', `update app.inventory_items set quantity = quantity + 1`],
  ['a movement changed', `update app.stock_movements set quantity = quantity + 1`],
  ['a movement deleted', `delete from app.stock_movements`],
  ['a reservation deleted', `delete from app.stock_reservations`],
  ['a legal number used twice', `update app.number_sequences set next_value = 1 where document_type = 'INV'`],
  ['legal numbers left out', `update app.number_sequences set next_value = next_value + 5 where document_type = 'INV'`],
  ['the sequence deleted', `delete from app.number_sequences`],
  ['the whole ledger emptied', 'truncate app.customer_ledger_entries'],
  ['the audit of it all deleted', 'delete from app.audit_logs'],
  ['the walls taken down', 'alter table app.invoices disable row level security'],
  ['the checks put to sleep', 'set local session_replication_role = replica'],
  ['a check dropped', 'alter table app.invoices drop constraint invoices_paid_ck'],
]

/** One tiyn changed by somebody whom no wall stops, in each book: every one must be found. */
export const oneTiyn: ReadonlyArray<readonly [what: string, text: string]> = [
  ['a customer’s balance', `update app.customers set balance = balance + 1 where id = ${customer}`],
  [
    'an entry of the ledger',
    `update app.customer_ledger_entries set debit = debit + 1 where id = (select id from app.customer_ledger_entries where debit > 0 limit 1)`,
  ],
  [
    'an invoice',
    `update app.invoices set subtotal = subtotal + 1, total_amount = total_amount + 1 where id = ${invoice}`,
  ],
  [
    'a line of an invoice',
    `update app.invoice_items set net_amount = net_amount + 1, total_price = total_price + 1 where invoice_id = ${invoice} and line_no = 1`,
  ],
  ['a payment', `update app.payments set amount = amount + 1 where id = ${payment}`],
  [
    'an allocation',
    `update app.payment_allocations set amount = amount + 1 where id = (select id from app.payment_allocations where reversed_at is null limit 1)`,
  ],
  ['an order', `update app.orders set subtotal = subtotal + 1, total_amount = total_amount + 1 where id = ${order}`],
  [
    'a line of an order',
    `update app.order_items set net_amount = net_amount + 1 where id = (select id from app.order_items where order_id = ${order} and parent_item_id is null limit 1)`,
  ],
  [
    'a deal',
    `update app.deals set paid_amount = paid_amount + 1 where id = (select id from app.deals where stage = 'WON' limit 1)`,
  ],
]
