-- as admin
alter function app.unchecked_books(timestamptz) owner to erp_owner;
alter function app.ready_jobs(text[], int) owner to erp_owner;
set role erp_owner;
drop function app.unchecked_books(timestamptz);
drop function app.ready_jobs(text[], int);
revoke select (workspace_id, id, occurred_at) on app.outbox_events from erp_definer;
drop policy looked_up on app.outbox_events;
drop table app.background_jobs;
delete from app.audit_exempt_table where name = 'background_jobs';
reset role;
