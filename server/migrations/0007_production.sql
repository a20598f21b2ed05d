-- Production: bills of materials with their routing, production orders and the materials they need.
-- work_center_id has no key: its table is a later extension.

create table app.bills_of_materials (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  -- The version people see; `version` is the optimistic lock.
  bom_version varchar(20) not null default '1.0',
  name varchar(255) not null,
  description text,
  quantity numeric(18,6) not null default 1 check (quantity > 0),
  unit varchar(20) not null,
  status text not null default 'DRAFT' check (status in ('DRAFT', 'ACTIVE', 'INACTIVE', 'ARCHIVED')),
  is_default boolean not null default false,
  lead_time_days int check (lead_time_days >= 0),
  setup_time_minutes int not null default 0 check (setup_time_minutes >= 0),
  production_time_minutes int not null default 0 check (production_time_minutes >= 0),
  scrap_percent numeric(7,4) not null default 0 check (scrap_percent >= 0 and scrap_percent < 100),
  material_cost bigint not null default 0 check (material_cost >= 0),
  labor_cost bigint not null default 0 check (labor_cost >= 0),
  overhead_cost bigint not null default 0 check (overhead_cost >= 0),
  total_cost bigint not null default 0 check (total_cost >= 0),
  valid_from date not null default current_date,
  valid_to date check (valid_to >= valid_from),
  approved_by uuid,
  approved_at timestamptz,
  created_by uuid,
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, product_id) references app.products (workspace_id, id)
);
create unique index bills_of_materials_version_uq
  on app.bills_of_materials (workspace_id, product_id, bom_version) where deleted_at is null;
create unique index bills_of_materials_default_uq
  on app.bills_of_materials (workspace_id, product_id) where is_default and status = 'ACTIVE' and deleted_at is null;
create index on app.bills_of_materials (workspace_id, product_id, status);

create table app.bom_components (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  bom_id uuid not null,
  component_id uuid not null,
  sequence int not null,
  quantity_per_unit numeric(18,6) not null check (quantity_per_unit > 0),
  unit varchar(20) not null,
  scrap_factor numeric(7,4) not null default 0 check (scrap_factor >= 0),
  substitute_component_id uuid check (substitute_component_id <> component_id),
  substitution_ratio numeric(9,6) not null default 1 check (substitution_ratio > 0),
  operation_sequence int,
  unit_cost bigint not null default 0 check (unit_cost >= 0),
  total_cost bigint not null generated always as (round(quantity_per_unit * unit_cost)::bigint) stored,
  specifications jsonb not null default '{}',
  notes text,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint bom_components_sequence_uq unique (workspace_id, bom_id, sequence),
  foreign key (workspace_id, bom_id) references app.bills_of_materials (workspace_id, id),
  foreign key (workspace_id, component_id) references app.products (workspace_id, id),
  foreign key (workspace_id, substitute_component_id) references app.products (workspace_id, id)
);
create index on app.bom_components (workspace_id, component_id);
create index on app.bom_components (workspace_id, substitute_component_id);

create table app.bom_operations (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  bom_id uuid not null,
  sequence int not null,
  name varchar(255) not null,
  work_center_id uuid,
  setup_minutes int not null default 0 check (setup_minutes >= 0),
  run_minutes_per_unit numeric(10,3) not null default 0 check (run_minutes_per_unit >= 0),
  labor_rate bigint check (labor_rate >= 0),
  cost bigint check (cost >= 0),
  required_skills text[] not null default '{}',
  required_equipment_type text check (required_equipment_type in ('MACHINE', 'CONVEYOR', 'ROBOT', 'TOOL')),
  is_quality_gate boolean not null default false,
  instructions text,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint bom_operations_sequence_uq unique (workspace_id, bom_id, sequence),
  foreign key (workspace_id, bom_id) references app.bills_of_materials (workspace_id, id)
);

