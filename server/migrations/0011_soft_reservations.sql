-- as admin
-- Stock that is kept for a prepayment is given back when its days are over. Which workspaces hold some beyond its time is asked by the
-- schedule before any tenant is known: one more reviewed door, which names workspaces and nothing else.
set role erp_owner;
create policy looked_up on app.stock_reservations for select to erp_definer using (true);
grant select on app.stock_reservations to erp_definer;
create function app.expired_reservations(at timestamptz)
returns table (organization_id uuid, workspace_id uuid, timezone text)
language sql stable security definer set search_path = pg_catalog, app as $$
  select w.organization_id, w.id, w.timezone from app.workspaces w
  where w.status = 'ACTIVE' and w.deleted_at is null
    and exists (select from app.stock_reservations r where r.workspace_id = w.id and r.status = 'ACTIVE' and r.expires_at <= at)
$$;
grant create on schema app to erp_definer;
reset role;
alter function app.expired_reservations(timestamptz) owner to erp_definer;
set role erp_owner;
revoke create on schema app from erp_definer;
select app.secure_tables();
reset role;
