-- Cancellation that travels all the way down: what was cancelled, by which plan, and what became of the money.

-- What an order's total was lessened by: total + cancelled is what was once agreed.
alter table app.orders
  add column cancelled_amount bigint not null default 0 check (cancelled_amount >= 0);

-- Each cancellation as it was carried out. The effects are those of the plan, in the order in which they were worked off.
create table app.order_cancellations (
  organization_id uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  reason text not null,
  -- The whole of what was left, or lines of it.
  whole boolean not null,
  amount bigint not null check (amount >= 0),
  plan_hash char(64) not null,
  choices jsonb not null,
  effects jsonb not null,
  cancelled_by uuid,
  cancelled_at timestamptz not null,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id)
);
create index on app.order_cancellations (workspace_id, order_id);

-- The order whose cancellation freed this money: it belongs to the customer now, and the order may still give it back.
alter table app.payments
  add column advance_from_order_id uuid,
  add foreign key (workspace_id, advance_from_order_id) references app.orders (workspace_id, id);
create index on app.payments (workspace_id, advance_from_order_id);

-- The outgoing payment by which a refund left the house.
alter table app.refunds
  add column payout_id uuid,
  add constraint refunds_payout_ck check (status <> 'COMPLETED' or payout_id is not null),
  add foreign key (workspace_id, payout_id) references app.payments (workspace_id, id);
create index on app.refunds (workspace_id, payout_id);

select app.secure_tables();
-- What was cancelled stays cancelled.
revoke update, delete on app.order_cancellations from erp_app;
