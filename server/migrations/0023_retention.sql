-- as admin
-- What has served its time is forgotten at night; what it is found by.
set role erp_owner;
create index login_attempts_by_age on app.login_attempts (created_at);
create index email_verifications_by_age on app.email_verifications (expires_at);
create index refresh_tokens_by_age on app.refresh_tokens (expires_at);
create index notifications_by_age on app.notifications (workspace_id, created_at);

-- Where it is to be done tonight: after three o'clock by the workspace's own clock, once a day.
create function app.unforgotten_days(at timestamptz)
returns table (organization_id uuid, workspace_id uuid, timezone text)
language sql stable security definer set search_path = pg_catalog, app as $$
  select w.organization_id, w.id, w.timezone from app.workspaces w
  where w.status = 'ACTIVE' and w.deleted_at is null
    and (at at time zone w.timezone)::time >= '03:00'
    and not exists (select from app.background_jobs j where j.workspace_id = w.id and j.kind = 'retention'
      and j.slot = to_char(at at time zone w.timezone, 'YYYY-MM-DD'))
$$;
grant create on schema app to erp_definer;
reset role;
alter function app.unforgotten_days(timestamptz) owner to erp_definer;
set role erp_owner;
revoke create on schema app from erp_definer;
reset role;
