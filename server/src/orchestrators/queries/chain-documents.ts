import { piece, sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { Permission } from '@prometric/contracts/permissions'

interface DocumentTable {
  readonly table: string
  readonly number: string
  readonly status: string
  readonly permission: Permission
  /** Whose it is, where people see only what is theirs. */
  readonly owner?: string
  /** Whoever sees it may follow it, and see the chain in which it stands. */
  readonly subject?: true
}

/** Every kind of document that a chain may name: where it lives, what it is called, who may see it. */
const documents: Readonly<Record<string, DocumentTable>> = {
  deal: {
    table: 'deals',
    number: 'deal_number',
    status: 'stage',
    permission: 'DEALS_VIEW',
    owner: 'assigned_to',
    subject: true,
  },
  order: {
    table: 'orders',
    number: 'order_number',
    status: 'status',
    permission: 'ORDERS_VIEW',
    owner: 'sales_rep_id',
    subject: true,
  },
  customer: {
    table: 'customers',
    number: 'name',
    status: 'status',
    permission: 'CUSTOMERS_VIEW',
    owner: 'assigned_to',
    subject: true,
  },
  invoice: {
    table: 'invoices',
    number: 'invoice_number',
    status: 'status',
    permission: 'INVOICES_VIEW',
    subject: true,
  },
  payment: {
    table: 'payments',
    number: 'payment_number',
    status: 'status',
    permission: 'PAYMENTS_VIEW',
    subject: true,
  },
  refund: {
    table: 'refunds',
    number: 'refund_number',
    status: 'status',
    permission: 'PAYMENTS_VIEW',
    subject: true,
  },
  picking_order: {
    table: 'picking_orders',
    number: 'picking_number',
    status: 'status',
    permission: 'INVENTORY_VIEW',
    subject: true,
  },
  production_order: {
    table: 'production_orders',
    number: 'order_number',
    status: 'status',
    permission: 'PRODUCTION_VIEW',
    subject: true,
  },
  purchase_requisition: {
    table: 'purchase_requisitions',
    number: 'requisition_number',
    status: 'status',
    permission: 'PROCUREMENT_VIEW',
    subject: true,
  },
  goods_receipt: {
    table: 'goods_receipts',
    number: 'receipt_number',
    status: 'status',
    permission: 'INVENTORY_VIEW',
    subject: true,
  },
  shipment: {
    table: 'shipments',
    number: 'shipment_number',
    status: 'status',
    permission: 'LOGISTICS_VIEW',
    subject: true,
  },
  delivery_order: {
    table: 'delivery_orders',
    number: 'delivery_number',
    status: 'status',
    permission: 'LOGISTICS_VIEW',
    subject: true,
  },
  product: { table: 'products', number: 'name', status: 'status', permission: 'PRODUCTS_VIEW' },
  task: { table: 'tasks', number: 'title', status: 'status', permission: 'TASKS_VIEW' },
}

/** Aggregates that are announced under another word than their document's. */
const spokenAs: Readonly<Record<string, string>> = { stock: 'product', delivery: 'delivery_order' }

export interface LiveDocument {
  readonly type: string
  readonly id: string
  readonly number: string | null
  readonly status: string | null
  readonly visible: boolean
}

/** The document that an aggregate is, if it is one. */
export const documentType = (aggregateType: string): string | undefined => {
  const type = spokenAs[aggregateType] ?? aggregateType
  return type in documents ? type : undefined
}

/**
 * May the acting person see a chain because of this document? People who see only their own are judged by documents that have an owner:
 * a picking order that anybody may see must not open the story of somebody else's deal.
 */
export const opensChain = (work: UnitOfWork, { type, visible }: LiveDocument): boolean =>
  visible &&
  documents[type]?.subject === true &&
  (work.actor.scope === 'WORKSPACE' || documents[type].owner !== undefined)

/** Today's number and status of documents, and whether the acting person may see each. One statement for every kind. */
export async function liveDocuments(work: UnitOfWork, ids: readonly string[]): Promise<Map<string, LiveDocument>> {
  const { actor } = work
  const mayView = visibleKinds(work)
  const rows = await work.rows<LiveDocument>(byIds, [
    work.workspaceId,
    ids,
    mayView,
    actor.scope,
    actor.userId,
    actor.employeeId,
    actor.departmentId,
  ])
  return new Map(rows.map((row) => [row.id, row]))
}

const one = ([type, { table, number, status, owner }]: [string, DocumentTable]) => {
  const theirs = owner
    ? ` and ($4 = 'WORKSPACE' or x.created_by = $5::uuid or x.${owner} = $6::uuid or ($4 = 'DEPARTMENT' and x.department_id = $7::uuid))`
    : ''
  return `select '${type}' as type, x.id, x.${number} as number, x.${status} as status, coalesce('${type}' = any($3::text[])${theirs}, false) as visible
    from app.${table} x where x.workspace_id = $1 and x.id = any($2::uuid[])`
}

const byIds = sql`${piece(Object.entries(documents).map(one).join(' union all '))}`

/** The ids of the documents of these kinds whose number begins so: SQL for two placeholders, in the workspace of `$1`. */
export const idsByNumber = (kinds: string, beginning: string): string =>
  Object.entries(documents)
    .map(
      ([type, { table, number }]) =>
        `select x.id from app.${table} x where x.workspace_id = $1 and '${type}' = any(${kinds}::text[])
        and (starts_with(x.${number}, ${beginning}) or starts_with(x.${number}, upper(${beginning})))`,
    )
    .join(' union all ')

/** The kinds of documents that the acting person may see at all. */
export const visibleKinds = (work: UnitOfWork): string[] =>
  Object.entries(documents)
    .filter(([, one]) => work.allow(one.permission))
    .map(([type]) => type)
