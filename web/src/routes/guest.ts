import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { currentSession, restore } from '../lib/session.js'
import { rootRoute } from './root.js'
import { words } from './search.js'

/** Pages for people who have not come in yet. */
export const guestRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'guest',
  component: lazyRouteComponent(() => import('../features/session/guest-layout.js'), 'GuestLayout'),
})

/** Who is signed in has nothing to look for here. */
const onlyStrangers = async ({ search }: { search: { next?: string } }) => {
  await restore().catch(() => {})
  // Only an address of ours: what stands after `next=` may have been written by anybody.
  const next = search.next?.startsWith('/') && !search.next.startsWith('//') ? search.next : '/'
  if (currentSession()) throw redirect({ href: next, replace: true })
}

export const signInRoute = createRoute({
  getParentRoute: () => guestRoute,
  path: '/sign-in',
  validateSearch: words('next'),
  beforeLoad: onlyStrangers,
  component: lazyRouteComponent(() => import('../features/session/sign-in-page.js'), 'Page'),
})

export const registerRoute = createRoute({
  getParentRoute: () => guestRoute,
  path: '/register',
  validateSearch: words('step'),
  component: lazyRouteComponent(() => import('../features/session/register-page.js'), 'Page'),
})

export const resetPasswordRoute = createRoute({
  getParentRoute: () => guestRoute,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('../features/session/reset-password-page.js'), 'Page'),
})

export const waitingRoute = createRoute({
  getParentRoute: () => guestRoute,
  path: '/waiting',
  component: lazyRouteComponent(() => import('../features/session/waiting-page.js'), 'Page'),
})

export const welcomeRoute = createRoute({
  getParentRoute: () => guestRoute,
  path: '/welcome',
  beforeLoad: async () => {
    await restore().catch(() => {})
    if (!currentSession()) throw redirect({ to: '/sign-in', replace: true })
  },
  component: lazyRouteComponent(() => import('../features/session/welcome-page.js'), 'Page'),
})
