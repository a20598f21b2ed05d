do $$
declare held record;
begin
  for held in
    select t.relname as of_table, x.relname as name, lead.attname as lead, reference.attname as reference
    from pg_index i
    join pg_class t on t.oid = i.indrelid and t.relnamespace = 'app'::regnamespace
    join pg_class x on x.oid = i.indexrelid
    join pg_attribute lead on lead.attrelid = t.oid and lead.attnum = i.indkey[0]
    join pg_attribute reference on reference.attrelid = t.oid and reference.attnum = i.indkey[1] and not reference.attnotnull
    where i.indnatts = 2 and not i.indisunique and pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', reference.attname)
      and exists (select from pg_constraint f where f.conrelid = t.oid and f.contype = 'f' and f.conkey = array[i.indkey[0], i.indkey[1]]::int2[])
  loop
    execute format('drop index app.%I', held.name);
    execute format('create index %I on app.%I (%I, %I)', held.name, held.of_table, held.lead, held.reference);
  end loop;
end $$;
