grant update, delete on app.invoices, app.invoice_items, app.payments, app.payment_allocations, app.refunds, app.number_sequences to erp_app;
grant delete on app.orders, app.inventory_items, app.stock_reservations to erp_app;
