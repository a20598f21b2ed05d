-- The ground that every module stands on: tenancy, people, settings, numbers, events, chains, audit.
-- Runs as erp_owner in schema app. The application connects as erp_app, which owns nothing.

alter default privileges in schema app grant select, insert, update, delete on tables to erp_app;
alter default privileges in schema app grant usage on sequences to erp_app;

-- Tables that belong to no tenant. A short reviewed list: the catalogue test reads it.
create table app.global_table (name name primary key);
insert into app.global_table values
  ('global_table'), ('migrations'), ('organizations'), ('users'), ('email_verifications'), ('refresh_tokens'), ('login_attempts');

-- Tenant context. A setting that was local to an earlier transaction comes back as '', not as null.
create function app.organization_id() returns uuid language plpgsql stable as $$
declare v text := nullif(current_setting('app.organization_id', true), '');
begin
  if v is null then raise exception 'no tenant context' using errcode = '42501'; end if;
  return v::uuid;
end $$;

create function app.workspace_id() returns uuid language plpgsql stable as $$
declare v text := nullif(current_setting('app.workspace_id', true), '');
begin
  if v is null then raise exception 'no tenant context' using errcode = '42501'; end if;
  return v::uuid;
end $$;

-- Business time: the operation's clock when it was moved, the database's otherwise.
create function app.now() returns timestamptz language sql stable as
$$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;

-- Amounts leave as exact JSON numbers.
create function app.money(tiyn bigint) returns numeric language sql immutable as $$ select round(tiyn / 100.0, 2) $$;
create function app.price(units bigint) returns numeric language sql immutable as $$ select round(units / 10000.0, 4) $$;

create function app.uuid_v7() returns uuid language sql volatile as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid $$;

create table app.organizations (
  id uuid primary key,
  name varchar(255) not null,
  legal_name varchar(500),
  bin char(12),
  iin char(12),
  type text not null default 'TOO' check (type in ('TOO', 'AO', 'IP', 'GU', 'KH', 'OTHER')),
  industry varchar(100),
  size text check (size in ('1-10', '11-50', '51-200', '201-500', '500+')),
  address jsonb, phone varchar(20), email varchar(255), website varchar(255), logo_file_id uuid,
  bank_account varchar(20), bank_bik varchar(11), kbe char(2),
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'INACTIVE', 'SUSPENDED')),
  owner_id uuid,
  accepts_join_requests boolean not null default true,
  settings jsonb not null default '{}', metadata jsonb not null default '{}',
  created_at timestamptz not null default app.now(), updated_at timestamptz not null default app.now(),
  created_by uuid, updated_by uuid, deleted_at timestamptz, deleted_by uuid,
  version int not null default 1
);
create unique index organizations_bin on app.organizations (bin) where deleted_at is null;
create unique index organizations_iin on app.organizations (iin) where deleted_at is null;

create table app.workspaces (
  organization_id uuid not null references app.organizations (id),
  id uuid not null,
  name varchar(255) not null,
  type text not null default 'MAIN' check (type in ('MAIN', 'DIVISION', 'BRANCH', 'PROJECT', 'DEPARTMENT')),
  description text,
  is_default boolean not null default false,
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'INACTIVE', 'ARCHIVED')),
  timezone text not null default 'Asia/Almaty',
  locale text not null default 'ru' check (locale in ('ru', 'kk', 'en')),
  currency char(3) not null default 'KZT' check (currency = 'KZT'),
  settings jsonb not null default '{}',
  created_at timestamptz not null default app.now(), updated_at timestamptz not null default app.now(),
  created_by uuid, updated_by uuid, deleted_at timestamptz, deleted_by uuid,
  version int not null default 1,
  primary key (organization_id, id)
);
create unique index workspaces_default on app.workspaces (organization_id) where is_default and deleted_at is null;

