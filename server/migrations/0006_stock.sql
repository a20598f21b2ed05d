-- Stock: warehouses, balances, the movement ledger, reservations; picking, shipping and delivery.
-- location_id, batch_id, wave_id, carrier_id, driver_id, vehicle_id and route_id have no keys: their tables are later extensions.

create table app.warehouses (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  name varchar(255) not null,
  code varchar(50) not null,
  type text not null default 'MAIN'
    check (type in ('MAIN', 'BRANCH', 'PRODUCTION', 'TRANSIT', 'QUARANTINE', 'RETURNS', 'VIRTUAL')),
  address jsonb,
  latitude numeric(9,6) check (latitude between -90 and 90),
  longitude numeric(9,6) check (longitude between -180 and 180),
  manager_id uuid,
  capacity numeric(15,2) check (capacity >= 0),
  is_default boolean not null default false,
  is_sellable boolean not null default true,
  is_active boolean not null default true,
  created_by uuid,
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, manager_id) references app.employees (workspace_id, id)
);
create unique index warehouses_code_uq on app.warehouses (workspace_id, code) where deleted_at is null;
create unique index warehouses_default_uq on app.warehouses (workspace_id) where is_default and deleted_at is null;
create index on app.warehouses (workspace_id, manager_id);

create table app.inventory_items (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  warehouse_id uuid not null,
  location_id uuid,
  product_id uuid not null,
  batch_id uuid,
  status text not null default 'AVAILABLE' check (status in ('AVAILABLE', 'QUARANTINE', 'BLOCKED', 'EXPIRED')),
  quantity numeric(18,6) not null default 0,
  reserved_quantity numeric(18,6) not null default 0,
  available_quantity numeric(18,6) not null
    generated always as (case when status = 'AVAILABLE' then quantity - reserved_quantity else 0 end) stored,
  unit_cost bigint not null default 0 check (unit_cost >= 0),
  last_count_date date,
  last_movement_at timestamptz not null default app.now(),
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint inventory_items_reserved_ck check (0 <= reserved_quantity and reserved_quantity <= quantity),
  foreign key (workspace_id, warehouse_id) references app.warehouses (workspace_id, id),
  foreign key (workspace_id, product_id) references app.products (workspace_id, id)
);
-- Two missing locations or batches are the same place: nulls compare as the zero id.
create unique index inventory_items_place_uq on app.inventory_items (
  workspace_id, warehouse_id, product_id,
  coalesce(location_id, '00000000-0000-0000-0000-000000000000'::uuid),
  coalesce(batch_id, '00000000-0000-0000-0000-000000000000'::uuid),
  status
);
create index on app.inventory_items (workspace_id, product_id);

create table app.stock_movements (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  movement_number varchar(40) not null,
  type text not null check (
    type in (
      'RECEIPT', 'ISSUE', 'TRANSFER_OUT', 'TRANSFER_IN', 'ADJUSTMENT_IN', 'ADJUSTMENT_OUT', 'PRODUCTION_IN',
      'PRODUCTION_OUT', 'RETURN_IN', 'RETURN_OUT', 'SCRAP', 'STATUS_CHANGE'
    )
  ),
  warehouse_id uuid not null,
  location_id uuid,
  product_id uuid not null,
  batch_id uuid,
  quantity numeric(18,6) not null check (quantity <> 0),
  unit_cost bigint not null default 0 check (unit_cost >= 0),
  total_cost bigint not null default 0,
  balance_after numeric(18,6) not null,
  reference_type text not null check (
    reference_type in (
      'ORDER', 'SHIPMENT', 'PRODUCTION_ORDER', 'WORK_ORDER', 'GOODS_RECEIPT', 'TRANSFER', 'COUNT', 'RETURN', 'MANUAL'
    )
  ),
  -- An adjustment by hand has no document behind it.
  reference_id uuid check (reference_id is not null or reference_type = 'MANUAL'),
  reference_line_id uuid,
  pair_id uuid,
  reason text check (
    reason in ('COUNT', 'DAMAGE', 'LOSS', 'FOUND', 'EXPIRY', 'CORRECTION', 'OPENING_BALANCE', 'OTHER')
  ),
  notes text,
  created_by uuid,
  occurred_at timestamptz not null,
  reversal_of_id uuid check (reversal_of_id <> id),
  idempotency_key varchar(200) not null,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint stock_movements_idempotency_uq unique (workspace_id, idempotency_key),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, warehouse_id) references app.warehouses (workspace_id, id),
  foreign key (workspace_id, product_id) references app.products (workspace_id, id),
  foreign key (workspace_id, reversal_of_id) references app.stock_movements (workspace_id, id)
);
create index on app.stock_movements (workspace_id, product_id, occurred_at);
create index on app.stock_movements (workspace_id, reference_type, reference_id);
create index on app.stock_movements (workspace_id, warehouse_id);
create index on app.stock_movements (workspace_id, reversal_of_id);

