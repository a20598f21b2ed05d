alter table app.refunds drop column payout_id;
alter table app.payments drop column advance_from_order_id;
drop table app.order_cancellations;
alter table app.orders drop column cancelled_amount;
