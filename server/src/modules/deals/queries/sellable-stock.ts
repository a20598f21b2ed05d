/** What may be promised of a line's product now; of alias `line`. */
export const sellableStock = `(select coalesce(sum(kept.available_quantity), 0)
  from app.inventory_items kept join app.warehouses place on place.workspace_id = kept.workspace_id and place.id = kept.warehouse_id
    and place.is_sellable and place.is_active and place.deleted_at is null
  where kept.workspace_id = line.workspace_id and kept.product_id = line.product_id)`