create table app.users (
  id uuid primary key,
  email varchar(255) not null check (email = lower(email)),
  password_hash text not null,
  first_name varchar(100) not null, last_name varchar(100) not null, middle_name varchar(100),
  phone varchar(20),
  locale text not null default 'ru' check (locale in ('ru', 'kk', 'en')),
  avatar_file_id uuid,
  status text not null default 'PENDING' check (status in ('PENDING', 'ACTIVE', 'INACTIVE', 'SUSPENDED', 'REJECTED')),
  registration_status text not null default 'EMAIL_PENDING'
    check (registration_status in ('EMAIL_PENDING', 'EMAIL_VERIFIED', 'APPROVAL_PENDING', 'COMPLETED', 'REJECTED')),
  email_verified_at timestamptz, onboarding_completed_at timestamptz,
  last_login_at timestamptz, last_ip inet,
  failed_login_count int not null default 0, locked_until timestamptz,
  password_changed_at timestamptz not null default now(),
  token_version int not null default 0,
  mfa_enabled boolean not null default false,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  deleted_at timestamptz
);
create unique index users_email on app.users (email) where deleted_at is null;

create table app.email_verifications (
  id uuid primary key,
  user_id uuid references app.users (id),
  email varchar(255) not null,
  code_hash text not null,
  type text not null check (type in ('REGISTRATION', 'PASSWORD_RESET', 'EMAIL_CHANGE', 'ONBOARDING')),
  expires_at timestamptz not null,
  attempts int not null default 0,
  used_at timestamptz,
  ip inet,
  created_at timestamptz not null default now()
);
create index email_verifications_by_email on app.email_verifications (email, type, created_at desc);
create index email_verifications_by_user on app.email_verifications (user_id);

create table app.refresh_tokens (
  id uuid primary key,
  user_id uuid not null references app.users (id),
  family_id uuid not null,
  token_hash text not null unique,
  device_info jsonb, ip inet, user_agent text,
  remember_me boolean not null default false,
  expires_at timestamptz not null,
  rotated_at timestamptz, successor text,
  revoked_at timestamptz, revoked_reason text,
  created_at timestamptz not null default now()
);
create index refresh_tokens_by_user on app.refresh_tokens (user_id);
create index refresh_tokens_by_family on app.refresh_tokens (family_id);

create table app.login_attempts (
  id uuid primary key default gen_random_uuid(),
  email varchar(255) not null, ip inet, success boolean not null, reason text,
  created_at timestamptz not null default now()
);
create index login_attempts_by_email on app.login_attempts (email, created_at desc);

create table app.roles (
  organization_id uuid not null references app.organizations (id),
  id uuid not null,
  code varchar(50) not null, name varchar(255) not null, name_translations jsonb not null default '{}',
  is_system boolean not null default false,
  base_role text not null check (base_role in ('OWNER', 'ADMIN', 'MANAGER', 'EMPLOYEE')),
  data_scope text not null check (data_scope in ('OWN', 'DEPARTMENT', 'WORKSPACE')),
  created_at timestamptz not null default app.now(), updated_at timestamptz not null default app.now(),
  created_by uuid, updated_by uuid, deleted_at timestamptz, deleted_by uuid,
  primary key (organization_id, id)
);
create unique index roles_code on app.roles (organization_id, code) where deleted_at is null;

create table app.role_permissions (
  organization_id uuid not null,
  id uuid not null,
  role_id uuid not null,
  permission varchar(60) not null,
  created_at timestamptz not null default app.now(), updated_at timestamptz not null default app.now(),
  primary key (organization_id, id),
  unique (organization_id, role_id, permission),
  foreign key (organization_id, role_id) references app.roles (organization_id, id)
);

