-- Deals: pipelines and their stages, deals, lines, activities and stage history.

create table app.pipelines (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  name varchar(100) not null,
  description text,
  is_default boolean not null default false,
  strict_stages boolean not null default false,
  is_active boolean not null default true,
  created_by uuid,
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id)
);
create unique index pipelines_name_uq on app.pipelines (workspace_id, name) where deleted_at is null;
create unique index pipelines_default_uq on app.pipelines (workspace_id) where is_default and deleted_at is null;

create table app.pipeline_stages (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  pipeline_id uuid not null,
  name varchar(100) not null,
  name_translations jsonb not null default '{}',
  canonical_stage text not null
    check (canonical_stage in ('LEAD', 'QUALIFIED', 'PROPOSAL', 'NEGOTIATION', 'CLOSING', 'WON', 'LOST')),
  sort_order int not null default 0,
  probability smallint not null check (probability between 0 and 100),
  stale_days int check (stale_days > 0),
  requirements text[] not null default '{}',
  color varchar(20),
  deleted_at timestamptz,
  deleted_by uuid,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, pipeline_id) references app.pipelines (workspace_id, id),
  -- Referenced by deals: a deal's stage always equals the canonical stage of its stage row.
  constraint pipeline_stages_canonical_uq unique (workspace_id, id, canonical_stage)
);
create unique index pipeline_stages_closed_uq on app.pipeline_stages (workspace_id, pipeline_id, canonical_stage)
  where canonical_stage in ('WON', 'LOST') and deleted_at is null;
create index on app.pipeline_stages (workspace_id, pipeline_id, sort_order);