create table app.stock_reservations (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  warehouse_id uuid not null,
  batch_id uuid,
  inventory_item_id uuid not null,
  quantity numeric(18,6) not null check (quantity > 0),
  consumed_quantity numeric(18,6) not null default 0,
  kind text not null default 'HARD' check (kind in ('SOFT', 'HARD')),
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'CONSUMED', 'RELEASED', 'EXPIRED')),
  owner_type text not null check (owner_type in ('ORDER_ITEM', 'PRODUCTION_MATERIAL', 'TRANSFER')),
  owner_id uuid not null,
  order_id uuid,
  expires_at timestamptz,
  released_reason text,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint stock_reservations_consumed_ck check (0 <= consumed_quantity and consumed_quantity <= quantity),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, product_id) references app.products (workspace_id, id),
  foreign key (workspace_id, warehouse_id) references app.warehouses (workspace_id, id),
  foreign key (workspace_id, inventory_item_id) references app.inventory_items (workspace_id, id),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id)
);
create index on app.stock_reservations (workspace_id, owner_type, owner_id);
create index on app.stock_reservations (workspace_id, status, expires_at);
create index on app.stock_reservations (workspace_id, product_id);
create index on app.stock_reservations (workspace_id, warehouse_id);
create index on app.stock_reservations (workspace_id, inventory_item_id);
create index on app.stock_reservations (workspace_id, order_id);

-- The alert is edge-triggered: this row remembers which side of the line a product is on.
create table app.product_stock_alerts (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  level text not null default 'NONE' check (level in ('NONE', 'LOW', 'OUT')),
  since timestamptz,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint product_stock_alerts_product_uq unique (workspace_id, product_id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, product_id) references app.products (workspace_id, id)
);

create table app.picking_orders (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  picking_number varchar(30) not null,
  order_id uuid not null,
  warehouse_id uuid not null,
  status text not null default 'DRAFT' check (
    status in ('DRAFT', 'ASSIGNED', 'IN_PROGRESS', 'COMPLETED', 'PARTIALLY_COMPLETED', 'CANCELLED')
  ),
  priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT', 'CRITICAL')),
  assigned_to uuid,
  started_at timestamptz,
  completed_at timestamptz,
  wave_id uuid,
  created_by uuid,
  updated_by uuid,
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint picking_orders_number_uq unique (workspace_id, picking_number),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id),
  foreign key (workspace_id, warehouse_id) references app.warehouses (workspace_id, id),
  foreign key (workspace_id, assigned_to) references app.employees (workspace_id, id)
);
create index on app.picking_orders (workspace_id, order_id);
create index on app.picking_orders (workspace_id, warehouse_id, status);
create index on app.picking_orders (workspace_id, assigned_to, status);

create table app.picking_order_lines (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  picking_order_id uuid not null,
  order_item_id uuid not null,
  reservation_id uuid not null,
  product_id uuid not null,
  batch_id uuid,
  location_id uuid,
  quantity numeric(18,6) not null check (quantity > 0),
  picked_quantity numeric(18,6) not null default 0,
  short_reason text,
  sequence int not null default 0,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint picking_order_lines_reservation_uq unique (workspace_id, picking_order_id, reservation_id),
  constraint picking_order_lines_picked_ck check (0 <= picked_quantity and picked_quantity <= quantity),
  foreign key (workspace_id, picking_order_id) references app.picking_orders (workspace_id, id),
  foreign key (workspace_id, order_item_id) references app.order_items (workspace_id, id),
  foreign key (workspace_id, reservation_id) references app.stock_reservations (workspace_id, id),
  foreign key (workspace_id, product_id) references app.products (workspace_id, id)
);
create index on app.picking_order_lines (workspace_id, order_item_id);
create index on app.picking_order_lines (workspace_id, reservation_id);
create index on app.picking_order_lines (workspace_id, product_id);

