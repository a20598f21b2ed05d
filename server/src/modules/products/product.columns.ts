// What a product shows that is no column of its own. Written in SQL so that a page of the catalogue is one statement.

/** Filled when the VAT of the day is known. */
export const pricesToCome = {
  priceWithoutVat: '0',
  priceWithVat: '0',
  marginAmount: '0',
  marginPercent: '0',
} as const

/** How many bundles the stock of their stocked parts allows; null when no part is stocked. */
export const bundleAvailability = `select min(floor(part.available / part.quantity)) from (
    select b.quantity, coalesce(sum(i.available_quantity), 0) as available
    from app.bundle_items b
    join app.products c on c.workspace_id = b.workspace_id and c.id = b.component_id and c.track_inventory
    left join app.inventory_items i on i.workspace_id = b.workspace_id and i.product_id = b.component_id
    where b.workspace_id = product.workspace_id and b.bundle_id = product.id and not b.is_optional
    group by b.id, b.quantity) part`

export const stockSql = `(
  select json_build_object('onHand', s.on_hand, 'reserved', s.reserved, 'available', s.available, 'status', case
    when not product.track_inventory and not (product.product_type = 'BUNDLE' and s.bounded) then 'NOT_STOCKED'
    when s.available <= 0 then 'OUT_OF_STOCK'
    when s.available <= coalesce(product.reorder_point, product.min_stock_level) then 'LOW'
    else 'IN_STOCK' end)
  from (
    select coalesce(sum(i.quantity), 0) as on_hand, coalesce(sum(i.reserved_quantity), 0) as reserved,
      case when product.product_type = 'BUNDLE' then coalesce((${bundleAvailability}), 0) else coalesce(sum(i.available_quantity), 0) end as available,
      product.product_type = 'BUNDLE' and (${bundleAvailability}) is not null as bounded
    from app.inventory_items i where i.workspace_id = product.workspace_id and i.product_id = product.id
  ) s)`
