import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { allow, workRoute } from './work.js'

export const settingsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/settings',
  beforeLoad: allow('settings'),
  component: lazyRouteComponent(() => import('../features/settings/settings-page.js'), 'Page'),
})
