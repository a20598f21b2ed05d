drop function app.bundle_obstacle(uuid, uuid);
drop index app.payments_advances;
alter table app.order_items drop column tax_share, drop column revenue_share, drop column vat_date, drop column vat_category;
alter table app.deal_products drop column vat_date, drop column vat_rate_id, drop column vat_category;
alter table app.products drop column vat_rate_typed;
