-- Catalogue: tax rates, suppliers, units, categories, products, bundles and price history.

-- A rate is data: two rates of one category never hold on the same day.
create table app.tax_rates (
  organization_id uuid not null references app.organizations (id),
  id uuid not null,
  category text not null check (category in ('STANDARD', 'MEDICAL', 'PERIODICALS', 'ZERO', 'EXEMPT', 'NO_VAT')),
  rate numeric(5,2) check (rate between 0 and 100),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  legal_basis text,
  is_active boolean not null default true,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (organization_id, id),
  constraint tax_rates_period_excl exclude using gist (
    organization_id with =, category with =, daterange(valid_from, valid_to, '[]') with &&
  )
);

create table app.suppliers (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  supplier_number varchar(30) not null,
  name varchar(200) not null,
  legal_name varchar(500),
  bin char(12) check (bin ~ '^[0-9]{12}$'),
  iin char(12) check (iin ~ '^[0-9]{12}$'),
  vat_payer boolean not null default false,
  email varchar(255) check (email = lower(email)),
  phone varchar(20),
  address jsonb,
  bank_account varchar(20),
  bank_bik varchar(11),
  kbe char(2),
  payment_terms text not null default 'NET_30'
    check (payment_terms in ('PREPAYMENT', 'IMMEDIATE', 'NET_15', 'NET_30', 'NET_45', 'NET_60')),
  lead_time_days int check (lead_time_days >= 0),
  rating numeric(3,2) check (rating >= 0),
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'ON_HOLD', 'BLOCKED')),
  contacts jsonb not null default '[]',
  categories uuid[] not null default '{}',
  quality_score numeric(7,4),
  on_time_score numeric(7,4),
  balance bigint not null default 0,
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
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id)
);
create unique index suppliers_number_uq on app.suppliers (workspace_id, supplier_number) where deleted_at is null;
create unique index suppliers_bin_uq on app.suppliers (workspace_id, bin) where bin is not null and deleted_at is null;
create unique index suppliers_iin_uq on app.suppliers (workspace_id, iin) where iin is not null and deleted_at is null;
create index on app.suppliers (workspace_id, status);
create index on app.suppliers (workspace_id, name);

create table app.units_of_measure (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  code varchar(20) not null,
  name varchar(100) not null,
  name_translations jsonb not null default '{}',
  kind text not null check (kind in ('COUNT', 'MASS', 'VOLUME', 'LENGTH', 'AREA', 'TIME', 'OTHER')),
  precision int not null default 0 check (precision between 0 and 3),
  is_active boolean not null default true,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  constraint units_of_measure_code_uq unique (workspace_id, code)
);

create table app.product_categories (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  name varchar(255) not null,
  name_translations jsonb not null default '{}',
  code varchar(50),
  description text,
  image_file_id uuid,
  parent_id uuid check (parent_id <> id),
  path varchar(1000) not null,
  sort_order int not null default 0,
  is_active boolean not null default true,
  default_vat_rate_id uuid,
  default_unit varchar(20),
  default_markup_percent numeric(7,4),
  metadata jsonb not null default '{}',
  created_by uuid,
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  foreign key (workspace_id, parent_id) references app.product_categories (workspace_id, id),
  foreign key (organization_id, default_vat_rate_id) references app.tax_rates (organization_id, id),
  foreign key (workspace_id, default_unit) references app.units_of_measure (workspace_id, code)
);
create unique index product_categories_name_uq on app.product_categories (workspace_id, parent_id, name)
  where parent_id is not null and deleted_at is null;
create unique index product_categories_root_name_uq on app.product_categories (workspace_id, name)
  where parent_id is null and deleted_at is null;
create unique index product_categories_code_uq on app.product_categories (workspace_id, code)
  where code is not null and deleted_at is null;
create index on app.product_categories (workspace_id, parent_id);
create index on app.product_categories (workspace_id, path);
create index on app.product_categories (organization_id, default_vat_rate_id);
create index on app.product_categories (workspace_id, default_unit);

