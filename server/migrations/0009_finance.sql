-- Finance: invoices, payments and their allocations, refunds, the party ledger and reminders.
-- return_id, pdf_file_id, recurring_template_id and account_id have no keys: their tables are later extensions.

create table app.invoices (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  -- Gapless: taken at issue.
  invoice_number varchar(30),
  direction text not null default 'SALES' check (direction in ('SALES', 'PURCHASE')),
  type text not null default 'STANDARD'
    check (type in ('STANDARD', 'PROFORMA', 'CREDIT_NOTE', 'DEBIT_NOTE', 'RECURRING')),
  status text not null default 'DRAFT'
    check (status in ('DRAFT', 'ISSUED', 'SENT', 'VIEWED', 'PARTIAL', 'PAID', 'CANCELLED')),
  customer_id uuid,
  supplier_id uuid,
  order_id uuid,
  deal_id uuid,
  shipment_id uuid,
  return_id uuid,
  original_invoice_id uuid check (original_invoice_id <> id),
  source_key varchar(120),
  issue_date date,
  due_date date,
  tax_point_date date,
  sent_at timestamptz,
  viewed_at timestamptz,
  paid_at timestamptz,
  cancelled_at timestamptz,
  subtotal bigint not null default 0 check (subtotal >= 0),
  discount_amount bigint not null default 0 check (discount_amount >= 0),
  tax_amount bigint not null default 0 check (tax_amount >= 0),
  shipping_cost bigint not null default 0 check (shipping_cost >= 0),
  total_amount bigint not null default 0 check (total_amount >= 0),
  paid_amount bigint not null default 0,
  credited_amount bigint not null default 0,
  balance_due bigint not null generated always as (total_amount - paid_amount - credited_amount) stored,
  tax_summary jsonb not null default '[]',
  currency char(3) not null default 'KZT',
  payment_terms text check (payment_terms in ('PREPAYMENT', 'IMMEDIATE', 'NET_15', 'NET_30', 'NET_45', 'NET_60')),
  payment_method text check (payment_method in ('CASH', 'CARD', 'TRANSFER', 'KASPI', 'OFFSET', 'OTHER')),
  po_number varchar(100),
  reference_number varchar(100),
  contract_number varchar(100),
  seller_snapshot jsonb,
  buyer_snapshot jsonb,
  knp char(3),
  notes text,
  internal_notes text,
  terms_conditions text,
  esf_number varchar(100),
  esf_status text not null default 'NOT_REQUIRED'
    check (esf_status in ('NOT_REQUIRED', 'PENDING', 'SENT', 'ACCEPTED', 'REJECTED', 'CORRECTED')),
  esf_date date,
  cancel_reason text,
  pdf_file_id uuid,
  public_token varchar(64),
  recurring_template_id uuid,
  custom_fields jsonb not null default '{}',
  created_by uuid,
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint invoices_number_uq unique (workspace_id, type, invoice_number),
  constraint invoices_source_key_uq unique (workspace_id, source_key),
  constraint invoices_public_token_uq unique (workspace_id, public_token),
  constraint invoices_party_ck check (
    (direction = 'SALES' and customer_id is not null) or (direction = 'PURCHASE' and supplier_id is not null)
  ),
  constraint invoices_issued_ck check (
    status in ('DRAFT', 'CANCELLED') or (invoice_number is not null and issue_date is not null)
  ),
  constraint invoices_total_ck check (total_amount = subtotal + tax_amount + shipping_cost),
  constraint invoices_paid_ck check (0 <= paid_amount and paid_amount <= total_amount),
  constraint invoices_credited_ck check (0 <= credited_amount and credited_amount <= total_amount),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, customer_id) references app.customers (workspace_id, id),
  foreign key (workspace_id, supplier_id) references app.suppliers (workspace_id, id),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id),
  foreign key (workspace_id, deal_id) references app.deals (workspace_id, id),
  foreign key (workspace_id, shipment_id) references app.shipments (workspace_id, id),
  foreign key (workspace_id, original_invoice_id) references app.invoices (workspace_id, id)
);
create index on app.invoices (workspace_id, status, due_date);
create index on app.invoices (workspace_id, customer_id, issue_date);
create index on app.invoices (workspace_id, order_id);
create index on app.invoices (workspace_id, issue_date);
create index on app.invoices (workspace_id, supplier_id);
create index on app.invoices (workspace_id, deal_id);
create index on app.invoices (workspace_id, shipment_id);
create index on app.invoices (workspace_id, original_invoice_id);

