import { Link } from '@tanstack/react-router'
import { useMay } from '../../../lib/may.js'
import type { OrderRow } from '../order-answer.js'

/** The customer, as a link for those who may see customers. */
export function Customer({ order }: { readonly order: OrderRow }) {
  const may = useMay()
  if (!order.customerId || !may('CUSTOMERS_VIEW')) return order.customerName
  return (
    <Link to="/customers/$id" params={{ id: order.customerId }}>
      {order.customerName}
    </Link>
  )
}
