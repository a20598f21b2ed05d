-- What waits for production or purchase is found without reading what was served long ago.
create index order_item_allocations_open_ix on app.order_item_allocations (workspace_id, order_item_id)
  where status = 'OPEN' and kind in ('PRODUCTION', 'PURCHASE');