create table app.deals (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  deal_number varchar(30) not null,
  title varchar(200) not null check (length(title) >= 3),
  description text,
  customer_id uuid not null,
  contact_person_id uuid,
  pipeline_id uuid not null,
  pipeline_stage_id uuid not null,
  stage text not null default 'LEAD'
    check (stage in ('LEAD', 'QUALIFIED', 'PROPOSAL', 'NEGOTIATION', 'CLOSING', 'WON', 'LOST')),
  stage_entered_at timestamptz not null,
  stage_position text collate "C" not null,
  value bigint not null default 0 check (value >= 0),
  net_value bigint not null default 0 check (net_value >= 0),
  currency char(3) not null default 'KZT',
  probability smallint not null check (probability between 0 and 100),
  probability_manual boolean not null default false,
  -- numeric round() goes half away from zero, as the money kernel does.
  expected_revenue bigint not null generated always as (round(value * probability / 100.0)::bigint) stored,
  expected_close_date date,
  actual_close_date date,
  assigned_to uuid,
  department_id uuid,
  lead_source text check (
    lead_source in (
      'WEBSITE', 'REFERRAL', 'COLD_CALL', 'EXHIBITION', 'SOCIAL_MEDIA', 'EMAIL_CAMPAIGN', 'PARTNERSHIP',
      'DIRECT', 'IMPORT', 'OTHER'
    )
  ),
  campaign_id uuid,
  priority text not null default 'MEDIUM' check (priority in ('LOW', 'MEDIUM', 'HIGH', 'URGENT')),
  discount bigint not null default 0 check (discount >= 0),
  discount_type text check (discount_type in ('FIXED', 'PERCENTAGE')),
  subtotal_amount bigint not null default 0 check (subtotal_amount >= 0),
  discount_amount bigint not null default 0 check (discount_amount >= 0),
  tax_amount bigint not null default 0 check (tax_amount >= 0),
  cost_amount bigint check (cost_amount >= 0),
  margin_amount bigint,
  margin_percent numeric(7,4),
  commission bigint not null default 0 check (commission >= 0),
  commission_type text check (commission_type in ('FIXED', 'PERCENTAGE')),
  is_recurring boolean not null default false,
  recurring_interval text check (recurring_interval in ('MONTHLY', 'QUARTERLY', 'YEARLY')),
  recurring_value bigint check (recurring_value >= 0),
  recurring_end_date date,
  one_time_revenue bigint check (one_time_revenue >= 0),
  competitors text[] not null default '{}',
  competitor_info jsonb not null default '{}',
  lost_reason text check (
    lost_reason in (
      'PRICE', 'COMPETITOR', 'NO_BUDGET', 'NO_DECISION', 'TIMING', 'PRODUCT_FIT', 'NO_RESPONSE', 'DUPLICATE', 'OTHER'
    )
  ),
  lost_reason_text text,
  lost_to_competitor varchar(255),
  won_reason text,
  won_at timestamptz,
  lost_at timestamptz,
  won_by uuid,
  reopened_count int not null default 0 check (reopened_count >= 0),
  last_activity_at timestamptz,
  next_activity_at timestamptz,
  is_stale boolean not null default false,
  price_outdated boolean not null default false,
  checklist jsonb not null default '{}',
  delivery_address_id uuid,
  requested_delivery_date date,
  payment_terms text check (payment_terms in ('PREPAYMENT', 'IMMEDIATE', 'NET_15', 'NET_30', 'NET_45', 'NET_60')),
  payment_method text check (payment_method in ('CASH', 'CARD', 'TRANSFER', 'KASPI')),
  archived_at timestamptz,
  ai_score numeric,
  ai_predicted_probability int,
  ai_recommended_actions jsonb,
  ai_risk_factors jsonb,
  order_status text,
  ordered_amount bigint not null default 0,
  delivered_amount bigint not null default 0,
  invoiced_amount bigint not null default 0,
  paid_amount bigint not null default 0,
  tags text[] not null default '{}',
  custom_fields jsonb not null default '{}',
  created_by uuid,
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  constraint deals_number_uq unique (workspace_id, deal_number),
  foreign key (workspace_id, customer_id) references app.customers (workspace_id, id),
  foreign key (workspace_id, contact_person_id) references app.customer_contacts (workspace_id, id),
  foreign key (workspace_id, pipeline_id) references app.pipelines (workspace_id, id),
  constraint deals_stage_fk foreign key (workspace_id, pipeline_stage_id, stage)
    references app.pipeline_stages (workspace_id, id, canonical_stage),
  foreign key (workspace_id, assigned_to) references app.employees (workspace_id, id),
  foreign key (workspace_id, department_id) references app.departments (workspace_id, id),
  foreign key (workspace_id, delivery_address_id) references app.customer_addresses (workspace_id, id)
);
create index on app.deals (workspace_id, stage, stage_position);
create index on app.deals (workspace_id, customer_id);
create index on app.deals (workspace_id, assigned_to);
create index on app.deals (workspace_id, expected_close_date) where stage not in ('WON', 'LOST') and deleted_at is null;
create index on app.deals (workspace_id, won_at);
create index on app.deals (workspace_id, lost_at);
create index on app.deals (workspace_id, created_at);
create index on app.deals (workspace_id, contact_person_id);
create index on app.deals (workspace_id, pipeline_id);
create index on app.deals (workspace_id, pipeline_stage_id, stage);
create index on app.deals (workspace_id, department_id);
create index on app.deals (workspace_id, delivery_address_id);

