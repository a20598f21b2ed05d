-- Orders: documents, lines, their allocations, status history, holds and recurring schedules.

create table app.orders (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  order_number varchar(30) not null,
  type text not null default 'SALES' check (type in ('SALES', 'SERVICE', 'PURCHASE', 'TRANSFER', 'PRODUCTION')),
  source text not null default 'MANUAL'
    check (source in ('MANUAL', 'DEAL', 'RECURRING', 'IMPORT', 'API', 'REPLENISHMENT')),
  source_key varchar(120),
  status text not null default 'PENDING' check (
    status in (
      'DRAFT', 'PENDING', 'CONFIRMED', 'PROCESSING', 'READY', 'SHIPPED', 'DELIVERED', 'COMPLETED',
      'CANCELLED', 'ON_HOLD'
    )
  ),
  status_before_hold text check (
    status_before_hold in (
      'DRAFT', 'PENDING', 'CONFIRMED', 'PROCESSING', 'READY', 'SHIPPED', 'DELIVERED', 'COMPLETED',
      'CANCELLED', 'ON_HOLD'
    )
  ),
  customer_id uuid,
  customer_snapshot jsonb,
  supplier_id uuid,
  deal_id uuid,
  parent_order_id uuid check (parent_order_id <> id),
  contact_person_id uuid,
  sales_rep_id uuid,
  department_id uuid,
  order_date date not null,
  po_number varchar(100),
  contract_number varchar(100),
  subtotal bigint not null default 0 check (subtotal >= 0),
  gross_amount bigint not null default 0 check (gross_amount >= 0),
  discount bigint not null default 0 check (discount >= 0),
  discount_type text check (discount_type in ('FIXED', 'PERCENTAGE')),
  discount_amount bigint not null default 0 check (discount_amount >= 0),
  tax_amount bigint not null default 0 check (tax_amount >= 0),
  shipping_cost bigint not null default 0 check (shipping_cost >= 0),
  shipping_vat_rate numeric(7,4) not null default 0 check (shipping_vat_rate between 0 and 100),
  total_amount bigint not null default 0 check (total_amount >= 0),
  cost_amount bigint check (cost_amount >= 0),
  margin_amount bigint,
  margin_percent numeric(7,4),
  currency char(3) not null default 'KZT',
  payment_method text check (payment_method in ('CASH', 'CARD', 'TRANSFER', 'KASPI')),
  payment_terms text check (payment_terms in ('PREPAYMENT', 'IMMEDIATE', 'NET_15', 'NET_30', 'NET_45', 'NET_60')),
  payment_status text not null default 'PENDING'
    check (payment_status in ('PENDING', 'PARTIAL', 'PAID', 'OVERPAID', 'REFUNDED', 'PARTIALLY_REFUNDED')),
  paid_amount bigint not null default 0 check (paid_amount >= 0),
  refunded_amount bigint not null default 0 check (refunded_amount >= 0),
  invoiced_amount bigint not null default 0 check (invoiced_amount >= 0),
  paid_at timestamptz,
  due_date date,
  priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT', 'CRITICAL')),
  is_urgent boolean not null default false,
  fulfillment_status text not null default 'PENDING'
    check (fulfillment_status in ('PENDING', 'IN_PROGRESS', 'PARTIALLY', 'FULFILLED', 'FAILED')),
  fulfillment_method text not null default 'DELIVERY' check (fulfillment_method in ('PICKUP', 'DELIVERY', 'SHIPPING')),
  fulfillment_details jsonb,
  allow_partial_shipment boolean not null default true,
  warehouse_id uuid,
  from_warehouse_id uuid,
  to_warehouse_id uuid,
  shipping_address_id uuid,
  delivery_address jsonb,
  billing_address jsonb,
  requested_delivery_date date,
  promised_date date,
  actual_delivery_date timestamptz,
  shipped_at timestamptz,
  delivered_at timestamptz,
  completed_at timestamptz,
  confirmed_at timestamptz,
  requires_approval boolean not null default false,
  approved_by uuid,
  approved_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancel_reason text,
  is_recurring boolean not null default false,
  recurring_schedule_id uuid,
  special_instructions text,
  notes text,
  internal_notes text,
  returned_amount bigint not null default 0 check (returned_amount >= 0),
  return_state text not null default 'NONE' check (return_state in ('NONE', 'PARTIAL', 'FULL')),
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
  constraint orders_number_uq unique (workspace_id, order_number),
  constraint orders_source_key_uq unique (workspace_id, source_key),
  constraint orders_total_ck check (total_amount = subtotal + tax_amount + shipping_cost),
  constraint orders_customer_ck check (customer_id is not null or type not in ('SALES', 'SERVICE')),
  constraint orders_supplier_ck check (supplier_id is not null or type <> 'PURCHASE'),
  foreign key (workspace_id, customer_id) references app.customers (workspace_id, id),
  foreign key (workspace_id, supplier_id) references app.suppliers (workspace_id, id),
  foreign key (workspace_id, deal_id) references app.deals (workspace_id, id),
  foreign key (workspace_id, parent_order_id) references app.orders (workspace_id, id),
  foreign key (workspace_id, contact_person_id) references app.customer_contacts (workspace_id, id),
  foreign key (workspace_id, sales_rep_id) references app.employees (workspace_id, id),
  foreign key (workspace_id, department_id) references app.departments (workspace_id, id),
  foreign key (workspace_id, shipping_address_id) references app.customer_addresses (workspace_id, id)
);
create index on app.orders (workspace_id, type, status, order_date);
create index on app.orders (workspace_id, customer_id, order_date desc);
create index on app.orders (workspace_id, deal_id);
create index on app.orders (workspace_id, fulfillment_status);
create index on app.orders (workspace_id, payment_status);
create index on app.orders (workspace_id, requested_delivery_date);
create index on app.orders (workspace_id, created_at);
create index on app.orders (workspace_id, supplier_id);
create index on app.orders (workspace_id, parent_order_id);
create index on app.orders (workspace_id, contact_person_id);
create index on app.orders (workspace_id, sales_rep_id);
create index on app.orders (workspace_id, department_id);
create index on app.orders (workspace_id, shipping_address_id);
create index on app.orders (workspace_id, recurring_schedule_id);

