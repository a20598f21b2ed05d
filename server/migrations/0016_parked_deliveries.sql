-- as admin
-- A parked delivery keeps since when it is parked, why in words, and who decided what. Decisions of people are audited; tries are not.
set role erp_owner;

alter table app.event_deliveries
  add column parked_at timestamptz,
  add column resolved_at timestamptz,
  -- The refusal behind last_error, so that every reader has it in their own language.
  add column error_code text,
  add column error_facts jsonb;

-- The relay never names resolved_by: this runs for decisions only.
create function app.audit_delivery_decision() returns trigger language plpgsql security definer set search_path = pg_catalog, app as $$
begin
  insert into app.audit_logs (organization_id, workspace_id, entity_type, entity_id, action, user_id, request_id, correlation_id, changes, reason, metadata)
  values (new.organization_id, new.workspace_id, 'event_deliveries', new.event_id, 'UPDATE',
    nullif(current_setting('app.actor_id', true), '')::uuid, nullif(current_setting('app.request_id', true), ''),
    nullif(current_setting('app.correlation_id', true), '')::uuid,
    jsonb_build_object('state', jsonb_build_array(old.state, new.state), 'attempts', jsonb_build_array(old.attempts, new.attempts)),
    new.resolve_reason, jsonb_build_object('consumer', new.consumer, 'eventName', new.event_name, 'lastError', old.last_error));
  return null;
end $$;
create trigger audit_decision after update of resolved_by on app.event_deliveries for each row execute function app.audit_delivery_decision();

grant create on schema app to erp_audit;
reset role;
alter function app.audit_delivery_decision() owner to erp_audit;
set role erp_owner;
revoke create on schema app from erp_audit;
select app.secure_tables();
reset role;