create table app.departments (
  organization_id uuid not null, workspace_id uuid not null, id uuid not null,
  name varchar(255) not null, code varchar(50), description text,
  parent_id uuid, head_employee_id uuid,
  budget bigint not null default 0, cost_center varchar(50),
  is_active boolean not null default true, settings jsonb not null default '{}',
  created_at timestamptz not null default app.now(), updated_at timestamptz not null default app.now(),
  created_by uuid, updated_by uuid, deleted_at timestamptz, deleted_by uuid,
  primary key (workspace_id, id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, parent_id) references app.departments (workspace_id, id)
);
create unique index departments_code on app.departments (workspace_id, code) where deleted_at is null;
create index departments_parent on app.departments (workspace_id, parent_id);

create table app.employees (
  organization_id uuid not null, workspace_id uuid not null, id uuid not null,
  user_id uuid references app.users (id),
  employee_number varchar(30),
  first_name varchar(100) not null, last_name varchar(100) not null, middle_name varchar(100),
  email varchar(255) not null, phone varchar(20), iin char(12), position varchar(255),
  department_id uuid, manager_id uuid,
  organization_role text not null default 'EMPLOYEE' check (organization_role in ('OWNER', 'ADMIN', 'MANAGER', 'EMPLOYEE')),
  hire_date date, termination_date date,
  salary bigint, currency char(3) not null default 'KZT',
  status text not null default 'PENDING' check (status in ('PENDING', 'ACTIVE', 'INACTIVE', 'TERMINATED', 'REJECTED')),
  skills text[] not null default '{}', workload numeric(7, 4) not null default 0, performance_score numeric(4, 2),
  emergency_contact jsonb, documents jsonb not null default '[]',
  created_at timestamptz not null default app.now(), updated_at timestamptz not null default app.now(),
  created_by uuid, updated_by uuid, deleted_at timestamptz, deleted_by uuid,
  version int not null default 1,
  primary key (workspace_id, id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, department_id) references app.departments (workspace_id, id),
  foreign key (workspace_id, manager_id) references app.employees (workspace_id, id)
);
create unique index employees_number on app.employees (workspace_id, employee_number) where deleted_at is null;
create unique index employees_user on app.employees (workspace_id, user_id) where deleted_at is null;
create index employees_by_user on app.employees (user_id);
create index employees_department on app.employees (workspace_id, department_id);
create index employees_manager on app.employees (workspace_id, manager_id);
alter table app.departments add foreign key (workspace_id, head_employee_id) references app.employees (workspace_id, id);
create index departments_head on app.departments (workspace_id, head_employee_id);

create table app.workspace_members (
  organization_id uuid not null, workspace_id uuid not null, id uuid not null,
  user_id uuid not null references app.users (id),
  employee_id uuid,
  role_id uuid not null,
  status text not null default 'ACTIVE' check (status in ('PENDING', 'ACTIVE', 'DISABLED')),
  extra_permissions text[] not null default '{}', denied_permissions text[] not null default '{}',
  data_scope text check (data_scope in ('OWN', 'DEPARTMENT', 'WORKSPACE')),
  joined_at timestamptz, invited_by uuid,
  created_at timestamptz not null default app.now(), updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  unique (workspace_id, user_id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (organization_id, role_id) references app.roles (organization_id, id),
  foreign key (workspace_id, employee_id) references app.employees (workspace_id, id)
);
create index workspace_members_user on app.workspace_members (user_id);
create index workspace_members_role on app.workspace_members (organization_id, role_id);
create index workspace_members_employee on app.workspace_members (workspace_id, employee_id);

create table app.join_requests (
  organization_id uuid not null references app.organizations (id),
  id uuid not null,
  user_id uuid not null references app.users (id),
  status text not null default 'PENDING' check (status in ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  requested_department varchar(255), requested_position varchar(255), experience text,
  skills text[] not null default '{}', message text,
  decided_by uuid, decided_at timestamptz, rejection_reason text,
  can_reapply boolean not null default true, reapply_after date,
  created_at timestamptz not null default app.now(), updated_at timestamptz not null default app.now(),
  primary key (organization_id, id)
);
create unique index join_requests_pending on app.join_requests (organization_id, user_id) where status = 'PENDING';
create index join_requests_user on app.join_requests (user_id);

create table app.app_settings (
  organization_id uuid not null, workspace_id uuid not null, id uuid not null,
  key varchar(100) not null, category varchar(50) not null default 'GENERAL',
  value jsonb not null, data_type varchar(20) not null default 'json',
  is_secret boolean not null default false, is_readonly boolean not null default false,
  created_at timestamptz not null default app.now(), updated_at timestamptz not null default app.now(),
  created_by uuid, updated_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, key),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id)
);