create table app.shipments (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  shipment_number varchar(30) not null,
  order_id uuid not null,
  warehouse_id uuid not null,
  status text not null default 'DRAFT'
    check (status in ('DRAFT', 'READY', 'DISPATCHED', 'DELIVERED', 'RETURNED', 'CANCELLED')),
  method text not null default 'DELIVERY' check (method in ('PICKUP', 'DELIVERY', 'SHIPPING')),
  carrier_id uuid,
  carrier_name varchar(255),
  tracking_number varchar(100),
  shipped_at timestamptz,
  estimated_delivery date,
  delivered_at timestamptz,
  -- Gapless: taken at dispatch.
  waybill_number varchar(30),
  address jsonb,
  total_weight numeric(15,3) check (total_weight >= 0),
  shipping_cost bigint not null default 0 check (shipping_cost >= 0),
  created_by uuid,
  updated_by uuid,
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint shipments_number_uq unique (workspace_id, shipment_number),
  constraint shipments_waybill_uq unique (workspace_id, waybill_number),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id),
  foreign key (workspace_id, warehouse_id) references app.warehouses (workspace_id, id)
);
create index on app.shipments (workspace_id, order_id);
create index on app.shipments (workspace_id, warehouse_id);
create index on app.shipments (workspace_id, status, shipped_at);

create table app.shipment_lines (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  shipment_id uuid not null,
  order_item_id uuid not null,
  product_id uuid not null,
  batch_id uuid,
  quantity numeric(18,6) not null check (quantity > 0),
  unit_cost bigint not null default 0 check (unit_cost >= 0),
  delivered_quantity numeric(18,6) not null default 0,
  returned_quantity numeric(18,6) not null default 0,
  -- Null until the goods are dispatched.
  movement_id uuid,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint shipment_lines_delivered_ck check (0 <= delivered_quantity and delivered_quantity <= quantity),
  constraint shipment_lines_returned_ck check (0 <= returned_quantity and returned_quantity <= quantity),
  foreign key (workspace_id, shipment_id) references app.shipments (workspace_id, id),
  foreign key (workspace_id, order_item_id) references app.order_items (workspace_id, id),
  foreign key (workspace_id, product_id) references app.products (workspace_id, id),
  foreign key (workspace_id, movement_id) references app.stock_movements (workspace_id, id)
);
create index on app.shipment_lines (workspace_id, shipment_id);
create index on app.shipment_lines (workspace_id, order_item_id);
create index on app.shipment_lines (workspace_id, product_id);
create index on app.shipment_lines (workspace_id, movement_id);

-- source_order_id has no key: what it points to depends on source_order_type.
create table app.delivery_orders (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  delivery_number varchar(30) not null,
  source_order_id uuid not null,
  source_order_type text not null default 'SALES' check (source_order_type in ('SALES', 'TRANSFER', 'RETURN')),
  shipment_id uuid,
  customer_id uuid,
  status text not null default 'PLANNED' check (
    status in (
      'PLANNED', 'ASSIGNED', 'LOADING', 'IN_TRANSIT', 'DELIVERED', 'PARTIALLY_DELIVERED', 'FAILED', 'RETURNED', 'CANCELLED'
    )
  ),
  priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT', 'CRITICAL')),
  delivery_address jsonb,
  recipient_name varchar(255),
  recipient_phone varchar(20),
  scheduled_date date,
  time_window_from time,
  time_window_to time,
  carrier_id uuid,
  driver_id uuid,
  vehicle_id uuid,
  route_id uuid,
  tracking_number varchar(100),
  started_at timestamptz,
  delivered_at timestamptz,
  failed_at timestamptz,
  fail_reason text check (fail_reason in ('NO_RECIPIENT', 'REFUSED', 'WRONG_ADDRESS', 'DAMAGED', 'VEHICLE', 'OTHER')),
  fail_comment text,
  attempt int not null default 1 check (attempt between 1 and 3),
  proof jsonb,
  cod_amount bigint not null default 0 check (cod_amount >= 0),
  cod_collected bigint not null default 0 check (cod_collected >= 0),
  distance_km numeric(10,2) check (distance_km >= 0),
  cost bigint check (cost >= 0),
  notes text,
  created_by uuid,
  updated_by uuid,
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint delivery_orders_number_uq unique (workspace_id, delivery_number),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, shipment_id) references app.shipments (workspace_id, id),
  foreign key (workspace_id, customer_id) references app.customers (workspace_id, id)
);
-- One planned header per source order; it gains lines with its shipment.
create unique index delivery_orders_planned_uq on app.delivery_orders (workspace_id, source_order_id)
  where shipment_id is null and status <> 'CANCELLED';
