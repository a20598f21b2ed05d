-- as admin
grant select, insert, update on app.document_counters to erp_definer;
create policy counted on app.document_counters to erp_definer using (true) with check (true);
alter function app.take_numbers(uuid, uuid, text[], int[], int[]) security definer;
alter function app.take_numbers(uuid, uuid, text[], int[], int[]) owner to erp_definer;
