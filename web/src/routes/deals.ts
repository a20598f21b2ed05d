import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listWords, words } from './search.js'
import { allow, insideRoute } from './inside.js'

export const dealsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/deals',
  validateSearch: words(
    ...listWords,
    'stage',
    'customerId',
    'assignedTo',
    'isStale',
    'priority',
    'leadSource',
    'minValue',
    'maxValue',
    'expectedCloseDateFrom',
    'expectedCloseDateTo',
    'createdFrom',
    'createdTo',
    'wonFrom',
    'wonTo',
  ),
  beforeLoad: allow('deals'),
  component: lazyRouteComponent(() => import('../features/deals/deals-page.js'), 'Page'),
})

export const dealRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/deals/$id',
  validateSearch: words('tab'),
  beforeLoad: allow('deals'),
  component: lazyRouteComponent(() => import('../features/deals/deal-page.js'), 'Page'),
})