-- Internal documents: unique, gaps allowed, served outside the transaction in blocks of what is waiting.
create table app.document_counters (
  organization_id uuid not null, workspace_id uuid not null,
  document_type varchar(10) not null, year int not null,
  next_value bigint not null default 1,
  primary key (workspace_id, document_type, year),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id)
);
-- Legal documents: gapless, taken in the transaction that issues them, last.
create table app.number_sequences (
  organization_id uuid not null, workspace_id uuid not null, id uuid not null default app.uuid_v7(),
  document_type varchar(10) not null, year int not null,
  prefix varchar(10) not null, next_value bigint not null default 1, padding int not null default 6,
  created_at timestamptz not null default app.now(), updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  unique (workspace_id, document_type, year),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id)
);

create table app.idempotency_keys (
  organization_id uuid not null, workspace_id uuid not null, user_id uuid not null,
  route text not null, key text not null,
  request_hash text not null,
  status int, response jsonb,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '30 days',
  primary key (workspace_id, user_id, route, key)
);

create table app.outbox_events (
  organization_id uuid not null, workspace_id uuid not null, id uuid not null,
  pos bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  aggregate_type text not null, aggregate_id uuid not null, aggregate_version int not null,
  name text not null, version smallint not null default 1,
  payload jsonb not null,
  actor_id uuid, request_id text,
  correlation_id uuid not null, causation_id uuid,
  depth int not null default 0,
  occurred_at timestamptz not null default app.now(),
  primary key (workspace_id, id)
);
create index outbox_by_correlation on app.outbox_events (workspace_id, correlation_id);
create index outbox_by_aggregate on app.outbox_events (workspace_id, aggregate_id, pos);

-- The aggregate and position are copied from the event so that order per document needs no join.
create table app.event_deliveries (
  organization_id uuid not null, workspace_id uuid not null,
  event_id uuid not null, consumer text not null,
  event_name text not null, aggregate_id uuid not null, pos bigint not null,
  state text not null default 'READY' check (state in ('READY', 'DONE', 'DEAD', 'DISCARDED')),
  attempts int not null default 0,
  next_at timestamptz not null default now(), lease_until timestamptz,
  last_error text, done_at timestamptz, duration_ms int, resolved_by uuid, resolve_reason text,
  created_at timestamptz not null default now(),
  primary key (workspace_id, event_id, consumer),
  foreign key (workspace_id, event_id) references app.outbox_events (workspace_id, id)
);
create index event_deliveries_ready on app.event_deliveries (next_at) where state = 'READY';
create index event_deliveries_order on app.event_deliveries (workspace_id, consumer, aggregate_id, pos) where state in ('READY', 'DEAD');
create index event_deliveries_state on app.event_deliveries (workspace_id, state, created_at);

create table app.orchestrator_runs (
  organization_id uuid not null, workspace_id uuid not null, id uuid not null,
  orchestrator text not null,
  subject_type text not null, subject_id uuid not null,
  trigger_event_id uuid,
  mode text not null check (mode in ('INLINE', 'QUEUED', 'MANUAL')),
  status text not null check (status in ('DONE', 'WAITING', 'ATTENTION')),
  correlation_id uuid not null,
  actor_id uuid,
  started_at timestamptz not null, finished_at timestamptz not null,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create index orchestrator_runs_by_correlation on app.orchestrator_runs (workspace_id, correlation_id);
create index orchestrator_runs_by_subject on app.orchestrator_runs (workspace_id, subject_id);

create table app.orchestrator_steps (
  organization_id uuid not null, workspace_id uuid not null, id uuid not null,
  run_id uuid not null, seq int not null, name text not null,
  outcome text not null check (outcome in ('DONE', 'NOT_OWED', 'WAITING', 'FAILED')),
  documents jsonb not null default '[]', note text, duration_ms int not null default 0,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, run_id) references app.orchestrator_runs (workspace_id, id)
);
create index orchestrator_steps_by_run on app.orchestrator_steps (workspace_id, run_id);

