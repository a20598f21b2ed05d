-- as admin
-- Chores that people can watch: one row each, which is the truth about it whatever queue runs it. A slot of the schedule is a unique row,
-- so that any number of processes may tick.
set role erp_owner;
insert into app.audit_exempt_table values ('background_jobs');
create table app.background_jobs (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  kind varchar(60) not null,
  payload jsonb not null default '{}',
  state text not null default 'QUEUED' check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  progress smallint not null default 0 check (progress between 0 and 100),
  -- Where the last of its transactions left off: whoever takes it over goes on from there.
  reached jsonb,
  result jsonb,
  error text,
  attempts int not null default 0,
  requested_by uuid,
  correlation_id uuid not null,
  slot varchar(40),
  next_at timestamptz not null default now(),
  -- Whose it is while it runs: only the holder of the lease may write its progress and its end.
  lease uuid,
  lease_until timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (workspace_id, id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  constraint background_jobs_slot_uq unique (workspace_id, kind, slot),
  constraint background_jobs_lease_ck check ((state = 'RUNNING') = (lease is not null) and (lease is null) = (lease_until is null)),
  constraint background_jobs_end_ck check ((state in ('DONE', 'FAILED')) = (finished_at is not null))
);
create index background_jobs_ready on app.background_jobs (kind, next_at) where state in ('QUEUED', 'RUNNING');
create index background_jobs_open on app.background_jobs (workspace_id, kind) where state in ('QUEUED', 'RUNNING');
create index background_jobs_newest on app.background_jobs (workspace_id, created_at);
select app.secure_tables();

create policy looked_up on app.background_jobs for select to erp_definer using (true);
create policy looked_up on app.outbox_events for select to erp_definer using (true);
grant select on app.background_jobs to erp_definer;
grant select (workspace_id, id, occurred_at) on app.outbox_events to erp_definer;

-- Which jobs may be run now, over all tenants: those whose time has come, and those whose worker is gone. Names no payload.
create function app.ready_jobs(of_kinds text[], at_most int)
returns table (organization_id uuid, workspace_id uuid, id uuid, kind text)
language sql stable security definer set search_path = pg_catalog, app as $$
  select j.organization_id, j.workspace_id, j.id, j.kind from app.background_jobs j
  where j.kind = any(of_kinds) and j.state in ('QUEUED', 'RUNNING') and case j.state when 'QUEUED' then j.next_at else j.lease_until end <= now()
  order by j.next_at, j.id limit at_most
$$;

-- Where the books are to be looked through tonight: after two o'clock by the workspace's own clock, once a day, if anything happened since.
create function app.unchecked_books(at timestamptz)
returns table (organization_id uuid, workspace_id uuid, timezone text)
language sql stable security definer set search_path = pg_catalog, app as $$
  select w.organization_id, w.id, w.timezone from app.workspaces w
  where w.status = 'ACTIVE' and w.deleted_at is null
    and (at at time zone w.timezone)::time >= '02:00'
    and not exists (select from app.background_jobs j where j.workspace_id = w.id and j.kind = 'integrity-check'
      and j.slot = to_char(at at time zone w.timezone, 'YYYY-MM-DD'))
    and (select e.occurred_at from app.outbox_events e where e.workspace_id = w.id order by e.id desc limit 1)
      > coalesce((select max(j.created_at) from app.background_jobs j where j.workspace_id = w.id and j.kind = 'integrity-check'), '-infinity')
$$;
grant create on schema app to erp_definer;
reset role;
alter function app.ready_jobs(text[], int) owner to erp_definer;
alter function app.unchecked_books(timestamptz) owner to erp_definer;
set role erp_owner;
revoke create on schema app from erp_definer;
reset role;