create table app.order_items (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  line_no int not null check (line_no > 0),
  parent_item_id uuid check (parent_item_id <> id),
  product_id uuid not null,
  product_name varchar(500) not null,
  product_code varchar(100),
  product_type text not null
    check (product_type in ('PRODUCT', 'MATERIAL', 'SERVICE', 'DIGITAL', 'BUNDLE', 'MANUFACTURED')),
  unit varchar(20) not null,
  quantity numeric(18,6) not null check (quantity > 0),
  quantity_reserved numeric(18,6) not null default 0 check (quantity_reserved >= 0),
  quantity_picked numeric(18,6) not null default 0 check (quantity_picked >= 0),
  quantity_shipped numeric(18,6) not null default 0 check (quantity_shipped >= 0),
  quantity_delivered numeric(18,6) not null default 0 check (quantity_delivered >= 0),
  quantity_returned numeric(18,6) not null default 0 check (quantity_returned >= 0),
  quantity_cancelled numeric(18,6) not null default 0 check (quantity_cancelled >= 0),
  quantity_invoiced numeric(18,6) not null default 0 check (quantity_invoiced >= 0),
  unit_price bigint not null check (unit_price >= 0),
  price_includes_vat boolean not null,
  discount bigint not null default 0 check (discount >= 0),
  discount_type text not null default 'PERCENTAGE' check (discount_type in ('FIXED', 'PERCENTAGE')),
  vat_rate numeric(7,4) not null check (vat_rate between 0 and 100),
  vat_exempt boolean not null default false,
  vat_rate_id uuid,
  gross_amount bigint not null default 0 check (gross_amount >= 0),
  line_discount_amount bigint not null default 0 check (line_discount_amount >= 0),
  document_discount_share bigint not null default 0 check (document_discount_share >= 0),
  net_amount bigint not null default 0 check (net_amount >= 0),
  tax_amount bigint not null default 0 check (tax_amount >= 0),
  total_price bigint not null default 0 check (total_price >= 0),
  cost bigint check (cost >= 0),
  margin_amount bigint,
  margin_percent numeric(7,4),
  status text not null default 'PENDING' check (
    status in (
      'PENDING', 'ALLOCATED', 'PARTIALLY_ALLOCATED', 'IN_PRODUCTION', 'ON_PURCHASE', 'READY', 'PARTIALLY_SHIPPED',
      'SHIPPED', 'DELIVERED', 'CANCELLED', 'RETURNED'
    )
  ),
  requested_date date,
  promised_date date,
  requires_production boolean not null default false,
  specifications jsonb not null default '{}',
  quality_requirements jsonb not null default '{}',
  custom_fields jsonb not null default '{}',
  batch_requirement jsonb,
  notes text,
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  -- However often stock arrives, a line never holds more than it wants.
  constraint order_items_reserved_ck check (quantity_reserved <= quantity - quantity_cancelled),
  constraint order_items_line_uq unique (workspace_id, order_id, line_no),
  constraint order_items_delivered_ck check (
    quantity_returned <= quantity_delivered and quantity_delivered <= quantity - quantity_cancelled
  ),
  -- Services, digital goods and bundle parents are never picked from stock.
  constraint order_items_stocked_ck check (
    product_type not in ('PRODUCT', 'MATERIAL', 'MANUFACTURED')
    or (
      quantity_delivered <= quantity_shipped
      and quantity_shipped <= quantity_picked
      and quantity_picked <= quantity - quantity_cancelled
    )
  ),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id),
  foreign key (workspace_id, parent_item_id) references app.order_items (workspace_id, id),
  foreign key (workspace_id, product_id) references app.products (workspace_id, id),
  foreign key (organization_id, vat_rate_id) references app.tax_rates (organization_id, id)
);
create index on app.order_items (workspace_id, parent_item_id);
create index on app.order_items (workspace_id, product_id);
create index on app.order_items (organization_id, vat_rate_id);

