import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import type { Permission } from '@prometric/contracts/permissions'
import { learnInside } from '../lib/language.js'
import { Refused } from '../lib/http.js'
import { currentSession, hasLeft, restore } from '../lib/session.js'
import { mayAny, myPages, type PageKey, pages } from './pages.js'
import { rootRoute } from './root.js'

/** Pages for people who are signed in and have a place to work, inside the shell. */
export const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    await restore()
    const session = currentSession()
    const next = location.href === '/' || hasLeft() ? {} : { next: location.href }
    if (!session) throw redirect({ to: '/sign-in', search: next })
    if (session.memberships.length === 0) throw redirect({ to: '/waiting' })
  },
  // Beside the shell and the page, not before them.
  loader: learnInside,
  component: lazyRouteComponent(() => import('../features/shell/shell.js'), 'Shell'),
})

/** Lets in those who may see a page of the rail; the others read that they may not. */
export const allow = (key: PageKey) => () => {
  const { anyOf } = pages.find((page) => page.key === key)!
  if (!mayAny(anyOf)) throw new Refused(403, 'FORBIDDEN', '', { permission: anyOf[0] satisfies Permission })
}

/** Who may not see deals begins at the first page that they may see. */
export function beginAtFirstPage(): void {
  const [first] = myPages()
  if (first && first.to !== '/') throw redirect({ to: first.to, replace: true })
  allow('pipeline')()
}
