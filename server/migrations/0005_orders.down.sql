alter table app.orders drop constraint orders_recurring_schedule_fk;
drop table app.recurring_order_schedules;
drop table app.order_holds;
drop table app.order_status_history;
drop table app.order_item_allocations;
drop table app.order_items;
drop table app.orders;