create table app.order_item_allocations (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  order_item_id uuid not null,
  kind text not null check (kind in ('STOCK', 'PRODUCTION', 'PURCHASE', 'NONE')),
  quantity numeric(18,6) not null check (quantity >= 0),
  status text not null default 'OPEN'
    check (status in ('OPEN', 'RESERVED', 'PICKED', 'SHIPPED', 'DONE', 'CANCELLED')),
  warehouse_id uuid,
  reservation_id uuid,
  production_order_id uuid,
  requisition_line_id uuid,
  expected_date date,
  shipment_line_id uuid,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, order_item_id) references app.order_items (workspace_id, id)
);
-- Repeating a step finds its allocation again. STOCK may come in several arrivals; its reservation has its own key.
create unique index order_item_allocations_kind_uq on app.order_item_allocations (workspace_id, order_item_id, kind)
  where kind in ('PRODUCTION', 'PURCHASE', 'NONE') and status <> 'CANCELLED';
create index on app.order_item_allocations (workspace_id, order_item_id);

create table app.order_status_history (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  from_status text check (
    from_status in (
      'DRAFT', 'PENDING', 'CONFIRMED', 'PROCESSING', 'READY', 'SHIPPED', 'DELIVERED', 'COMPLETED',
      'CANCELLED', 'ON_HOLD'
    )
  ),
  to_status text not null check (
    to_status in (
      'DRAFT', 'PENDING', 'CONFIRMED', 'PROCESSING', 'READY', 'SHIPPED', 'DELIVERED', 'COMPLETED',
      'CANCELLED', 'ON_HOLD'
    )
  ),
  reason text,
  changed_by uuid,
  changed_at timestamptz not null,
  correlation_id uuid,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id)
);
create index on app.order_status_history (workspace_id, order_id, changed_at);

create table app.order_holds (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  reason text not null check (
    reason in (
      'AWAITING_PREPAYMENT', 'CREDIT_LIMIT', 'APPROVAL', 'OVERDUE_DEBT', 'STOCK', 'CUSTOMER_REQUEST',
      'FULFILLMENT_ERROR', 'MANUAL'
    )
  ),
  details jsonb not null default '{}',
  placed_at timestamptz not null,
  placed_by uuid,
  released_at timestamptz,
  released_by uuid,
  release_note text,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id)
);
create unique index order_holds_open_uq on app.order_holds (workspace_id, order_id, reason) where released_at is null;
create index on app.order_holds (workspace_id, order_id);

create table app.recurring_order_schedules (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  name varchar(200) not null,
  customer_id uuid not null,
  template_order_id uuid,
  deal_id uuid,
  template jsonb not null default '{}',
  frequency text not null check (frequency in ('WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY')),
  interval int not null default 1 check (interval > 0),
  day_of_month smallint check (day_of_month between 1 and 31),
  weekday smallint check (weekday between 1 and 7),
  start_date date not null,
  end_date date check (end_date >= start_date),
  max_occurrences int check (max_occurrences > 0),
  occurrences int not null default 0 check (occurrences >= 0),
  next_run_date date not null,
  price_mode text not null default 'CURRENT' check (price_mode in ('FIXED', 'CURRENT')),
  auto_confirm boolean not null default false,
  is_active boolean not null default true,
  paused_until date,
  last_order_id uuid,
  last_error text,
  created_by uuid,
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, customer_id) references app.customers (workspace_id, id),
  foreign key (workspace_id, template_order_id) references app.orders (workspace_id, id),
  foreign key (workspace_id, deal_id) references app.deals (workspace_id, id),
  foreign key (workspace_id, last_order_id) references app.orders (workspace_id, id)
);
create index on app.recurring_order_schedules (workspace_id, customer_id);
create index on app.recurring_order_schedules (workspace_id, template_order_id);
create index on app.recurring_order_schedules (workspace_id, deal_id);
create index on app.recurring_order_schedules (workspace_id, last_order_id);
create index on app.recurring_order_schedules (workspace_id, next_run_date) where is_active and deleted_at is null;

alter table app.orders add constraint orders_recurring_schedule_fk
  foreign key (workspace_id, recurring_schedule_id) references app.recurring_order_schedules (workspace_id, id);

select app.secure_tables();

-- Without foreign keys (and their indexes) here, added by 0006:
--   orders: warehouse_id, from_warehouse_id, to_warehouse_id -> warehouses
--   order_item_allocations: warehouse_id -> warehouses, reservation_id -> stock_reservations,
--     production_order_id -> production_orders, requisition_line_id -> purchase_requisition_lines,
--     shipment_line_id -> shipment lines