create table app.tasks (
  organization_id uuid not null, workspace_id uuid not null, id uuid not null,
  title varchar(500) not null, description text,
  type text not null default 'GENERAL' check (type in ('GENERAL', 'ORDER_APPROVAL', 'ORDER_FULFILLMENT', 'INVOICE_SENDING', 'CUSTOMER_ONBOARDING',
    'FOLLOW_UP', 'QUALITY', 'PROCUREMENT', 'SERVICE_DELIVERY', 'DATA_FIX')),
  priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  status text not null default 'TODO' check (status in ('TODO', 'IN_PROGRESS', 'IN_REVIEW', 'ON_HOLD', 'DONE', 'CANCELLED')),
  progress numeric(7, 4) not null default 0,
  assigned_to uuid, assigned_by uuid, department_id uuid,
  customer_id uuid, deal_id uuid, order_id uuid,
  related_entity_type text, related_entity_id uuid,
  parent_task_id uuid,
  estimated_hours numeric(8, 2), actual_hours numeric(8, 2), required_skills text[] not null default '{}',
  start_date date, due_date date, completed_at timestamptz, completed_by uuid,
  source_key varchar(160),
  tags text[] not null default '{}', custom_fields jsonb not null default '{}',
  created_at timestamptz not null default app.now(), updated_at timestamptz not null default app.now(),
  created_by uuid, updated_by uuid, deleted_at timestamptz, deleted_by uuid,
  version int not null default 1,
  primary key (workspace_id, id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id)
);
create unique index tasks_source_key on app.tasks (workspace_id, source_key);
create index tasks_by_status on app.tasks (workspace_id, status, due_date);
create index tasks_by_assignee on app.tasks (workspace_id, assigned_to, status);
create index tasks_by_order on app.tasks (workspace_id, order_id);

create table app.notifications (
  organization_id uuid not null, workspace_id uuid not null, id uuid not null,
  user_id uuid not null,
  type text not null default 'INFO' check (type in ('INFO', 'SUCCESS', 'WARNING', 'ERROR')),
  category text not null check (category in ('DEAL', 'ORDER', 'CUSTOMER', 'PRODUCT', 'STOCK', 'PRODUCTION', 'FINANCE', 'TASK', 'APPROVAL', 'EMPLOYEE', 'REPORT', 'SYSTEM')),
  code varchar(60) not null, title text not null, message text not null,
  data jsonb not null default '{}', link text,
  priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH')),
  is_read boolean not null default false, read_at timestamptz,
  dedupe_key varchar(200), expires_at timestamptz,
  created_at timestamptz not null default app.now(), updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id)
);
create unique index notifications_dedupe on app.notifications (workspace_id, user_id, dedupe_key);
create index notifications_unread on app.notifications (workspace_id, user_id, is_read, created_at desc);

-- Audit: one row per changed row, written by statement triggers in the changing transaction.
create table app.audit_logs (
  organization_id uuid not null, workspace_id uuid, id uuid not null default app.uuid_v7(),
  entity_type varchar(100) not null, entity_id uuid,
  action text not null,
  user_id uuid, user_email varchar(255), session_id uuid, ip_address inet, user_agent text,
  request_path text, http_method text, request_id text, correlation_id uuid,
  old_values jsonb, new_values jsonb, changes jsonb,
  source text not null default 'API', reason text, metadata jsonb, duration_ms int,
  timestamp timestamptz not null default clock_timestamp(),
  primary key (organization_id, id)
);
create index audit_by_entity on app.audit_logs (workspace_id, entity_type, entity_id, timestamp);

