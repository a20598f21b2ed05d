import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { allow, insideRoute } from './inside.js'

export const settingsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/settings',
  beforeLoad: allow('settings'),
  component: lazyRouteComponent(() => import('../features/settings/settings-page.js'), 'Page'),
})
