-- What is on paper stays as it was written. The application may move a document through its life and count what was paid and credited;
-- amounts, parties and what a sum is made of are written once, and no row of money is deleted. Privileges cost nothing at run time.

-- Of these columns of a table the application's updates may name none but the ones that live on.
create function app.keep_written(target regclass, written text[]) returns void language plpgsql set search_path = pg_catalog, app as $$
begin
  execute format('revoke update, delete on %s from erp_app', target);
  execute (
    select format('grant update (%s) on %s to erp_app', string_agg(format('%I', attname), ', ' order by attnum), target)
    from pg_attribute
    where attrelid = target and attnum > 0 and not attisdropped and attgenerated = '' and attname <> all (written)
      and attname not in ('organization_id', 'workspace_id', 'id', 'created_at'));
end $$;

select app.keep_written('app.invoices', array['direction', 'type', 'customer_id', 'supplier_id', 'order_id', 'deal_id', 'original_invoice_id',
  'subtotal', 'discount_amount', 'tax_amount', 'shipping_cost', 'total_amount', 'currency']);
select app.keep_written('app.invoice_items', array['invoice_id', 'line_no', 'product_id', 'original_item_id', 'description', 'quantity', 'unit',
  'unit_price', 'price_includes_vat', 'discount', 'discount_type', 'gross_amount', 'line_discount_amount', 'document_discount_share',
  'tax_category', 'vat_rate', 'net_amount', 'tax_amount', 'total_price']);
select app.keep_written('app.payments', array['direction', 'customer_id', 'supplier_id', 'amount', 'currency', 'payment_date', 'method', 'gateway',
  'external_id', 'payment_number']);
select app.keep_written('app.payment_allocations', array['payment_id', 'invoice_id', 'amount', 'allocated_at', 'allocated_by']);
select app.keep_written('app.refunds', array['refund_number', 'payment_id', 'customer_id', 'order_id', 'credit_note_id', 'amount', 'method',
  'idempotency_key']);
select app.keep_written('app.number_sequences', array['document_type', 'year']);
drop function app.keep_written(regclass, text[]);

-- Orders are put away, never deleted; so are the shelves and what is promised of them.
revoke delete on app.orders, app.inventory_items, app.stock_reservations from erp_app;
