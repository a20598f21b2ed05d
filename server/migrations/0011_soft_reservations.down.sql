-- as admin
alter function app.expired_reservations(timestamptz) owner to erp_owner;
set role erp_owner;
drop function app.expired_reservations(timestamptz);
revoke select on app.stock_reservations from erp_definer;
drop policy looked_up on app.stock_reservations;
reset role;