create table app.invoice_items (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  line_no int not null check (line_no > 0),
  order_item_id uuid,
  product_id uuid,
  description text not null,
  quantity numeric(18,6) not null check (quantity > 0),
  unit varchar(20) not null,
  unit_price bigint not null check (unit_price >= 0),
  price_includes_vat boolean not null,
  discount bigint not null default 0 check (discount >= 0),
  discount_type text not null default 'PERCENTAGE' check (discount_type in ('FIXED', 'PERCENTAGE')),
  gross_amount bigint not null default 0 check (gross_amount >= 0),
  line_discount_amount bigint not null default 0 check (line_discount_amount >= 0),
  document_discount_share bigint not null default 0 check (document_discount_share >= 0),
  tax_category text not null default 'STANDARD'
    check (tax_category in ('STANDARD', 'MEDICAL', 'PERIODICALS', 'ZERO', 'EXEMPT', 'NO_VAT')),
  vat_rate numeric(7,4) check (vat_rate between 0 and 100),
  net_amount bigint not null default 0 check (net_amount >= 0),
  tax_amount bigint not null default 0 check (tax_amount >= 0),
  total_price bigint not null default 0,
  original_item_id uuid check (original_item_id <> id),
  account_id uuid,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint invoice_items_line_uq unique (workspace_id, invoice_id, line_no),
  constraint invoice_items_total_ck check (total_price = net_amount + tax_amount),
  foreign key (workspace_id, invoice_id) references app.invoices (workspace_id, id),
  foreign key (workspace_id, order_item_id) references app.order_items (workspace_id, id),
  foreign key (workspace_id, product_id) references app.products (workspace_id, id),
  foreign key (workspace_id, original_item_id) references app.invoice_items (workspace_id, id)
);
create index on app.invoice_items (workspace_id, order_item_id);
create index on app.invoice_items (workspace_id, product_id);
create index on app.invoice_items (workspace_id, original_item_id);

create table app.payments (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  -- Gapless: taken when the payment completes.
  payment_number varchar(30),
  direction text not null default 'INCOMING' check (direction in ('INCOMING', 'OUTGOING')),
  customer_id uuid,
  supplier_id uuid,
  order_id uuid,
  amount bigint not null check (amount > 0),
  currency char(3) not null default 'KZT',
  payment_date date not null,
  method text not null check (method in ('CASH', 'CARD', 'TRANSFER', 'KASPI', 'OFFSET', 'OTHER')),
  gateway varchar(50),
  external_id varchar(255),
  reference_number varchar(100),
  account_id uuid,
  status text not null default 'PENDING' check (
    status in ('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELLED', 'PARTIALLY_REFUNDED', 'REFUNDED')
  ),
  allocated_amount bigint not null default 0 check (allocated_amount >= 0),
  refunded_amount bigint not null default 0 check (refunded_amount >= 0),
  unallocated_amount bigint not null generated always as (amount - allocated_amount - refunded_amount) stored,
  payer_name varchar(255),
  purpose text,
  notes text,
  processed_by uuid,
  fail_reason text,
  reversed_at timestamptz,
  created_by uuid,
  updated_by uuid,
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint payments_number_uq unique (workspace_id, payment_number),
  constraint payments_completed_ck check (
    payment_number is not null or status in ('PENDING', 'PROCESSING', 'FAILED', 'CANCELLED')
  ),
  constraint payments_allocated_ck check (allocated_amount + refunded_amount <= amount),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, customer_id) references app.customers (workspace_id, id),
  foreign key (workspace_id, supplier_id) references app.suppliers (workspace_id, id),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id)
);
-- A payment is told once by its provider; payments entered by hand count as one provider.
create unique index payments_external_uq on app.payments (workspace_id, coalesce(gateway, ''), external_id)
  where external_id is not null;