-- Owned by erp_audit from 0010 on; until then by the owner.
create function app.audit_insert() returns trigger language plpgsql security definer set search_path = pg_catalog, app as $$
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

create function app.audit_update() returns trigger language plpgsql security definer set search_path = pg_catalog, app as $$
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

create function app.audit_delete() returns trigger language plpgsql security definer set search_path = pg_catalog, app as $$
begin
  insert into app.audit_logs (organization_id, workspace_id, entity_type, entity_id, action, user_id, request_id, correlation_id, old_values)
  select (r.j->>'organization_id')::uuid, (r.j->>'workspace_id')::uuid, tg_table_name, (r.j->>'id')::uuid, 'DELETE',
    nullif(current_setting('app.actor_id', true), '')::uuid, nullif(current_setting('app.request_id', true), ''),
    nullif(current_setting('app.correlation_id', true), '')::uuid, (select jsonb_object_agg(c.key, c.value) from jsonb_each(r.j) c where c.value <> 'null'::jsonb)
  from (select to_jsonb(o) as j from old_rows o) r;
  return null;
end $$;

-- Tables whose rows are themselves a journal, or plumbing: a reviewed list, read by the catalogue test.
create table app.audit_exempt_table (name name primary key);
insert into app.global_table values ('audit_exempt_table');
insert into app.audit_exempt_table values
  ('audit_logs'), ('outbox_events'), ('event_deliveries'), ('orchestrator_runs'), ('orchestrator_steps'), ('idempotency_keys'),
  ('document_counters'), ('number_sequences'), ('notifications'), ('stock_movements'), ('customer_ledger_entries'),
  ('order_status_history'), ('deal_stage_history'), ('customer_status_history'), ('product_price_history'), ('customer_credit_changes');

-- Gives every tenant table its wall and its audit. Idempotent; each migration that creates tables ends with it.
create function app.secure_tables() returns void language plpgsql as $$
declare t record; tenant text;
begin
  for t in
    select c.relname as name, c.relrowsecurity as secured,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped) as in_workspace,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and a.attnotnull) as always_in_workspace
    from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname not in (select name from app.global_table)
  loop
    continue when t.secured;
    tenant := 'organization_id = (select app.organization_id())' || case
      when t.name = 'workspaces' then ''
      when t.always_in_workspace then ' and workspace_id = (select app.workspace_id())'
      when t.in_workspace then ' and (workspace_id is null or workspace_id = (select app.workspace_id()))'
      else '' end;
    execute format('alter table app.%I enable row level security', t.name);
    execute format('alter table app.%I force row level security', t.name);
    execute format('create policy tenant on app.%I to erp_app using (%s) with check (%s)', t.name, tenant, tenant);
    continue when t.name in (select name from app.audit_exempt_table);
    execute format('create trigger audit_insert after insert on app.%I referencing new table as new_rows for each statement execute function app.audit_insert()', t.name);
    execute format('create trigger audit_update after update on app.%I referencing old table as old_rows new table as new_rows for each statement execute function app.audit_update()', t.name);
    execute format('create trigger audit_delete after delete on app.%I referencing old table as old_rows for each statement execute function app.audit_delete()', t.name);
  end loop;
end $$;

-- Events of persons who have no workspace yet belong to this one.
insert into app.organizations (id, name, type) values ('00000000-0000-7000-8000-000000000001', 'SYSTEM', 'OTHER');
insert into app.workspaces (organization_id, id, name, is_default)
  values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', 'SYSTEM', true);

