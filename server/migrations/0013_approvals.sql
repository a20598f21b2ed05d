-- as admin
-- Approvals: who decides what, what is asked, and the levels of each question. The audit says when the system wrote on somebody's behalf.
set role erp_owner;

create table app.approval_policies (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  type text not null check (
    type in ('ORDER', 'DISCOUNT', 'CREDIT_LIMIT', 'PURCHASE', 'EXPENSE', 'REFUND', 'STOCK_ADJUSTMENT', 'LEAVE')
  ),
  unit text not null check (unit in ('AMOUNT', 'PERCENT', 'DAYS')),
  levels jsonb not null check (jsonb_typeof(levels) = 'array'),
  grants_own boolean not null default false,
  is_active boolean not null default true,
  created_by uuid,
  updated_by uuid,
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  constraint approval_policies_type_uq unique (workspace_id, type)
);

create table app.approval_requests (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  type text not null check (
    type in ('ORDER', 'DISCOUNT', 'CREDIT_LIMIT', 'PURCHASE', 'EXPENSE', 'REFUND', 'STOCK_ADJUSTMENT', 'LEAVE')
  ),
  entity_type varchar(60) not null,
  entity_id uuid not null,
  unit text not null check (unit in ('AMOUNT', 'PERCENT', 'DAYS')),
  -- Tiyn, ten-thousandths of a percent, or days.
  value bigint not null check (value >= 0),
  status text not null default 'PENDING'
    check (status in ('PENDING', 'APPROVED', 'REJECTED', 'ESCALATED', 'CANCELLED', 'EXPIRED')),
  requested_by uuid,
  current_level int not null,
  reason text,
  payload jsonb not null default '{}',
  decided_by uuid,
  decided_at timestamptz,
  decision_note text,
  dedupe_key varchar(200) not null,
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id)
);
-- A thing is asked about once at a time, and the same question once.
create unique index approval_requests_open_uq on app.approval_requests (workspace_id, entity_id, type)
  where status in ('PENDING', 'ESCALATED');
create unique index approval_requests_dedupe_uq on app.approval_requests (workspace_id, dedupe_key)
  where status in ('PENDING', 'ESCALATED');
create index on app.approval_requests (workspace_id, entity_id);
create index on app.approval_requests (workspace_id, status, created_at);

create table app.approval_steps (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  level int not null check (level > 0),
  approver_role varchar(50),
  approver_permission varchar(60),
  approver_id uuid,
  -- The roles that stand above and may decide as well.
  superiors text[] not null default '{}',
  escalation_hours int check (escalation_hours > 0),
  status text not null default 'PENDING'
    check (status in ('PENDING', 'APPROVED', 'REJECTED', 'ESCALATED', 'CANCELLED', 'EXPIRED')),
  due_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  comment text,
  escalated_to varchar(50),
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint approval_steps_level_uq unique (workspace_id, request_id, level),
  constraint approval_steps_approver_ck check (num_nonnulls(approver_role, approver_permission, approver_id) = 1),
  foreign key (workspace_id, request_id) references app.approval_requests (workspace_id, id),
  foreign key (workspace_id, approver_id) references app.employees (workspace_id, id)
);
create index on app.approval_steps (workspace_id, approver_id);
create index approval_steps_due on app.approval_steps (workspace_id, due_at) where status in ('PENDING', 'ESCALATED');

-- Whoever stands at a level or above it may decide it; the owner may decide anything.
create function app.may_decide(step app.approval_steps, person uuid) returns boolean language sql stable as $$
  select exists (
    select from app.workspace_members m join app.roles r on r.organization_id = m.organization_id and r.id = m.role_id
    where m.workspace_id = step.workspace_id and m.user_id = person and m.status = 'ACTIVE'
      and (r.code = 'OWNER' or r.code = step.approver_role or r.code = step.escalated_to or r.code = any(step.superiors) or m.employee_id = step.approver_id
        or (step.approver_permission <> all(m.denied_permissions)
          and (step.approver_permission = any(m.extra_permissions) or exists (select from app.role_permissions p
            where p.organization_id = m.organization_id and p.role_id = m.role_id and p.permission = step.approver_permission)))))
$$;

-- One's own question is somebody else's to answer, unless one is the owner.
create function app.may_answer(request app.approval_requests, step app.approval_steps, person uuid) returns boolean language sql stable as $$
  select request.status in ('PENDING', 'ESCALATED') and app.may_decide(step, person)
    and (person is distinct from request.requested_by and person is distinct from (request.payload->>'createdBy')::uuid
      or exists (select from app.workspace_members m join app.roles r on r.organization_id = m.organization_id and r.id = m.role_id
        where m.workspace_id = request.workspace_id and m.user_id = person and m.status = 'ACTIVE' and r.code = 'OWNER'))
$$;

