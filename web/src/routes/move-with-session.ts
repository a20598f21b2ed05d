import type { AnyRouter } from '@tanstack/react-router'
import { queryClient } from '../lib/api.js'
import { currentSession, subscribe } from '../lib/session.js'

/** Another person or another workspace is another set of pages: nothing of the last one may stay on the screen. */
export function moveWithSession(router: AnyRouter): void {
  let before = place()
  subscribe(() => {
    const now = place()
    // While the first page loads, the route itself waits for the session.
    if (now === before || router.state.status === 'pending') return void (before = now)
    const wasSomewhere = before !== undefined
    before = now
    queryClient.clear()
    // A document of the workspace that was left is not known in the next one.
    const { pathname } = router.state.location
    if (wasSomewhere && now && pathname.split('/').length > 2) void router.navigate({ to: '/' })
    else void router.invalidate()
  })
}

function place(): string | undefined {
  const session = currentSession()
  return session ? `${session.user.id} ${session.workspaceId}` : undefined
}
