-- Procurement: what has to be bought, and what has arrived.
-- inspection_id and location_id have no keys: their tables are later extensions.

create table app.purchase_requisitions (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  requisition_number varchar(30) not null,
  source text not null default 'MANUAL'
    check (source in ('MANUAL', 'ORDER_SHORTAGE', 'PRODUCTION', 'REPLENISHMENT')),
  -- One requisition per order and supplier.
  source_key varchar(120),
  status text not null default 'DRAFT' check (
    status in (
      'DRAFT', 'BUDGET_EXCEEDED', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'IN_RFQ', 'ORDERED', 'RECEIVED', 'CANCELLED'
    )
  ),
  priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT', 'CRITICAL')),
  -- A user; null when the system asks.
  requested_by uuid,
  department_id uuid,
  required_by date not null,
  estimated_cost bigint not null default 0 check (estimated_cost >= 0),
  budget_check jsonb,
  reject_reason text,
  created_by uuid,
  updated_by uuid,
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint purchase_requisitions_number_uq unique (workspace_id, requisition_number),
  constraint purchase_requisitions_source_key_uq unique (workspace_id, source_key),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, department_id) references app.departments (workspace_id, id)
);
create index on app.purchase_requisitions (workspace_id, status, required_by);
create index on app.purchase_requisitions (workspace_id, department_id);

create table app.purchase_requisition_lines (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  requisition_id uuid not null,
  product_id uuid not null,
  quantity numeric(18,6) not null check (quantity > 0),
  unit varchar(20) not null,
  estimated_price bigint not null default 0 check (estimated_price >= 0),
  supplier_id uuid,
  order_item_id uuid,
  production_order_id uuid,
  allocation_id uuid,
  ordered_quantity numeric(18,6) not null default 0 check (ordered_quantity >= 0),
  received_quantity numeric(18,6) not null default 0 check (received_quantity >= 0),
  status text not null default 'DRAFT' check (
    status in (
      'DRAFT', 'BUDGET_EXCEEDED', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'IN_RFQ', 'ORDERED', 'RECEIVED', 'CANCELLED'
    )
  ),
  purchase_order_item_id uuid,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, requisition_id) references app.purchase_requisitions (workspace_id, id),
  foreign key (workspace_id, product_id) references app.products (workspace_id, id),
  foreign key (workspace_id, supplier_id) references app.suppliers (workspace_id, id),
  foreign key (workspace_id, order_item_id) references app.order_items (workspace_id, id),
  foreign key (workspace_id, production_order_id) references app.production_orders (workspace_id, id),
  foreign key (workspace_id, allocation_id) references app.order_item_allocations (workspace_id, id),
  foreign key (workspace_id, purchase_order_item_id) references app.order_items (workspace_id, id)
);
create index on app.purchase_requisition_lines (workspace_id, requisition_id);
create index on app.purchase_requisition_lines (workspace_id, product_id, status);
create index on app.purchase_requisition_lines (workspace_id, supplier_id);
create index on app.purchase_requisition_lines (workspace_id, order_item_id);
create index on app.purchase_requisition_lines (workspace_id, production_order_id);
create index on app.purchase_requisition_lines (workspace_id, allocation_id);
create index on app.purchase_requisition_lines (workspace_id, purchase_order_item_id);

create table app.goods_receipts (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  -- Gapless: taken at confirmation.
  receipt_number varchar(30),
  purchase_order_id uuid,
  supplier_id uuid not null,
  warehouse_id uuid not null,
  status text not null default 'DRAFT' check (status in ('DRAFT', 'CHECKING', 'CONFIRMED', 'CANCELLED')),
  supplier_document varchar(100),
  received_at timestamptz,
  quality_required boolean not null default false,
  created_by uuid,
  updated_by uuid,
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint goods_receipts_number_uq unique (workspace_id, receipt_number),
  constraint goods_receipts_confirmed_ck check (
    status <> 'CONFIRMED' or (receipt_number is not null and received_at is not null)
  ),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, purchase_order_id) references app.orders (workspace_id, id),
  foreign key (workspace_id, supplier_id) references app.suppliers (workspace_id, id),
  foreign key (workspace_id, warehouse_id) references app.warehouses (workspace_id, id)
);
create index on app.goods_receipts (workspace_id, purchase_order_id);
create index on app.goods_receipts (workspace_id, supplier_id);
create index on app.goods_receipts (workspace_id, warehouse_id);
create index on app.goods_receipts (workspace_id, status, received_at);

create table app.goods_receipt_lines (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  goods_receipt_id uuid not null,
  order_item_id uuid,
  requisition_line_id uuid,
  product_id uuid not null,
  quantity_expected numeric(18,6) not null default 0 check (quantity_expected >= 0),
  quantity_received numeric(18,6) not null check (quantity_received >= 0),
  quantity_accepted numeric(18,6) not null default 0 check (quantity_accepted >= 0),
  quantity_rejected numeric(18,6) not null default 0 check (quantity_rejected >= 0),
  batch_number varchar(100),
  expiry_date date,
  unit_cost bigint not null default 0 check (unit_cost >= 0),
  inspection_id uuid,
  location_id uuid,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint goods_receipt_lines_outcome_ck check (quantity_accepted + quantity_rejected <= quantity_received),
  foreign key (workspace_id, goods_receipt_id) references app.goods_receipts (workspace_id, id),
  foreign key (workspace_id, order_item_id) references app.order_items (workspace_id, id),
  foreign key (workspace_id, requisition_line_id) references app.purchase_requisition_lines (workspace_id, id),
  foreign key (workspace_id, product_id) references app.products (workspace_id, id)
);
create index on app.goods_receipt_lines (workspace_id, goods_receipt_id);
create index on app.goods_receipt_lines (workspace_id, order_item_id);
create index on app.goods_receipt_lines (workspace_id, requisition_line_id);
create index on app.goods_receipt_lines (workspace_id, product_id);

alter table app.order_item_allocations add constraint order_item_allocations_requisition_line_fk
  foreign key (workspace_id, requisition_line_id) references app.purchase_requisition_lines (workspace_id, id);
create index order_item_allocations_requisition_line_ix on app.order_item_allocations (workspace_id, requisition_line_id);

alter table app.production_order_materials add constraint production_order_materials_requisition_line_fk
  foreign key (workspace_id, requisition_line_id) references app.purchase_requisition_lines (workspace_id, id);
create index production_order_materials_requisition_line_ix
  on app.production_order_materials (workspace_id, requisition_line_id);

select app.secure_tables();
