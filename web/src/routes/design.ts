import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from './root.js'

/** Every component of the house on one page, while the house is being built. */
export const designRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/design',
  component: lazyRouteComponent(() => import('../features/design/design-page.js'), 'Page'),
})
