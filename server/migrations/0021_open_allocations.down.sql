drop index app.order_item_allocations_open_ix;
