import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { words } from './search.js'
import { allow, insideRoute } from './inside.js'

export const approvalsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/approvals',
  validateSearch: words('view', 'peek'),
  beforeLoad: allow('approvals'),
  component: lazyRouteComponent(() => import('../features/approvals/approvals-page.js'), 'Page'),
})
