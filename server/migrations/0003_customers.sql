-- Customers with their contacts, addresses, notes, status history and credit changes.

create table app.customers (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  customer_number varchar(30) not null,
  type text not null default 'COMPANY' check (type in ('INDIVIDUAL', 'COMPANY')),
  legal_form text check (legal_form in ('IP', 'TOO', 'AO', 'GU', 'KH', 'FILIAL', 'OTHER')),
  status text not null default 'LEAD' check (status in ('LEAD', 'PROSPECT', 'ACTIVE', 'INACTIVE', 'CHURNED')),
  name varchar(200) not null,
  company_name varchar(500),
  legal_name varchar(500),
  first_name varchar(100),
  last_name varchar(100),
  middle_name varchar(100),
  email varchar(255) check (email = lower(email)),
  phone varchar(20) check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  website varchar(255),
  iin char(12) check (iin ~ '^[0-9]{12}$'),
  bin char(12) check (bin ~ '^[0-9]{12}$'),
  kbe char(2),
  bank_account varchar(20),
  bank_bik varchar(11),
  vat_payer boolean not null default false,
  vat_certificate varchar(100),
  industry varchar(100),
  company_size text check (company_size in ('1-10', '11-50', '51-200', '201-500', '500+')),
  employee_count int check (employee_count >= 0),
  annual_revenue bigint check (annual_revenue >= 0),
  lead_source text check (
    lead_source in (
      'WEBSITE', 'REFERRAL', 'COLD_CALL', 'EXHIBITION', 'SOCIAL_MEDIA', 'EMAIL_CAMPAIGN', 'PARTNERSHIP',
      'DIRECT', 'IMPORT', 'OTHER'
    )
  ),
  campaign_id uuid,
  lead_score int not null default 0 check (lead_score between 0 and 100),
  assigned_to uuid,
  department_id uuid,
  segment text not null default 'NO_PURCHASE' check (
    segment in ('VIP', 'LOYAL', 'PROMISING', 'NEW', 'AT_RISK', 'DORMANT', 'LOST', 'NO_PURCHASE')
  ),
  tier text not null default 'STANDARD' check (tier in ('STANDARD', 'SILVER', 'GOLD', 'PLATINUM')),
  rating smallint not null default 5 check (rating between 1 and 10),
  credit_limit bigint not null default 0 check (credit_limit >= 0),
  credit_policy text not null default 'NONE' check (credit_policy in ('NONE', 'WARN', 'HOLD')),
  temporary_credit_limit bigint check (temporary_credit_limit >= 0),
  temporary_credit_until date,
  payment_terms text not null default 'NET_30'
    check (payment_terms in ('PREPAYMENT', 'IMMEDIATE', 'NET_15', 'NET_30', 'NET_45', 'NET_60')),
  prepayment_percent numeric(7,4) not null default 100 check (prepayment_percent between 0 and 100),
  payment_behavior text not null default 'UNKNOWN'
    check (payment_behavior in ('EXCELLENT', 'GOOD', 'FAIR', 'POOR', 'UNKNOWN')),
  balance bigint not null default 0,
  open_orders_amount bigint not null default 0,
  discount_percent numeric(7,4) not null default 0 check (discount_percent between 0 and 100),
  price_list_id uuid,
  preferred_language text not null default 'ru' check (preferred_language in ('kk', 'ru', 'en')),
  preferred_channel text check (preferred_channel in ('CALL', 'EMAIL', 'MEETING', 'MESSENGER', 'SMS', 'SITE', 'OTHER')),
  first_purchase_date timestamptz,
  last_purchase_date timestamptz,
  total_purchases bigint not null default 0,
  purchase_count int not null default 0,
  average_order_value bigint not null default 0,
  lifetime_value bigint not null default 0,
  predicted_ltv bigint not null default 0,
  predicted_ltv_method text check (predicted_ltv_method in ('MODEL', 'RULE')),
  rfm_recency smallint check (rfm_recency between 1 and 5),
  rfm_frequency smallint check (rfm_frequency between 1 and 5),
  rfm_monetary smallint check (rfm_monetary between 1 and 5),
  churn_risk_score numeric(4,3),
  churn_risk_calculated_at timestamptz,
  deal_count int not null default 0,
  open_deal_count int not null default 0,
  last_contact_date timestamptz,
  converted_at timestamptz,
  conversion_source text check (conversion_source in ('MANUAL', 'DEAL_WON', 'FIRST_ORDER')),
  churned_at timestamptz,
  churn_reason varchar(500),
  is_active boolean not null default true,
  block_reason text,
  merged_into_id uuid check (merged_into_id <> id),
  consent_marketing boolean not null default false,
  consent_at timestamptz,
  tags text[] not null default '{}',
  custom_fields jsonb not null default '{}',
  preferences jsonb not null default '{}',
  created_by uuid,
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  constraint customers_iin_ck check (iin is null or type = 'INDIVIDUAL'),
  constraint customers_bin_ck check (bin is null or type = 'COMPANY'),
  foreign key (workspace_id, assigned_to) references app.employees (workspace_id, id),
  foreign key (workspace_id, department_id) references app.departments (workspace_id, id),
  foreign key (workspace_id, merged_into_id) references app.customers (workspace_id, id)
);
create unique index customers_number_uq on app.customers (workspace_id, customer_number) where deleted_at is null;
create unique index customers_email_uq on app.customers (workspace_id, email)
  where email is not null and deleted_at is null;