-- code_lower and search_text are written by the application: folding there does not depend on the database's locale.
create table app.products (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  code varchar(100) not null,
  code_lower varchar(100) not null check (code_lower = lower(code_lower)),
  name varchar(500) not null,
  name_translations jsonb not null default '{}',
  description text,
  product_type text not null default 'PRODUCT'
    check (product_type in ('PRODUCT', 'MATERIAL', 'SERVICE', 'DIGITAL', 'BUNDLE', 'MANUFACTURED')),
  status text not null default 'ACTIVE' check (status in ('DRAFT', 'ACTIVE', 'INACTIVE', 'DISCONTINUED')),
  category_id uuid,
  unit varchar(20) not null default 'шт',
  barcode varchar(100),
  sku varchar(100),
  price bigint not null default 0 check (price >= 0),
  currency char(3) not null default 'KZT',
  cost bigint not null default 0 check (cost >= 0),
  min_price bigint check (min_price >= 0),
  vat_rate_id uuid,
  vat_rate numeric(7,4) not null default 12 check (vat_rate between 0 and 100),
  vat_included boolean not null default true,
  vat_exempt boolean not null default false,
  weight numeric(10,3) check (weight >= 0),
  length numeric(10,2) check (length >= 0),
  width numeric(10,2) check (width >= 0),
  height numeric(10,2) check (height >= 0),
  color varchar(50),
  primary_supplier_id uuid,
  supplier_code varchar(100),
  purchase_price bigint check (purchase_price >= 0),
  lead_time_days int check (lead_time_days >= 0),
  min_order_quantity numeric(18,6) check (min_order_quantity > 0),
  order_multiple numeric(18,6) check (order_multiple > 0),
  material_cost bigint check (material_cost >= 0),
  labor_cost bigint check (labor_cost >= 0),
  overhead_percent numeric(7,4) not null default 20 check (overhead_percent >= 0),
  markup_percent numeric(7,4) not null default 30,
  production_time_minutes int check (production_time_minutes >= 0),
  costing_method text not null default 'AVERAGE' check (costing_method in ('AVERAGE', 'FIFO', 'STANDARD')),
  track_inventory boolean not null generated always as (product_type in ('PRODUCT', 'MATERIAL', 'MANUFACTURED')) stored,
  batch_tracking boolean not null default false,
  expiry_days int check (expiry_days > 0),
  serial_tracking boolean not null default false,
  min_stock_level numeric(18,6) check (min_stock_level >= 0),
  max_stock_level numeric(18,6) check (max_stock_level >= 0),
  reorder_point numeric(18,6) check (reorder_point >= 0),
  reorder_quantity numeric(18,6) check (reorder_quantity >= 0),
  safety_stock numeric(18,6) check (safety_stock >= 0),
  replenishment_policy text not null default 'MIN_MAX'
    check (replenishment_policy in ('NONE', 'MIN_MAX', 'REORDER_POINT', 'MAKE_TO_ORDER')),
  sellable boolean not null,
  purchasable boolean not null,
  digital_kind text check (digital_kind in ('LICENSE', 'SUBSCRIPTION', 'CONTENT')),
  digital_payload jsonb,
  bundle_pricing text check (bundle_pricing in ('FIXED', 'COMPONENTS')),
  images jsonb not null default '[]' check (jsonb_array_length(images) <= 10),
  specifications jsonb not null default '{}',
  custom_fields jsonb not null default '{}',
  tags text[] not null default '{}',
  abc_class text check (abc_class in ('A', 'B', 'C')),
  xyz_class text check (xyz_class in ('X', 'Y', 'Z')),
  popularity int not null default 0,
  last_sold_at timestamptz,
  last_purchased_at timestamptz,
  discontinued_at timestamptz,
  replacement_product_id uuid,
  search_text text not null default '',
  created_by uuid,
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  version int not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id),
  constraint products_stock_levels_ck check (min_stock_level <= max_stock_level),
  constraint products_expiry_ck check (expiry_days is null or batch_tracking),
  foreign key (workspace_id, category_id) references app.product_categories (workspace_id, id),
  constraint products_unit_fk foreign key (workspace_id, unit) references app.units_of_measure (workspace_id, code),
  foreign key (organization_id, vat_rate_id) references app.tax_rates (organization_id, id),
  foreign key (workspace_id, primary_supplier_id) references app.suppliers (workspace_id, id),
  foreign key (workspace_id, replacement_product_id) references app.products (workspace_id, id)
);
create unique index products_code_uq on app.products (workspace_id, code_lower) where deleted_at is null;
create unique index products_barcode_uq on app.products (workspace_id, barcode)
  where barcode is not null and deleted_at is null;
create index on app.products (workspace_id, status, product_type);
create index on app.products (workspace_id, category_id);
create index on app.products (workspace_id, price);
create index on app.products (workspace_id, unit);
create index on app.products (organization_id, vat_rate_id);
create index on app.products (workspace_id, primary_supplier_id);
create index on app.products (workspace_id, replacement_product_id);

create table app.bundle_items (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  bundle_id uuid not null,
  component_id uuid not null check (component_id <> bundle_id),
  quantity numeric(18,6) not null check (quantity > 0),
  sort_order int not null default 0,
  is_optional boolean not null default false,
  price_share numeric(7,4) check (price_share between 0 and 100),
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, bundle_id) references app.products (workspace_id, id) on delete cascade,
  foreign key (workspace_id, component_id) references app.products (workspace_id, id),
  constraint bundle_items_component_uq unique (workspace_id, bundle_id, component_id)
);
create index on app.bundle_items (workspace_id, component_id);

create table app.product_price_history (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  field text not null check (field in ('PRICE', 'COST', 'PURCHASE_PRICE')),
  old_value bigint check (old_value >= 0),
  new_value bigint not null check (new_value >= 0),
  valid_from timestamptz not null,
  changed_by uuid,
  reason text not null check (reason in ('MANUAL', 'IMPORT', 'RECALCULATION', 'RECEIPT', 'PRODUCTION', 'PRICE_LIST')),
  source_id uuid,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, product_id) references app.products (workspace_id, id)
);
create index on app.product_price_history (workspace_id, product_id, valid_from desc);

select app.secure_tables();
