import type { Company } from './company.js'

/** The table behind an id of a path, by the word before it and its name; and the parent's column, where the path names a parent too. */
const inPaths: Readonly<Record<string, { readonly table: string; readonly parent?: string }>> = {
  'settings/key': { table: 'app_settings', parent: 'key' },
  'approvals/id': { table: 'approval_requests' },
  'approval-policies/type': { table: 'approval_policies', parent: 'type' },
  'activities/activityId': { table: 'deal_activities', parent: 'deal_id' },
  'addresses/addressId': { table: 'customer_addresses', parent: 'customer_id' },
  'bom/productId': { table: 'bills_of_materials', parent: 'product_id' },
  'boms/id': { table: 'bills_of_materials' },
  'chains/correlationId': { table: 'orchestrator_runs', parent: 'correlation_id' },
  'deliveries/id': { table: 'event_deliveries', parent: 'address' },
  'notifications/id': { table: 'notifications' },
  'tasks/id': { table: 'tasks' },
  'categories/id': { table: 'product_categories' },
  'contacts/contactId': { table: 'customer_contacts', parent: 'customer_id' },
  'customers/id': { table: 'customers' },
  'deals/id': { table: 'deals' },
  'delivery-orders/id': { table: 'delivery_orders' },
  'departments/id': { table: 'departments' },
  'employees/id': { table: 'employees' },
  'goods-receipts/id': { table: 'goods_receipts' },
  'inventory/productId': { table: 'inventory_items', parent: 'product_id' },
  'invoices/id': { table: 'invoices' },
  'jobs/id': { table: 'background_jobs' },
  'items/itemId': { table: 'order_items', parent: 'order_id' },
  'members/id': { table: 'workspace_members' },
  'notes/noteId': { table: 'customer_notes', parent: 'customer_id' },
  'orders/id': { table: 'orders' },
  'payments/id': { table: 'payments' },
  'picking-orders/id': { table: 'picking_orders' },
  'pipelines/id': { table: 'pipelines' },
  'production-orders/id': { table: 'production_orders' },
  'products/id': { table: 'products' },
  'products/lineId': { table: 'deal_products', parent: 'deal_id' },
  'refunds/id': { table: 'refunds' },
  'requisitions/id': { table: 'purchase_requisitions' },
  'shipments/id': { table: 'shipments' },
  'suppliers/id': { table: 'suppliers' },
  'warehouses/id': { table: 'warehouses' },
}

/** The table behind an id in a body, by the field's name. */
const inBodies: Readonly<Record<string, string>> = {
  approverId: 'employees',
  assignedTo: 'employees',
  bomId: 'bills_of_materials',
  categoryId: 'product_categories',
  categorie: 'product_categories',
  componentId: 'products',
  customerId: 'customers',
  contactPersonId: 'customer_contacts',
  deliveryAddressId: 'customer_addresses',
  shippingAddressId: 'customer_addresses',
  departmentId: 'departments',
  holdId: 'order_holds',
  invoiceId: 'invoices',
  itemId: 'order_items',
  lineId: 'deal_products',
  managerId: 'employees',
  moveTo: 'product_categories',
  orderId: 'orders',
  parentId: 'product_categories',
  paymentId: 'payments',
  pipelineId: 'pipelines',
  pipelineStageId: 'pipeline_stages',
  primarySupplierId: 'suppliers',
  productId: 'products',
  replacementProductId: 'products',
  requisitionLineId: 'purchase_requisition_lines',
  salesOrderId: 'orders',
  salesRepId: 'employees',
  shipmentId: 'shipments',
  substituteComponentId: 'products',
  supplierId: 'suppliers',
  warehouseId: 'warehouses',
}

type Row = Record<string, unknown>

/** Ids of rows that exist in the company's workspace, of the type that a path or a body asks for: the oldest, unless told which to choose. */
export async function realIds(
  { sql, workspaceId }: Company,
  choose: (inOrder: readonly Row[]) => Row = ([first]) => first!,
  order: 'oldest' | 'newest' = 'oldest',
) {
  const way = order === 'oldest' ? 'asc' : 'desc'
  const tables = [...new Set([...Object.values(inPaths).map(({ table }) => table), ...Object.values(inBodies)])]
  const rows = new Map<string, Row>()
  for (const table of tables) {
    const found = await sql<{ row: Row }>(
      `select to_jsonb(t) as row from app.${table} t where workspace_id = $1 order by to_jsonb(t) ->> 'created_at' ${way}, to_jsonb(t) ->> 'id' ${way} limit 20`,
      [workspaceId],
    )
    if (found.length === 0) continue
    const row = choose(found.map((each) => each.row))
    // A delivery is named by its event and its hearer.
    rows.set(table, { ...row, address: `${row['event_id']}:${row['consumer']}` })
  }
  const idIn = (table: string | undefined) => (table ? (rows.get(table)?.['id'] as string | undefined) : undefined)

  /** The path with real ids in it, or the table that has no row to name. */
  function pathWith(path: string): { path: string } | { missing: string } {
    const parts = path.split('/')
    let missing: string | undefined
    const keyOf = (index: number) =>
      `${parts.slice(0, index).findLast((part) => !part.startsWith('{'))}/${parts[index]!.slice(1, -1)}`
    const named = parts
      .map((part, index) => (part.startsWith('{') && part !== '{workspaceId}' ? index : -1))
      .filter((index) => index >= 0)
    const place = named.map((index) => {
      const known = inPaths[keyOf(index)]
      if (!known) throw new Error(`say in real-ids.ts which table ${keyOf(index)} names`)
      return known
    })
    const filled = [...parts]
    place.forEach(({ table, parent }, order) => {
      const row = rows.get(table)
      if (!row) missing = table
      // A child's row says who its parent is; a key that is itself the parent's stands for it.
      const own = parent && named.length === 1 ? parent : 'id'
      filled[named[order]!] = String(row?.[own])
      if (parent && order > 0) filled[named[order - 1]!] = String(row?.[parent])
    })
    return missing ? { missing } : { path: filled.join('/') }
  }

  return {
    pathWith,
    idFor: (field: string, about: string) =>
      idIn(inBodies[field] ?? (field === 'id' || field === 'ids' ? about : undefined)),
  }
}
