import { createRouter } from '@tanstack/react-router'
import { PageError } from '../features/session/errors/page-error.js'
import { approvalsRoute } from './approvals.js'
import { boardRoute } from './board.js'
import { customerRoute, customersRoute } from './customers.js'
import { dealRoute, dealsRoute } from './deals.js'
import { deliveriesRoute, deliveryRoute } from './deliveries.js'
import { designRoute } from './design.js'
import { guestRoute, registerRoute, resetPasswordRoute, signInRoute, waitingRoute, welcomeRoute } from './guest.js'
import { invoiceRoute, invoicesRoute } from './invoices.js'
import { operationsRoute } from './operations.js'
import { newOrderRoute, orderRoute, ordersRoute } from './orders.js'
import { paymentsRoute } from './payments.js'
import { pickingRoute, pickingsRoute } from './picking.js'
import { productRoute, productsRoute } from './products.js'
import { productionRoute, productionsRoute } from './production.js'
import { purchasingRoute, receiptsRoute, requisitionRoute } from './purchasing.js'
import { rootRoute } from './root.js'
import { parseSearch, stringifySearch } from './search.js'
import { settingsRoute } from './settings.js'
import { tasksRoute } from './tasks.js'
import { insideRoute } from './inside.js'

const sales = [
  boardRoute,
  dealsRoute,
  dealRoute,
  customersRoute,
  customerRoute,
  ordersRoute,
  newOrderRoute,
  orderRoute,
] as const
const goods = [productsRoute, productRoute, pickingsRoute, pickingRoute, productionsRoute, productionRoute] as const
const supply = [purchasingRoute, receiptsRoute, requisitionRoute] as const
const papers = [deliveriesRoute, deliveryRoute, invoicesRoute, invoiceRoute, paymentsRoute] as const
const desk = [approvalsRoute, tasksRoute, operationsRoute, settingsRoute] as const

const routeTree = rootRoute.addChildren([
  guestRoute.addChildren([signInRoute, registerRoute, resetPasswordRoute, waitingRoute, welcomeRoute]),
  insideRoute.addChildren([...sales, ...goods, ...supply, ...papers, ...desk]),
  ...(import.meta.env.DEV ? [designRoute] : []),
])

export const router = createRouter({
  routeTree,
  // Inside the shell, so that the way to other pages stays.
  defaultErrorComponent: PageError,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadDelay: 60,
  defaultPendingMs: 300,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