create table app.deal_products (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  deal_id uuid not null,
  product_id uuid not null,
  product_name varchar(500) not null,
  product_code varchar(100),
  product_type text not null
    check (product_type in ('PRODUCT', 'MATERIAL', 'SERVICE', 'DIGITAL', 'BUNDLE', 'MANUFACTURED')),
  quantity numeric(18,6) not null check (quantity > 0),
  unit varchar(20) not null,
  unit_price bigint not null check (unit_price >= 0),
  price_includes_vat boolean not null,
  discount bigint not null default 0 check (discount >= 0),
  discount_type text not null default 'PERCENTAGE' check (discount_type in ('FIXED', 'PERCENTAGE')),
  vat_rate numeric(7,4) not null check (vat_rate between 0 and 100),
  vat_exempt boolean not null default false,
  gross_amount bigint not null default 0 check (gross_amount >= 0),
  line_discount_amount bigint not null default 0 check (line_discount_amount >= 0),
  document_discount_share bigint not null default 0 check (document_discount_share >= 0),
  net_amount bigint not null default 0 check (net_amount >= 0),
  tax_amount bigint not null default 0 check (tax_amount >= 0),
  total_price bigint not null default 0 check (total_price >= 0),
  cost bigint check (cost >= 0),
  margin_amount bigint,
  margin numeric(7,4),
  price_source text not null default 'PRODUCT' check (price_source in ('PRODUCT', 'PRICE_LIST', 'MANUAL')),
  specifications jsonb not null default '{}',
  notes text,
  sort_order int not null default 0,
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, deal_id) references app.deals (workspace_id, id) on delete cascade,
  foreign key (workspace_id, product_id) references app.products (workspace_id, id)
);
create index on app.deal_products (workspace_id, deal_id);
create index on app.deal_products (workspace_id, product_id);

create table app.deal_activities (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  deal_id uuid not null,
  customer_id uuid not null,
  type text not null check (
    type in ('CALL', 'EMAIL', 'MEETING', 'TASK', 'NOTE', 'PROPOSAL_SENT', 'CONTRACT_SENT', 'DEMO', 'FOLLOW_UP')
  ),
  subject varchar(500) not null,
  description text,
  scheduled_at timestamptz,
  completed_at timestamptz,
  duration_minutes int check (duration_minutes >= 0),
  outcome text check (outcome in ('POSITIVE', 'NEUTRAL', 'NEGATIVE', 'NO_RESPONSE')),
  outcome_note text,
  next_action text,
  next_action_date timestamptz,
  contact_person_id uuid,
  assigned_to uuid,
  location jsonb,
  -- OVERDUE is derived: planned with scheduled_at in the past.
  status text not null default 'PLANNED' check (status in ('PLANNED', 'COMPLETED', 'CANCELLED')),
  cancel_reason text,
  completed_by uuid,
  reminder_at timestamptz,
  calendar_event_id uuid,
  task_id uuid,
  created_by uuid,
  updated_by uuid,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, deal_id) references app.deals (workspace_id, id),
  foreign key (workspace_id, customer_id) references app.customers (workspace_id, id),
  foreign key (workspace_id, contact_person_id) references app.customer_contacts (workspace_id, id),
  foreign key (workspace_id, assigned_to) references app.employees (workspace_id, id)
);
create index on app.deal_activities (workspace_id, deal_id, scheduled_at);
create index on app.deal_activities (workspace_id, assigned_to, status, scheduled_at);
create index on app.deal_activities (workspace_id, type);
create index on app.deal_activities (workspace_id, customer_id);
create index on app.deal_activities (workspace_id, contact_person_id);

create table app.deal_stage_history (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  deal_id uuid not null,
  from_stage text check (from_stage in ('LEAD', 'QUALIFIED', 'PROPOSAL', 'NEGOTIATION', 'CLOSING', 'WON', 'LOST')),
  to_stage text not null check (to_stage in ('LEAD', 'QUALIFIED', 'PROPOSAL', 'NEGOTIATION', 'CLOSING', 'WON', 'LOST')),
  pipeline_stage_id uuid not null,
  entered_at timestamptz not null,
  left_at timestamptz check (left_at >= entered_at),
  duration_seconds int check (duration_seconds >= 0),
  value_at_entry bigint not null,
  probability_at_entry smallint not null,
  changed_by uuid,
  reason text,
  notes text,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, deal_id) references app.deals (workspace_id, id),
  foreign key (workspace_id, pipeline_stage_id) references app.pipeline_stages (workspace_id, id)
);
create unique index deal_stage_history_open_uq on app.deal_stage_history (workspace_id, deal_id) where left_at is null;
create index on app.deal_stage_history (workspace_id, deal_id, entered_at);
create index on app.deal_stage_history (workspace_id, pipeline_stage_id);

select app.secure_tables();
