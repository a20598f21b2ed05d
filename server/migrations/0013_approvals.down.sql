-- as admin
create or replace function app.audit_insert() returns trigger language plpgsql security definer set search_path = pg_catalog, app as $$
begin
  insert into app.audit_logs (organization_id, workspace_id, entity_type, entity_id, action, user_id, request_id, correlation_id, new_values)
  select (r.j->>'organization_id')::uuid, (r.j->>'workspace_id')::uuid, tg_table_name, (r.j->>'id')::uuid, 'CREATE',
    nullif(current_setting('app.actor_id', true), '')::uuid, nullif(current_setting('app.request_id', true), ''),
    nullif(current_setting('app.correlation_id', true), '')::uuid,
    (select jsonb_object_agg(c.key, c.value) from jsonb_each(r.j - '{organization_id,workspace_id,created_at,updated_at,version}'::text[]) c
      where c.value <> 'null'::jsonb)
  from (select to_jsonb(n) as j from new_rows n) r;
  return null;
end $$;
create or replace function app.audit_update() returns trigger language plpgsql security definer set search_path = pg_catalog, app as $$
begin
  insert into app.audit_logs (organization_id, workspace_id, entity_type, entity_id, action, user_id, request_id, correlation_id, changes)
  select (r.n->>'organization_id')::uuid, (r.n->>'workspace_id')::uuid, tg_table_name, (r.n->>'id')::uuid, 'UPDATE',
    nullif(current_setting('app.actor_id', true), '')::uuid, nullif(current_setting('app.request_id', true), ''),
    nullif(current_setting('app.correlation_id', true), '')::uuid,
    (select jsonb_object_agg(a.key, jsonb_build_array(b.value, a.value)) from jsonb_each(r.n) a join jsonb_each(r.o) b on b.key = a.key
      where a.value is distinct from b.value and a.key not in ('updated_at', 'version'))
  from (select to_jsonb(n) as n, to_jsonb(o) as o from new_rows n
    join old_rows o on to_jsonb(o)->>'id' = to_jsonb(n)->>'id' where n is distinct from o) r;
  return null;
end $$;
create or replace function app.audit_delete() returns trigger language plpgsql security definer set search_path = pg_catalog, app as $$
begin
  insert into app.audit_logs (organization_id, workspace_id, entity_type, entity_id, action, user_id, request_id, correlation_id, old_values)
  select (r.j->>'organization_id')::uuid, (r.j->>'workspace_id')::uuid, tg_table_name, (r.j->>'id')::uuid, 'DELETE',
    nullif(current_setting('app.actor_id', true), '')::uuid, nullif(current_setting('app.request_id', true), ''),
    nullif(current_setting('app.correlation_id', true), '')::uuid, (select jsonb_object_agg(c.key, c.value) from jsonb_each(r.j) c where c.value <> 'null'::jsonb)
  from (select to_jsonb(o) as j from old_rows o) r;
  return null;
end $$;
alter function app.late_approvals(timestamptz) owner to erp_owner;
set role erp_owner;
drop function app.late_approvals(timestamptz);
drop function app.may_answer(app.approval_requests, app.approval_steps, uuid);
drop function app.may_decide(app.approval_steps, uuid);
drop table app.approval_steps;
drop table app.approval_requests;
drop table app.approval_policies;
reset role;
