-- as admin
alter function app.audit_delivery_decision() owner to erp_owner;
set role erp_owner;
drop trigger audit_decision on app.event_deliveries;
drop function app.audit_delivery_decision();
alter table app.event_deliveries drop column error_facts, drop column error_code, drop column resolved_at, drop column parked_at;
reset role;
