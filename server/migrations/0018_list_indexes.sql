-- as admin
-- Lists, searches and boards that cost the same whether a workspace has ten thousand rows or a hundred thousand.
set role erp_owner;

-- The order in which lists begin, forwards and backwards. With the organization, which the wall asks for, rows are counted in the index alone.
create index products_by_name on app.products (workspace_id, name, id) include (organization_id) where deleted_at is null;
create index customers_by_age on app.customers (workspace_id, created_at, id) include (organization_id) where deleted_at is null;
create index deals_by_age on app.deals (workspace_id, created_at, id) include (organization_id) where deleted_at is null;
create index orders_by_age on app.orders (workspace_id, created_at, id) include (organization_id) where deleted_at is null;
create index deals_on_board on app.deals (workspace_id, pipeline_stage_id, stage_position, id)
  where deleted_at is null and archived_at is null;

-- What stands in each column of a board, as changes that are summed: nobody waits for anybody, as they would for one row a column.
-- Every so often whoever changes a deal puts together the rows that nobody else is putting together.
create table app.deal_totals (
  organization_id uuid not null,
  workspace_id uuid not null,
  pos bigint generated always as identity,
  pipeline_stage_id uuid not null,
  deals bigint not null,
  value bigint not null,
  expected_revenue bigint not null,
  primary key (workspace_id, pos)
);
create index on app.deal_totals (workspace_id, pipeline_stage_id);

create function app.count_deals() returns trigger language plpgsql set search_path = pg_catalog, app as $$
declare crowded uuid[];
begin
  if tg_op = 'INSERT' then
    with made as (
      insert into app.deal_totals (organization_id, workspace_id, pipeline_stage_id, deals, value, expected_revenue)
      select organization_id, workspace_id, pipeline_stage_id, count(*), sum(value), sum(expected_revenue)
      from new_rows where deleted_at is null and archived_at is null group by 1, 2, 3
      returning workspace_id, pos)
    select array_agg(workspace_id) from made where pos % 64 = 0 into crowded;
  else
    with made as (
      insert into app.deal_totals (organization_id, workspace_id, pipeline_stage_id, deals, value, expected_revenue)
      select organization_id, workspace_id, pipeline_stage_id, sum(one), sum(one * value), sum(one * expected_revenue)
      from (
        select 1 as one, organization_id, workspace_id, pipeline_stage_id, value, expected_revenue from new_rows where deleted_at is null and archived_at is null
        union all
        select -1, organization_id, workspace_id, pipeline_stage_id, value, expected_revenue from old_rows where deleted_at is null and archived_at is null) change
      group by 1, 2, 3 having sum(one) <> 0 or sum(one * value) <> 0 or sum(one * expected_revenue) <> 0
      returning workspace_id, pos)
    select array_agg(workspace_id) from made where pos % 64 = 0 into crowded;
  end if;
  if crowded is not null then
    with spent as (
      delete from app.deal_totals where (workspace_id, pos) in (
        select workspace_id, pos from app.deal_totals where workspace_id = any(crowded) for update skip locked)
      returning *)
    insert into app.deal_totals (organization_id, workspace_id, pipeline_stage_id, deals, value, expected_revenue)
    select organization_id, workspace_id, pipeline_stage_id, sum(deals), sum(value), sum(expected_revenue) from spent group by 1, 2, 3;
  end if;
  return null;
end $$;
create trigger count_inserted after insert on app.deals referencing new table as new_rows for each statement execute function app.count_deals();
create trigger count_updated after update on app.deals referencing old table as old_rows new table as new_rows for each statement execute function app.count_deals();

-- The key under which people find a name whatever keyboard they have; says the same as the application's own folding. The letters are
-- lowered by table, since what a database calls a letter depends on its locale.
create function app.fold(words text) returns text language plpgsql immutable parallel safe set search_path = pg_catalog as $$
declare folded text;
begin
  folded := translate(lower(normalize(words, nfc)),
    'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІәғқңөұүһіё«»„“”‘’"''',
    'абвгдеежзийклмнопрстуфхцчшщъыьэюяагкноуухиагкноуухие         ');
  -- A Latin i typed for the Cyrillic і is common in real names.
  if folded ~ 'i' and folded ~ '[а-я]' then
    folded := (select string_agg(case when m[1] ~ '[а-я]' then replace(m[1], 'i', 'и') else m[1] end, '' order by n)
      from regexp_matches(folded, '[a-zа-я]+|[^a-zа-я]+', 'g') with ordinality as word(m, n));
  end if;
  return btrim(regexp_replace(folded, '\s+', ' ', 'g'));
end $$;

-- Every three letters in a row, each under its workspace: what another workspace keeps makes no search longer.
create function app.grams(of_workspace uuid, kind text, words text) returns text[] language sql immutable parallel safe as $$
  select array_agg(of_workspace::text || kind || substr(words, i, 3)) from generate_series(1, length(words) - 2) i
$$;

-- The words by which a row is found, kept beside it so that changing the row costs nothing while they stay.
create table app.search_documents (
  organization_id uuid not null,
  workspace_id uuid not null,
  entity_id uuid not null,
  entity_type text not null check (entity_type in ('CUSTOMER', 'PRODUCT')),
  words text not null,
  primary key (workspace_id, entity_type, entity_id),
  foreign key (organization_id, workspace_id) references app.workspaces (organization_id, id)
);
create index search_documents_grams on app.search_documents using gin (app.grams(workspace_id, entity_type, words)) with (fastupdate = off);