-- The only doors through the tenant wall. Owned by erp_definer from 0010 on; reviewed one by one.
-- Who a user is, and where: asked before a tenant context exists.
create function app.memberships_of(of_user uuid, in_workspace uuid default null)
returns table (organization_id uuid, organization_name text, workspace_id uuid, workspace_name text, is_default boolean, timezone text, locale text,
  member_id uuid, employee_id uuid, department_id uuid, role_code text, base_role text, data_scope text, permissions text[])
language sql stable security definer set search_path = pg_catalog, app as $$
  select m.organization_id, o.name, m.workspace_id, w.name, w.is_default, w.timezone, w.locale, m.id, m.employee_id, e.department_id,
    r.code, r.base_role, coalesce(m.data_scope, r.data_scope),
    array(select p.permission::text from app.role_permissions p where p.organization_id = m.organization_id and p.role_id = m.role_id
          union select unnest(m.extra_permissions) except select unnest(m.denied_permissions))
  from app.workspace_members m
  join app.organizations o on o.id = m.organization_id and o.status = 'ACTIVE'
  join app.workspaces w on w.organization_id = m.organization_id and w.id = m.workspace_id and w.status = 'ACTIVE'
  join app.roles r on r.organization_id = m.organization_id and r.id = m.role_id
  left join app.employees e on e.workspace_id = m.workspace_id and e.id = m.employee_id
  where m.user_id = of_user and m.status = 'ACTIVE' and (in_workspace is null or m.workspace_id = in_workspace)
$$;

-- The first of `how_many` consecutive numbers, for each document type asked for.
create function app.take_numbers(of_organization uuid, of_workspace uuid, types text[], years int[], how_many int[])
returns table (document_type text, year int, first_value bigint)
language sql volatile security definer set search_path = pg_catalog, app as $$
  insert into app.document_counters as c (organization_id, workspace_id, document_type, year, next_value)
  select of_organization, of_workspace, t.type, t.year, 1 + t.n from unnest(types, years, how_many) as t(type, year, n)
  on conflict (workspace_id, document_type, year) do update set next_value = c.next_value + excluded.next_value - 1
  returning c.document_type, c.year, c.next_value - (select t.n from unnest(types, years, how_many) as t(type, year, n)
    where t.type = c.document_type and t.year = c.year)
$$;

-- Which deliveries may be tried now, over all tenants. Names no payload; the handler's own transaction claims the row.
create function app.ready_deliveries(at_most int)
returns table (organization_id uuid, workspace_id uuid, event_id uuid, consumer text)
language sql stable security definer set search_path = pg_catalog, app as $$
  select d.organization_id, d.workspace_id, d.event_id, d.consumer from app.event_deliveries d
  where d.state = 'READY' and d.next_at <= now()
    and not exists (select from app.event_deliveries e where e.workspace_id = d.workspace_id and e.consumer = d.consumer
      and e.aggregate_id = d.aggregate_id and e.pos < d.pos and e.state in ('READY', 'DEAD'))
  order by d.next_at limit at_most
$$;

select app.secure_tables();
revoke insert, update, delete on app.audit_logs from erp_app;
revoke update, delete on app.outbox_events from erp_app;
revoke all on app.global_table, app.audit_exempt_table from erp_app;
grant select on app.global_table, app.audit_exempt_table to erp_app;
create policy written_by_triggers on app.audit_logs for insert to erp_audit with check (true);
grant insert on app.audit_logs to erp_audit;
create policy looked_up on app.workspace_members for select to erp_definer using (true);
create policy looked_up on app.workspaces for select to erp_definer using (true);
create policy looked_up on app.roles for select to erp_definer using (true);
create policy looked_up on app.role_permissions for select to erp_definer using (true);
create policy looked_up on app.employees for select to erp_definer using (true);
create policy looked_up on app.event_deliveries for select to erp_definer using (true);
create policy counted on app.document_counters to erp_definer using (true) with check (true);
grant select on app.workspace_members, app.workspaces, app.organizations, app.roles, app.role_permissions, app.employees, app.event_deliveries to erp_definer;
grant select, insert, update on app.document_counters to erp_definer;
