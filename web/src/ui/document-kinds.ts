import type { Lifecycle } from './status-tones.js'

interface DocumentKind {
  readonly lifecycle: Lifecycle
  /** Where its page is, or its list that opens it at the side. */
  readonly page?: string
  readonly list?: string
  /** It is called by a name, not by a number. */
  readonly named?: true
}

/** Every kind of document that the API speaks of: what its status is of, and where its page is. */
const kinds = {
  deal: { lifecycle: 'deal', page: '/deals' },
  order: { lifecycle: 'order', page: '/orders' },
  invoice: { lifecycle: 'invoice', page: '/invoices' },
  payment: { lifecycle: 'payment', list: '/payments' },
  refund: { lifecycle: 'refund', list: '/payments' },
  picking_order: { lifecycle: 'picking', page: '/picking' },
  production_order: { lifecycle: 'production', page: '/production' },
  purchase_requisition: { lifecycle: 'requisition', page: '/purchasing' },
  goods_receipt: { lifecycle: 'receipt', list: '/purchasing/receipts' },
  shipment: { lifecycle: 'shipment' },
  delivery_order: { lifecycle: 'delivery', page: '/deliveries' },
  task: { lifecycle: 'task', list: '/tasks', named: true },
  customer: { lifecycle: 'customer', page: '/customers', named: true },
  supplier: { lifecycle: 'supplier', named: true },
  product: { lifecycle: 'product', page: '/products', named: true },
  approval_request: { lifecycle: 'approval', list: '/approvals' },
} as const satisfies Record<string, DocumentKind>

export type DocumentType = keyof typeof kinds

export const documentTypes = Object.keys(kinds) as DocumentType[]

/** Nothing for a kind that has no page yet. */
export const kindOf = (type: string): DocumentKind | undefined =>
  Object.hasOwn(kinds, type) ? kinds[type as DocumentType] : undefined

/** The address of a document; nothing when it has no page. */
export function addressOf(type: string, id: string): { to: string; search?: { peek: string } } | undefined {
  const kind = kindOf(type)
  if (kind?.page) return { to: `${kind.page}/${id}` }
  return kind?.list ? { to: kind.list, search: { peek: id } } : undefined
}
