import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listWords, words } from './search.js'
import { allow, insideRoute } from './inside.js'

export const invoicesRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/invoices',
  validateSearch: words(
    ...listWords,
    'status',
    'type',
    'direction',
    'overdue',
    'customerId',
    'orderId',
    'dateFrom',
    'dateTo',
    'dueFrom',
    'dueTo',
  ),
  beforeLoad: allow('invoices'),
  component: lazyRouteComponent(() => import('../features/invoices/invoices-page.js'), 'Page'),
})

export const invoiceRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/invoices/$id',
  validateSearch: words('tab'),
  beforeLoad: allow('invoices'),
  component: lazyRouteComponent(() => import('../features/invoices/invoice-page.js'), 'Page'),
})
