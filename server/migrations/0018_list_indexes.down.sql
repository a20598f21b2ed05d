-- as admin
alter function app.found_by_words(text, text, int) owner to erp_owner;
set role erp_owner;
drop trigger keep_words on app.customer_contacts;
drop trigger keep_words on app.customers;
drop trigger keep_words on app.products;
drop trigger count_updated on app.deals;
drop trigger count_inserted on app.deals;
drop function app.found_by_words(text, text, int);
drop function app.keep_words();
drop table app.search_documents, app.deal_totals;
drop function app.customer_words(app.customers), app.product_words(app.products), app.grams(uuid, text, text), app.fold(text), app.count_deals();
delete from app.audit_exempt_table where name in ('deal_totals', 'search_documents');
drop index app.products_by_name, app.customers_by_age, app.deals_by_age, app.orders_by_age, app.deals_on_board;
reset role;