create table app.production_orders (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  order_number varchar(30) not null,
  production_type text not null default 'MAKE_TO_ORDER'
    check (production_type in ('MAKE_TO_ORDER', 'MAKE_TO_STOCK', 'ASSEMBLY', 'CONTINUOUS')),
  source text not null default 'MANUAL'
    check (source in ('SALES_ORDER', 'DEAL', 'INVENTORY', 'FORECAST', 'MANUAL', 'REWORK')),
  status text not null default 'PLANNED' check (
    status in (
      'DRAFT', 'PLANNED', 'WAITING_MATERIALS', 'SCHEDULED', 'IN_PROGRESS', 'QUALITY_CHECK', 'COMPLETED', 'CANCELLED',
      'FAILED', 'ON_HOLD'
    )
  ),
  -- Where a resumed order returns to.
  status_before_hold text check (
    status_before_hold in ('DRAFT', 'PLANNED', 'WAITING_MATERIALS', 'SCHEDULED', 'IN_PROGRESS', 'QUALITY_CHECK')
  ),
  sales_order_id uuid,
  order_item_id uuid,
  deal_id uuid,
  customer_id uuid,
  customer_name varchar(500),
  source_key varchar(120),
  product_id uuid not null,
  product_name varchar(500) not null,
  bom_id uuid,
  bom_version varchar(20),
  bom_missing boolean not null default false,
  quantity numeric(18,6) not null check (quantity > 0),
  start_quantity numeric(18,6) not null check (start_quantity > 0),
  completed_quantity numeric(18,6) not null default 0 check (completed_quantity >= 0),
  scrapped_quantity numeric(18,6) not null default 0 check (scrapped_quantity >= 0),
  rework_quantity numeric(18,6) not null default 0 check (rework_quantity >= 0),
  unit_of_measure varchar(20) not null,
  requested_date timestamptz not null,
  due_date timestamptz not null,
  scheduled_start timestamptz,
  scheduled_end timestamptz,
  actual_start timestamptz,
  actual_end timestamptz,
  priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT', 'CRITICAL')),
  progress numeric(7,4) not null default 0 check (progress >= 0),
  target_warehouse_id uuid not null,
  material_warehouse_id uuid not null,
  estimated_cost bigint check (estimated_cost >= 0),
  actual_cost bigint check (actual_cost >= 0),
  material_cost bigint check (material_cost >= 0),
  labor_cost bigint check (labor_cost >= 0),
  overhead_cost bigint check (overhead_cost >= 0),
  qc_required boolean not null default true,
  qc_passed boolean,
  assigned_team uuid[] not null default '{}',
  production_line varchar(100),
  shift varchar(50),
  hold_reason text,
  fail_reason text,
  notes text,
  instructions text,
  parent_production_order_id uuid check (parent_production_order_id <> id),
  custom_fields jsonb not null default '{}',
  created_by uuid,
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint production_orders_number_uq unique (workspace_id, order_number),
  constraint production_orders_source_key_uq unique (workspace_id, source_key),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, sales_order_id) references app.orders (workspace_id, id),
  foreign key (workspace_id, order_item_id) references app.order_items (workspace_id, id),
  foreign key (workspace_id, deal_id) references app.deals (workspace_id, id),
  foreign key (workspace_id, customer_id) references app.customers (workspace_id, id),
  foreign key (workspace_id, product_id) references app.products (workspace_id, id),
  foreign key (workspace_id, bom_id) references app.bills_of_materials (workspace_id, id),
  foreign key (workspace_id, target_warehouse_id) references app.warehouses (workspace_id, id),
  foreign key (workspace_id, material_warehouse_id) references app.warehouses (workspace_id, id),
  foreign key (workspace_id, parent_production_order_id) references app.production_orders (workspace_id, id)
);
create index on app.production_orders (workspace_id, status, due_date);
create index on app.production_orders (workspace_id, sales_order_id);
create index on app.production_orders (workspace_id, order_item_id);
create index on app.production_orders (workspace_id, product_id);
create index on app.production_orders (workspace_id, priority);
create index on app.production_orders (workspace_id, deal_id);
create index on app.production_orders (workspace_id, customer_id);
create index on app.production_orders (workspace_id, bom_id);
create index on app.production_orders (workspace_id, target_warehouse_id);
create index on app.production_orders (workspace_id, material_warehouse_id);
create index on app.production_orders (workspace_id, parent_production_order_id);

create table app.production_order_materials (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  production_order_id uuid not null,
  component_id uuid not null,
  component_name varchar(500) not null,
  required_quantity numeric(18,6) not null check (required_quantity > 0),
  reserved_quantity numeric(18,6) not null default 0 check (reserved_quantity >= 0),
  issued_quantity numeric(18,6) not null default 0 check (issued_quantity >= 0),
  returned_quantity numeric(18,6) not null default 0,
  unit varchar(20) not null,
  unit_cost bigint not null default 0 check (unit_cost >= 0),
  status text not null default 'PLANNED' check (status in ('PLANNED', 'RESERVED', 'SHORT', 'ISSUED', 'RETURNED')),
  reservation_id uuid,
  requisition_line_id uuid,
  -- The product of the bill that this one stands in for.
  substitute_of uuid,
  expected_date date,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint production_order_materials_returned_ck check (0 <= returned_quantity and returned_quantity <= issued_quantity),
  foreign key (workspace_id, production_order_id) references app.production_orders (workspace_id, id),
  foreign key (workspace_id, component_id) references app.products (workspace_id, id),
  foreign key (workspace_id, reservation_id) references app.stock_reservations (workspace_id, id),
  foreign key (workspace_id, substitute_of) references app.products (workspace_id, id)
);
create index on app.production_order_materials (workspace_id, production_order_id);
create index on app.production_order_materials (workspace_id, component_id, status);
create index on app.production_order_materials (workspace_id, reservation_id);
create index on app.production_order_materials (workspace_id, substitute_of);

alter table app.order_item_allocations add constraint order_item_allocations_production_order_fk
  foreign key (workspace_id, production_order_id) references app.production_orders (workspace_id, id);
create index order_item_allocations_production_order_ix on app.order_item_allocations (workspace_id, production_order_id);

select app.secure_tables();
