drop table app.customer_credit_changes;
drop table app.customer_status_history;
drop table app.customer_notes;
drop table app.customer_addresses;
drop table app.customer_contacts;
drop table app.customers;
