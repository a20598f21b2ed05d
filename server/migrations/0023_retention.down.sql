-- as admin
alter function app.unforgotten_days(timestamptz) owner to erp_owner;
set role erp_owner;
drop function app.unforgotten_days(timestamptz);
drop index app.notifications_by_age;
drop index app.refresh_tokens_by_age;
drop index app.email_verifications_by_age;
drop index app.login_attempts_by_age;
reset role;
