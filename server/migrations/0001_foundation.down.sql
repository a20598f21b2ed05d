-- Drops what the foundation made, and keeps the table in which migrations are recorded.
do $$
declare t record;
begin
  for t in select format('drop table app.%I cascade', relname) as command from pg_class
    where relnamespace = 'app'::regnamespace and relkind = 'r' and relname <> 'migrations'
  loop execute t.command; end loop;
  for t in select format('drop function %s cascade', oid::regprocedure) as command from pg_proc where pronamespace = 'app'::regnamespace
  loop execute t.command; end loop;
end $$;
alter default privileges in schema app revoke select, insert, update, delete on tables from erp_app;
alter default privileges in schema app revoke usage on sequences from erp_app;