create index on app.payments (workspace_id, customer_id, payment_date);
create index on app.payments (workspace_id, supplier_id);
create index on app.payments (workspace_id, order_id);
create index on app.payments (workspace_id, status, payment_date);
create index on app.payments (workspace_id, payment_date);

create table app.payment_allocations (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  invoice_id uuid not null,
  amount bigint not null check (amount > 0),
  allocated_at timestamptz not null default app.now(),
  allocated_by uuid,
  reversed_at timestamptz,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, payment_id) references app.payments (workspace_id, id),
  foreign key (workspace_id, invoice_id) references app.invoices (workspace_id, id)
);
create index on app.payment_allocations (workspace_id, payment_id);
create index on app.payment_allocations (workspace_id, invoice_id);

create table app.refunds (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  refund_number varchar(30) not null,
  payment_id uuid not null,
  customer_id uuid not null,
  order_id uuid,
  credit_note_id uuid,
  amount bigint not null check (amount > 0),
  method text not null check (method in ('CASH', 'CARD', 'TRANSFER', 'KASPI', 'OFFSET', 'OTHER')),
  reason text not null,
  status text not null default 'REQUESTED'
    check (status in ('REQUESTED', 'APPROVED', 'COMPLETED', 'FAILED', 'REJECTED')),
  approved_by uuid,
  completed_at timestamptz,
  idempotency_key varchar(255) not null,
  created_by uuid,
  updated_by uuid,
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint refunds_number_uq unique (workspace_id, refund_number),
  constraint refunds_idempotency_uq unique (workspace_id, idempotency_key),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, payment_id) references app.payments (workspace_id, id),
  foreign key (workspace_id, customer_id) references app.customers (workspace_id, id),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id),
  foreign key (workspace_id, credit_note_id) references app.invoices (workspace_id, id)
);
create index on app.refunds (workspace_id, payment_id);
create index on app.refunds (workspace_id, customer_id);
create index on app.refunds (workspace_id, order_id);
create index on app.refunds (workspace_id, credit_note_id);
create index on app.refunds (workspace_id, status);

-- party_id and document_id have no keys: what they point to depends on party_type and document_type.
create table app.customer_ledger_entries (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  party_type text not null default 'CUSTOMER' check (party_type in ('CUSTOMER', 'SUPPLIER')),
  party_id uuid not null,
  type text not null check (
    type in ('INVOICE', 'CREDIT_NOTE', 'DEBIT_NOTE', 'PAYMENT', 'REFUND', 'WRITE_OFF', 'OPENING', 'ADJUSTMENT')
  ),
  document_type varchar(40) not null,
  document_id uuid not null,
  date date not null,
  debit bigint not null default 0 check (debit >= 0),
  credit bigint not null default 0 check (credit >= 0),
  balance_after bigint not null,
  due_date date,
  description text not null default '',
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint customer_ledger_entries_document_uq unique (workspace_id, document_type, document_id, type),
  constraint customer_ledger_entries_side_ck check (debit = 0 or credit = 0),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id)
);
create index on app.customer_ledger_entries (workspace_id, party_type, party_id, date);

create table app.invoice_reminders (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  level text not null check (level in ('UPCOMING', 'DUE', 'OVERDUE_1', 'OVERDUE_2', 'FINAL')),
  scheduled_at timestamptz not null,
  sent_at timestamptz,
  channel varchar(20) not null default 'EMAIL',
  status text not null default 'PENDING' check (status in ('PENDING', 'SENT', 'FAILED', 'CANCELLED')),
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint invoice_reminders_level_uq unique (workspace_id, invoice_id, level),
  foreign key (workspace_id, invoice_id) references app.invoices (workspace_id, id)
);
create index on app.invoice_reminders (workspace_id, status, scheduled_at);

select app.secure_tables();
-- The ledger only grows: a mistake is mended by an opposite entry.
revoke update, delete on app.customer_ledger_entries from erp_app;
