-- The audit at half its price: each row becomes JSON once. Without `offset 0` the planner writes the conversion into every place that reads it.
-- (Three order lines changed: 0.62 ms before, 0.27 ms now; inserted: 0.46 and 0.27.)
reset role;
create or replace function app.audit_insert() returns trigger language plpgsql security definer set search_path = pg_catalog, app as $$
declare
  acting text := nullif(current_setting('app.acting', true), '');
  behalf jsonb := case when acting is not null
    then jsonb_build_object('actedBy', acting, 'onBehalfOf', nullif(current_setting('app.actor_id', true), '')) end;
begin
  insert into app.audit_logs (organization_id, workspace_id, entity_type, entity_id, action, user_id, request_id, correlation_id, new_values, source, metadata)
  select (r.j->>'organization_id')::uuid, (r.j->>'workspace_id')::uuid, tg_table_name, (r.j->>'id')::uuid, 'CREATE',
    nullif(current_setting('app.actor_id', true), '')::uuid, nullif(current_setting('app.request_id', true), ''),
    nullif(current_setting('app.correlation_id', true), '')::uuid,
    (select jsonb_object_agg(c.key, c.value) from jsonb_each(r.j - '{organization_id,workspace_id,created_at,updated_at,version}'::text[]) c
      where c.value <> 'null'::jsonb),
    case when acting is null then 'API' else 'SYSTEM' end, behalf
  from (select to_jsonb(n) as j from new_rows n offset 0) r;
  return null;
end $$;

create or replace function app.audit_update() returns trigger language plpgsql security definer set search_path = pg_catalog, app as $$
declare
  acting text := nullif(current_setting('app.acting', true), '');
  behalf jsonb := case when acting is not null
    then jsonb_build_object('actedBy', acting, 'onBehalfOf', nullif(current_setting('app.actor_id', true), '')) end;
begin
  insert into app.audit_logs (organization_id, workspace_id, entity_type, entity_id, action, user_id, request_id, correlation_id, changes, source, metadata)
  select (r.n->>'organization_id')::uuid, (r.n->>'workspace_id')::uuid, tg_table_name, (r.n->>'id')::uuid, 'UPDATE',
    nullif(current_setting('app.actor_id', true), '')::uuid, nullif(current_setting('app.request_id', true), ''),
    nullif(current_setting('app.correlation_id', true), '')::uuid,
    (select jsonb_object_agg(a.key, jsonb_build_array(r.o -> a.key, a.value)) from jsonb_each(r.n) a
      where a.value is distinct from r.o -> a.key and a.key not in ('updated_at', 'version')),
    case when acting is null then 'API' else 'SYSTEM' end, behalf
  from (select to_jsonb(n) as n, to_jsonb(o) as o from new_rows n join old_rows o on o.id = n.id where n is distinct from o offset 0) r;
  return null;
end $$;
