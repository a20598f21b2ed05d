-- as admin
alter function app.audit_insert() owner to erp_owner;
alter function app.audit_update() owner to erp_owner;
alter function app.audit_delete() owner to erp_owner;
alter function app.memberships_of(uuid, uuid) owner to erp_owner;
alter function app.take_numbers(uuid, uuid, text[], int[], int[]) owner to erp_owner;
alter function app.ready_deliveries(int) owner to erp_owner;
