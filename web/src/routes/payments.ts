import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listWords, words } from './search.js'
import { allow, insideRoute } from './inside.js'

export const paymentsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/payments',
  validateSearch: words(
    ...listWords,
    'status',
    'direction',
    'method',
    'customerId',
    'orderId',
    'invoiceId',
    'unallocated',
    'from',
    'to',
    'minAmount',
    'maxAmount',
  ),
  beforeLoad: allow('payments'),
  component: lazyRouteComponent(() => import('../features/payments/payments-page.js'), 'Page'),
})
