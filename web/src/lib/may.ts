import type { Permission } from '@prometric/contracts/permissions'
import { currentSession, useSession } from './session.js'

/** What the person may do in the workspace. Only to leave out what would be refused: the API stays the judge. */
export function may(permission: Permission): boolean {
  const session = currentSession()
  const here = session?.memberships.find(({ workspaceId }) => workspaceId === session.workspaceId)
  return here?.permissions.includes(permission) ?? false
}

/** The same question in a component, asked again when the workspace changes: `const may = useMay()`. */
export function useMay(): (permission: Permission) => boolean {
  useSession()
  return may
}