create function app.product_words(product app.products) returns text language sql stable as $$
  select app.fold(concat_ws(' ', product.name, product.code, product.sku, product.barcode, product.search_text))
$$;
create function app.customer_words(customer app.customers) returns text language sql stable as $$
  select app.fold(concat_ws(' ', customer.name, customer.company_name, customer.email, customer.phone, customer.bin, customer.iin, customer.customer_number,
    (select string_agg(concat_ws(' ', c.last_name, c.first_name, c.phone, c.mobile_phone, c.email), ' ' order by c.id) from app.customer_contacts c
      where c.workspace_id = customer.workspace_id and c.customer_id = customer.id and c.deleted_at is null)))
$$;

create function app.keep_words() returns trigger language plpgsql set search_path = pg_catalog, app as $$
begin
  if tg_table_name = 'products' then
    insert into app.search_documents (organization_id, workspace_id, entity_id, entity_type, words)
    values (new.organization_id, new.workspace_id, new.id, 'PRODUCT', app.product_words(new))
    on conflict (workspace_id, entity_type, entity_id) do update set words = excluded.words where search_documents.words <> excluded.words;
  elsif tg_table_name = 'customers' then
    insert into app.search_documents (organization_id, workspace_id, entity_id, entity_type, words)
    values (new.organization_id, new.workspace_id, new.id, 'CUSTOMER', app.customer_words(new))
    on conflict (workspace_id, entity_type, entity_id) do update set words = excluded.words where search_documents.words <> excluded.words;
  else
    update app.search_documents d set words = app.customer_words(c) from app.customers c
    where d.workspace_id = new.workspace_id and d.entity_type = 'CUSTOMER' and d.entity_id = new.customer_id and c.workspace_id = d.workspace_id and c.id = d.entity_id;
  end if;
  return null;
end $$;
create trigger keep_words after insert or update of name, code, sku, barcode, search_text on app.products for each row execute function app.keep_words();
create trigger keep_words after insert or update of name, company_name, email, phone, bin, iin, customer_number on app.customers
  for each row execute function app.keep_words();
create trigger keep_words after insert or update of customer_id, last_name, first_name, phone, mobile_phone, email, deleted_at on app.customer_contacts
  for each row execute function app.keep_words();

-- The ids of what is found by the words of a question, in their order, in the workspace of the transaction: one of the reviewed doors,
-- because nothing but equality may use an index under row security. Where there are more than `at_most`, and for one or two letters, of
-- which there is no index, the youngest are looked through.
create policy looked_up on app.search_documents for select to erp_definer using (true);
grant select on app.search_documents to erp_definer;
create function app.found_by_words(kind text, question text, at_most int) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, app as $$
declare
  in_organization uuid := app.organization_id();
  in_workspace uuid := app.workspace_id();
  folded text := app.fold(question);
  alike text := '%' || replace(regexp_replace(folded, '([\\%_])', '\\\1', 'g'), ' ', '%') || '%';
  asked text[] := array(select unnest(app.grams(in_workspace, kind, word)) from unnest(string_to_array(folded, ' ')) word);
  found uuid[];
begin
  if asked <> '{}' then
    found := array(select d.entity_id from app.search_documents d
      where app.grams(d.workspace_id, d.entity_type, d.words) @> asked
        and d.workspace_id = in_workspace and d.organization_id = in_organization and d.entity_type = kind and d.words like alike
      limit at_most);
    if cardinality(found) < at_most then return found; end if;
  end if;
  return array(select d.entity_id from (
      select entity_id, words from app.search_documents
      where workspace_id = in_workspace and organization_id = in_organization and entity_type = kind
      order by entity_id desc offset 0) d
    where d.words like alike limit at_most);
end $$;

-- What is there already. The owner too stands behind the wall, unless it is lowered for a moment.
alter table app.deals no force row level security;
alter table app.products no force row level security;
alter table app.customers no force row level security;
alter table app.customer_contacts no force row level security;
insert into app.deal_totals (organization_id, workspace_id, pipeline_stage_id, deals, value, expected_revenue)
  select organization_id, workspace_id, pipeline_stage_id, count(*), sum(value), sum(expected_revenue)
  from app.deals where deleted_at is null and archived_at is null group by 1, 2, 3;
insert into app.search_documents (organization_id, workspace_id, entity_id, entity_type, words)
  select organization_id, workspace_id, id, 'PRODUCT', app.product_words(p) from app.products p
  union all
  select organization_id, workspace_id, id, 'CUSTOMER', app.customer_words(c) from app.customers c;
alter table app.deals force row level security;
alter table app.products force row level security;
alter table app.customers force row level security;
alter table app.customer_contacts force row level security;

insert into app.audit_exempt_table values ('deal_totals'), ('search_documents');
grant create on schema app to erp_definer;
reset role;
alter function app.found_by_words(text, text, int) owner to erp_definer;
set role erp_owner;
revoke create on schema app from erp_definer;
select app.secure_tables();
reset role;
