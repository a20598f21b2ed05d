import type { Permission } from '@prometric/contracts/permissions'
import { withQuery } from '../../../lib/api.js'
import { may } from '../../../lib/may.js'
import type { DocumentType } from '../../../ui/document-kinds.js'

/** What a search finds: enough to recognise it and go there. */
export interface Hit {
  readonly type: DocumentType
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly more?: string | undefined
  readonly status: string
}

export type Row = Readonly<Record<string, string | null>> & { readonly id: string }

interface Finder {
  readonly type: DocumentType
  readonly right: Permission
  readonly list: string
  /** How its numbers begin. */
  readonly prefix: string
  /** Found by names too, not by its number only. */
  readonly byName?: true
  /** The fields of a row that tell it from others. */
  readonly number: string
  readonly title: string
  /** What is said where the title is empty. */
  readonly untitled?: string
  readonly more?: string
  /** Unless said, `status`. */
  readonly status?: string
}

/** The lists that can be searched, and what of a row is shown. */
const finders: readonly Finder[] = [
  {
    type: 'deal',
    right: 'DEALS_VIEW',
    list: '/deals',
    prefix: 'DL',
    byName: true,
    number: 'dealNumber',
    title: 'title',
    more: 'customerName',
    status: 'stage',
  },
  {
    type: 'order',
    right: 'ORDERS_VIEW',
    list: '/orders',
    prefix: 'SO',
    byName: true,
    number: 'orderNumber',
    title: 'customerName',
  },
  {
    type: 'customer',
    right: 'CUSTOMERS_VIEW',
    list: '/customers',
    prefix: 'CUS',
    byName: true,
    number: 'customerNumber',
    title: 'name',
    more: 'bin',
  },
  {
    type: 'product',
    right: 'PRODUCTS_VIEW',
    list: '/products',
    prefix: '',
    byName: true,
    number: 'code',
    title: 'name',
  },
  {
    type: 'invoice',
    right: 'INVOICES_VIEW',
    list: '/finance/invoices',
    prefix: 'INV',
    number: 'invoiceNumber',
    title: 'customerName',
  },
  {
    type: 'picking_order',
    right: 'INVENTORY_VIEW',
    list: '/operations/warehouse/picking-orders',
    prefix: 'PK',
    number: 'pickingNumber',
    title: 'customerName',
    more: 'orderNumber',
  },
  {
    type: 'production_order',
    right: 'PRODUCTION_VIEW',
    list: '/operations/production/production-orders',
    prefix: 'MO',
    number: 'orderNumber',
    title: 'productName',
  },
  {
    type: 'purchase_requisition',
    right: 'PROCUREMENT_VIEW',
    list: '/operations/procurement/requisitions',
    prefix: 'PR',
    number: 'requisitionNumber',
    title: 'supplierName',
    untitled: 'orderNumber',
  },
  {
    type: 'delivery_order',
    right: 'LOGISTICS_VIEW',
    list: '/operations/logistics/delivery-orders',
    prefix: 'DO',
    number: 'deliveryNumber',
    title: 'customerName',
    more: 'orderNumber',
  },
]

/** Which lists to ask for a text: the one whose numbers begin so, or those that are found by name. */
export function findersFor(text: string): readonly Finder[] {
  const mine = finders.filter(({ right }) => may(right))
  const prefix = /^([a-z]{2,3})-/i.exec(text)?.[1]?.toUpperCase()
  const numbered = mine.filter((finder) => finder.prefix === prefix)
  return numbered.length > 0 ? numbered : mine.filter(({ byName }) => byName)
}

export const searchPath = ({ list }: Finder, search: string): string => withQuery(list, { search, limit: 5 })

export const hitsOf = (finder: Finder, rows: readonly Row[]): Hit[] => {
  const { type, number, title, untitled = '', more = '', status = 'status' } = finder
  return rows.map((row) => ({
    type,
    id: row.id,
    number: row[number] ?? null,
    title: row[title] ?? row[untitled] ?? '',
    more: row[more] ?? undefined,
    status: row[status] ?? '',
  }))
}
