-- VAT by the day of the document, bundles whose parts carry their share of the revenue, and advances found at once.

-- True when a person typed a rate that no tax rate names: it does not follow the settings. Until now such a rate was one that is not 12.
alter table app.products
  add column vat_rate_typed boolean not null generated always as (vat_rate_id is null and vat_rate <> 12) stored;
alter table app.products
  alter column vat_rate_typed drop expression,
  alter column vat_rate_typed set default false;

-- A line keeps its category, its rate and the day that decided it; the history of documents is never reckoned anew.
alter table app.deal_products
  add column vat_category text not null generated always as (
    case when vat_exempt then 'EXEMPT' when vat_rate = 0 then 'ZERO' else 'STANDARD' end
  ) stored,
  add column vat_rate_id uuid,
  add column vat_date date,
  add foreign key (organization_id, vat_rate_id) references app.tax_rates (organization_id, id);
alter table app.deal_products
  alter column vat_category drop expression,
  alter column vat_category set default 'STANDARD',
  add constraint deal_products_vat_category_ck
    check (vat_category in ('STANDARD', 'MEDICAL', 'PERIODICALS', 'ZERO', 'EXEMPT', 'NO_VAT'));
create index on app.deal_products (organization_id, vat_rate_id);

-- What a part of a bundle earns of its parent's net and VAT. The amounts of the document stay on the parent's line.
alter table app.order_items
  add column vat_category text not null generated always as (
    case when vat_exempt then 'EXEMPT' when vat_rate = 0 then 'ZERO' else 'STANDARD' end
  ) stored,
  add column vat_date date,
  add column revenue_share bigint check (revenue_share >= 0),
  add column tax_share bigint check (tax_share >= 0),
  add constraint order_items_share_ck check (revenue_share is null or parent_item_id is not null);
alter table app.order_items
  alter column vat_category drop expression,
  alter column vat_category set default 'STANDARD',
  add constraint order_items_vat_category_ck
    check (vat_category in ('STANDARD', 'MEDICAL', 'PERIODICALS', 'ZERO', 'EXEMPT', 'NO_VAT'));

-- Free money of a customer: empty for almost everybody, so that an invoice looks into it at no cost.
create index payments_advances on app.payments (workspace_id, customer_id)
  where unallocated_amount > 0 and direction = 'INCOMING';

-- A part that keeps a bundle from being sold: one that is not active, however deep, or the bundle itself when nothing is in it.
create function app.bundle_obstacle(of_workspace uuid, bundle uuid) returns varchar language sql stable as $$
  with recursive inside (id, depth) as (
    select b.component_id, 1 from app.bundle_items b where b.workspace_id = of_workspace and b.bundle_id = bundle and not b.is_optional
    union
    select b.component_id, inside.depth + 1 from inside
    join app.bundle_items b on b.workspace_id = of_workspace and b.bundle_id = inside.id and not b.is_optional
    where inside.depth < 8
  )
  select case
    when not exists (select from inside) then (select p.name from app.products p where p.workspace_id = of_workspace and p.id = bundle)
    else (select p.name from inside join app.products p on p.workspace_id = of_workspace and p.id = inside.id
      where p.status <> 'ACTIVE' or p.deleted_at is not null
        or (p.product_type = 'BUNDLE' and not exists (select from app.bundle_items x where x.workspace_id = of_workspace and x.bundle_id = p.id and not x.is_optional))
      order by inside.depth, p.name limit 1)
  end $$;

select app.secure_tables();
