alter table app.order_item_allocations drop constraint order_item_allocations_production_order_fk;
drop index app.order_item_allocations_production_order_ix;
drop table app.production_order_materials;
drop table app.production_orders;
drop table app.bom_operations;
drop table app.bom_components;
drop table app.bills_of_materials;
