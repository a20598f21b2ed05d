-- as admin
-- The audit functions and the doors through the tenant wall belong to roles that nobody can log in as.
set role erp_owner;
grant create on schema app to erp_audit, erp_definer;
reset role;
alter function app.audit_insert() owner to erp_audit;
alter function app.audit_update() owner to erp_audit;
alter function app.audit_delete() owner to erp_audit;
alter function app.memberships_of(uuid, uuid) owner to erp_definer;
alter function app.take_numbers(uuid, uuid, text[], int[], int[]) owner to erp_definer;
alter function app.ready_deliveries(int) owner to erp_definer;
set role erp_owner;
revoke create on schema app from erp_audit, erp_definer;
reset role;
