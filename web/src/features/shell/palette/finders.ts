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

interface Finder {
  readonly type: DocumentType
  readonly right: Permission
  readonly list: string
  /** How its numbers begin. */
  readonly prefix: string
  /** Found by names too, not by its number only. */
  readonly byName?: true
  readonly hit: (row: Row) => Omit<Hit, 'type' | 'id'>
}

export type Row = Readonly<Record<string, string | null>> & { readonly id: string }

/** The lists that can be searched, and what of a row tells it from others. */
const finders: readonly Finder[] = [
  {
    type: 'deal',
    right: 'DEALS_VIEW',
    list: '/deals',
    prefix: 'DL',
    byName: true,
    hit: ({ dealNumber, title, customerName, stage }) => hitOf(dealNumber, title, stage, customerName),
  },
  {
    type: 'order',
    right: 'ORDERS_VIEW',
    list: '/orders',
    prefix: 'SO',
    byName: true,
    hit: ({ orderNumber, customerName, status }) => hitOf(orderNumber, customerName, status),
  },
  {
    type: 'customer',
    right: 'CUSTOMERS_VIEW',
    list: '/customers',
    prefix: 'CUS',
    byName: true,
    hit: ({ customerNumber, name, status, bin }) => hitOf(customerNumber, name, status, bin),
  },
  {
    type: 'product',
    right: 'PRODUCTS_VIEW',
    list: '/products',
    prefix: '',
    byName: true,
    hit: ({ code, name, status }) => hitOf(code, name, status),
  },
  {
    type: 'invoice',
    right: 'INVOICES_VIEW',
    list: '/finance/invoices',
    prefix: 'INV',
    hit: ({ invoiceNumber, customerName, status }) => hitOf(invoiceNumber, customerName, status),
  },
  {
    type: 'picking_order',
    right: 'INVENTORY_VIEW',
    list: '/operations/warehouse/picking-orders',
    prefix: 'PK',
    hit: ({ pickingNumber, customerName, status, orderNumber }) =>
      hitOf(pickingNumber, customerName, status, orderNumber),
  },
  {
    type: 'production_order',
    right: 'PRODUCTION_VIEW',
    list: '/operations/production/production-orders',
    prefix: 'MO',
    hit: ({ orderNumber, productName, status }) => hitOf(orderNumber, productName, status),
  },
  {
    type: 'purchase_requisition',
    right: 'PROCUREMENT_VIEW',
    list: '/operations/procurement/requisitions',
    prefix: 'PR',
    hit: ({ requisitionNumber, supplierName, status, orderNumber }) =>
      hitOf(requisitionNumber, supplierName ?? orderNumber, status),
  },
  {
    type: 'delivery_order',
    right: 'LOGISTICS_VIEW',
    list: '/operations/logistics/delivery-orders',
    prefix: 'DO',
    hit: ({ deliveryNumber, customerName, status, orderNumber }) =>
      hitOf(deliveryNumber, customerName, status, orderNumber),
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

export const hitsOf = ({ type, hit }: Finder, rows: readonly Row[]): Hit[] =>
  rows.map((row) => ({ type, id: row.id, ...hit(row) }))

type Word = string | null | undefined

const hitOf = (number: Word, title: Word, status: Word, more?: Word): Omit<Hit, 'type' | 'id'> => ({
  number: number ?? null,
  title: title ?? '',
  more: more ?? undefined,
  status: status ?? '',
})