create unique index customers_iin_uq on app.customers (workspace_id, iin) where iin is not null and deleted_at is null;
create unique index customers_bin_uq on app.customers (workspace_id, bin) where bin is not null and deleted_at is null;
create index on app.customers (workspace_id, status);
create index on app.customers (workspace_id, assigned_to);
create index on app.customers (workspace_id, department_id);
create index on app.customers (workspace_id, phone);
create index on app.customers (workspace_id, tier);
create index on app.customers (workspace_id, segment);
create index on app.customers (workspace_id, last_purchase_date);
create index on app.customers (workspace_id, merged_into_id);

create table app.customer_contacts (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  first_name varchar(100) not null,
  last_name varchar(100) not null,
  middle_name varchar(100),
  position varchar(255),
  department varchar(100),
  email varchar(255) check (email = lower(email)),
  phone varchar(20),
  mobile_phone varchar(20),
  is_primary boolean not null default false,
  is_decision_maker boolean not null default false,
  birthday date,
  social_media jsonb not null default '{}',
  preferred_language text check (preferred_language in ('kk', 'ru', 'en')),
  notes text,
  created_by uuid,
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint customer_contacts_reachable_ck check (coalesce(email, phone, mobile_phone) is not null),
  foreign key (workspace_id, customer_id) references app.customers (workspace_id, id)
);
create unique index customer_contacts_primary_uq on app.customer_contacts (workspace_id, customer_id)
  where is_primary and deleted_at is null;
create index on app.customer_contacts (workspace_id, customer_id);

create table app.customer_addresses (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  type text not null check (type in ('BILLING', 'SHIPPING', 'OFFICE', 'WAREHOUSE')),
  label varchar(100),
  street varchar(500) not null,
  building varchar(50),
  apartment varchar(50),
  city varchar(100) not null,
  region varchar(100),
  postal_code varchar(20),
  country char(2) not null default 'KZ',
  kato varchar(9),
  is_primary boolean not null default false,
  is_default_billing boolean not null default false,
  is_default_shipping boolean not null default false,
  contact_name varchar(255),
  contact_phone varchar(20),
  delivery_instructions text,
  latitude numeric(9,6) check (latitude between -90 and 90),
  longitude numeric(9,6) check (longitude between -180 and 180),
  created_by uuid,
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references app.customers (workspace_id, id)
);
create unique index customer_addresses_primary_uq on app.customer_addresses (workspace_id, customer_id, type)
  where is_primary and deleted_at is null;
create index on app.customer_addresses (workspace_id, customer_id);

create table app.customer_notes (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  content text not null check (length(content) between 1 and 10000),
  is_pinned boolean not null default false,
  visibility text not null default 'TEAM' check (visibility in ('PUBLIC', 'TEAM', 'PRIVATE')),
  mentions uuid[] not null default '{}',
  created_by uuid,
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references app.customers (workspace_id, id)
);
create index on app.customer_notes (workspace_id, customer_id, created_at desc);

create table app.customer_status_history (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  from_status text check (from_status in ('LEAD', 'PROSPECT', 'ACTIVE', 'INACTIVE', 'CHURNED')),
  to_status text not null check (to_status in ('LEAD', 'PROSPECT', 'ACTIVE', 'INACTIVE', 'CHURNED')),
  reason text,
  source text not null check (source in ('MANUAL', 'DEAL_WON', 'FIRST_ORDER', 'SCHEDULER', 'MERGE', 'IMPORT')),
  changed_by uuid,
  changed_at timestamptz not null,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references app.customers (workspace_id, id)
);
create index on app.customer_status_history (workspace_id, customer_id, changed_at desc);

create table app.customer_credit_changes (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  old_limit bigint not null check (old_limit >= 0),
  new_limit bigint not null check (new_limit >= 0),
  policy text not null check (policy in ('NONE', 'WARN', 'HOLD')),
  is_temporary boolean not null default false,
  valid_until date,
  reason text not null,
  approval_request_id uuid,
  created_by uuid,
  updated_by uuid,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references app.customers (workspace_id, id)
);
create index on app.customer_credit_changes (workspace_id, customer_id, created_at desc);

select app.secure_tables();
