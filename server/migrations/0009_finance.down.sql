drop table app.invoice_reminders;
drop table app.customer_ledger_entries;
drop table app.refunds;
drop table app.payment_allocations;
drop table app.payments;
drop table app.invoice_items;
drop table app.invoices;