create index on app.delivery_orders (workspace_id, source_order_id);
create index on app.delivery_orders (workspace_id, shipment_id);
create index on app.delivery_orders (workspace_id, customer_id);
create index on app.delivery_orders (workspace_id, status, scheduled_date);
create index on app.delivery_orders (workspace_id, driver_id, scheduled_date);
create index on app.delivery_orders (workspace_id, route_id);

create table app.delivery_order_lines (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  delivery_order_id uuid not null,
  order_item_id uuid not null,
  shipment_line_id uuid,
  product_id uuid not null,
  quantity numeric(18,6) not null check (quantity > 0),
  delivered_quantity numeric(18,6) not null default 0 check (delivered_quantity >= 0),
  rejected_quantity numeric(18,6) not null default 0 check (rejected_quantity >= 0),
  reject_reason text,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint delivery_order_lines_outcome_ck check (delivered_quantity + rejected_quantity <= quantity),
  foreign key (workspace_id, delivery_order_id) references app.delivery_orders (workspace_id, id),
  foreign key (workspace_id, order_item_id) references app.order_items (workspace_id, id),
  foreign key (workspace_id, shipment_line_id) references app.shipment_lines (workspace_id, id),
  foreign key (workspace_id, product_id) references app.products (workspace_id, id)
);
create index on app.delivery_order_lines (workspace_id, delivery_order_id);
create index on app.delivery_order_lines (workspace_id, order_item_id);
create index on app.delivery_order_lines (workspace_id, shipment_line_id);
create index on app.delivery_order_lines (workspace_id, product_id);

alter table app.orders
  add constraint orders_warehouse_fk foreign key (workspace_id, warehouse_id) references app.warehouses (workspace_id, id),
  add constraint orders_from_warehouse_fk
    foreign key (workspace_id, from_warehouse_id) references app.warehouses (workspace_id, id),
  add constraint orders_to_warehouse_fk
    foreign key (workspace_id, to_warehouse_id) references app.warehouses (workspace_id, id);
create index orders_warehouse_ix on app.orders (workspace_id, warehouse_id);
create index orders_from_warehouse_ix on app.orders (workspace_id, from_warehouse_id);
create index orders_to_warehouse_ix on app.orders (workspace_id, to_warehouse_id);

alter table app.order_item_allocations
  add constraint order_item_allocations_warehouse_fk
    foreign key (workspace_id, warehouse_id) references app.warehouses (workspace_id, id),
  add constraint order_item_allocations_reservation_fk
    foreign key (workspace_id, reservation_id) references app.stock_reservations (workspace_id, id),
  add constraint order_item_allocations_shipment_line_fk
    foreign key (workspace_id, shipment_line_id) references app.shipment_lines (workspace_id, id);
create index order_item_allocations_warehouse_ix on app.order_item_allocations (workspace_id, warehouse_id);
create index order_item_allocations_reservation_ix on app.order_item_allocations (workspace_id, reservation_id);
create index order_item_allocations_shipment_line_ix on app.order_item_allocations (workspace_id, shipment_line_id);

select app.secure_tables();
-- The ledger only grows: a mistake is mended by an opposite movement.
revoke update, delete on app.stock_movements from erp_app;