-- Workspaces that exist already get the policies that a new one is given. Their own wall would hide them from their owner.
alter table app.workspaces no force row level security;
insert into app.approval_policies (organization_id, workspace_id, id, type, unit, levels, grants_own)
select w.organization_id, w.id, app.uuid_v7(), p.type, p.unit, p.levels::jsonb, p.grants_own
from app.workspaces w cross join (values
  ('ORDER', 'AMOUNT', false, '[{"level":1,"threshold":0,"approverPermission":"ORDERS_APPROVE","escalationHours":24}]'),
  ('DISCOUNT', 'PERCENT', true, '[{"level":1,"threshold":5,"approverRole":"SALES_MANAGER","escalationHours":12},
    {"level":2,"threshold":10,"approverRole":"ADMIN","escalationHours":24},{"level":3,"threshold":20,"approverRole":"OWNER","escalationHours":48}]'),
  ('CREDIT_LIMIT', 'AMOUNT', false, '[{"level":1,"threshold":0,"approverRole":"SALES_MANAGER","escalationHours":24},
    {"level":2,"threshold":1000000,"approverRole":"ACCOUNTANT","escalationHours":24},
    {"level":3,"threshold":5000000,"approverRole":"ADMIN","escalationHours":48},{"level":4,"threshold":20000000,"approverRole":"OWNER","escalationHours":48}]')
) as p(type, unit, grants_own, levels)
where w.id <> '00000000-0000-7000-8000-000000000002';
-- What was approved before counts as asked and granted.
alter table app.orders no force row level security;
insert into app.approval_requests (organization_id, workspace_id, id, type, entity_type, entity_id, unit, value, status, requested_by, current_level, decided_by,
  decided_at, dedupe_key)
select o.organization_id, o.workspace_id, app.uuid_v7(), 'ORDER', 'order', o.id, 'AMOUNT', o.total_amount, 'APPROVED', o.created_by, 1, o.approved_by,
  o.approved_at, 'approval:order:' || o.id || ':ORDER:before'
from app.orders o where o.approved_at is not null and o.status in ('DRAFT', 'PENDING', 'ON_HOLD');
alter table app.orders force row level security;
alter table app.workspaces force row level security;

-- The schedule asks where somebody is late, before any tenant is known: it names workspaces and nothing else.
create policy looked_up on app.approval_steps for select to erp_definer using (true);
grant select on app.approval_steps to erp_definer;
create function app.late_approvals(at timestamptz)
returns table (organization_id uuid, workspace_id uuid, timezone text)
language sql stable security definer set search_path = pg_catalog, app as $$
  select w.organization_id, w.id, w.timezone from app.workspaces w
  where w.status = 'ACTIVE' and w.deleted_at is null
    and exists (select from app.approval_steps s where s.workspace_id = w.id and s.status in ('PENDING', 'ESCALATED') and s.due_at <= at)
$$;
grant create on schema app to erp_definer;
select app.secure_tables();
reset role;
alter function app.late_approvals(timestamptz) owner to erp_definer;
set role erp_owner;
revoke create on schema app from erp_definer;
reset role;

-- What an orchestrator writes, the system writes on behalf of the person whose act it carries on: user_id says who, source that it was the system.
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
  from (select to_jsonb(n) as j from new_rows n) r;
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
    (select jsonb_object_agg(a.key, jsonb_build_array(b.value, a.value)) from jsonb_each(r.n) a join jsonb_each(r.o) b on b.key = a.key
      where a.value is distinct from b.value and a.key not in ('updated_at', 'version')),
    case when acting is null then 'API' else 'SYSTEM' end, behalf
  from (select to_jsonb(n) as n, to_jsonb(o) as o from new_rows n
    join old_rows o on to_jsonb(o)->>'id' = to_jsonb(n)->>'id' where n is distinct from o) r;
  return null;
end $$;

create or replace function app.audit_delete() returns trigger language plpgsql security definer set search_path = pg_catalog, app as $$
declare
  acting text := nullif(current_setting('app.acting', true), '');
  behalf jsonb := case when acting is not null
    then jsonb_build_object('actedBy', acting, 'onBehalfOf', nullif(current_setting('app.actor_id', true), '')) end;
begin
  insert into app.audit_logs (organization_id, workspace_id, entity_type, entity_id, action, user_id, request_id, correlation_id, old_values, source, metadata)
  select (r.j->>'organization_id')::uuid, (r.j->>'workspace_id')::uuid, tg_table_name, (r.j->>'id')::uuid, 'DELETE',
    nullif(current_setting('app.actor_id', true), '')::uuid, nullif(current_setting('app.request_id', true), ''),
    nullif(current_setting('app.correlation_id', true), '')::uuid, (select jsonb_object_agg(c.key, c.value) from jsonb_each(r.j) c where c.value <> 'null'::jsonb),
    case when acting is null then 'API' else 'SYSTEM' end, behalf
  from (select to_jsonb(o) as j from old_rows o) r;
  return null;
end $$;
