import type { CachedKind } from '../../src/platform/cache/ttl.js'
import { castOf, ok } from './cast.js'
import type { Answer } from './client.js'
import type { Company } from './company.js'

/** What was sold, and what of it is asked again and again. */
export interface Sold {
  readonly product: string
  readonly customer: string
  readonly deal: string
  readonly order: string
}

/** A product with stock behind it, and a deal over it that was won. */
export async function sold(company: Company, cast = castOf(company)): Promise<Sold> {
  const product = await cast.product('PRODUCT', 'Стол')
  await cast.stock(product.id, 1000)
  const customer = await cast.customer()
  const deal = await cast.deal(customer.id, [[product.id, 2]])
  const won = ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data
  await company.settle()
  return { product: product.id, customer: customer.id, deal: deal.id, order: won.order.id as string }
}

/** A question of every kind that is kept, with all that can be asked along. */
export const questionsAbout = ({ product, customer, order }: Sold): Readonly<Record<CachedKind, string>> => ({
  'product-list': '/products?sort=-createdAt',
  'product-card': `/products/${product}?include=bundleItems,priceHistory,stock,movements`,
  'category-tree': '/products/categories?includeCounts=true',
  'customer-list': '/customers?sort=-createdAt',
  'customer-card': `/customers/${customer}?include=contacts,addresses,notes,orders,deals,invoices`,
  'pipeline-board': '/deals/pipeline',
  'order-list': '/orders',
  'order-card': `/orders/${order}?include=items,history,cancellations,payments`,
  'stock-display': `/products/${product}/inventory`,
})

/** Everything of an answer but what is made anew for each. */
export function contentOf({ status, data, error, meta, headers }: Answer) {
  const { requestId: _, timestamp: __, ...paging } = meta
  return { status, text: JSON.stringify(data ?? error?.code), paging, etag: headers.get('etag') }
}
