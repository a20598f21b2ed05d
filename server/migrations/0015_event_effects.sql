-- Letters to customers: each is kept in the transaction in which it leaves, so that its key lets it leave once.
create table app.customer_letters (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  order_id uuid,
  dedupe_key varchar(200) not null,
  recipient varchar(255) not null,
  language text not null check (language in ('kk', 'ru', 'en')),
  subject text not null,
  body text not null,
  sent_at timestamptz not null,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  constraint customer_letters_dedupe_uq unique (workspace_id, dedupe_key),
  foreign key (workspace_id, customer_id) references app.customers (workspace_id, id),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id)
);
create index on app.customer_letters (workspace_id, customer_id);
create index on app.customer_letters (workspace_id, order_id);

select app.secure_tables();
