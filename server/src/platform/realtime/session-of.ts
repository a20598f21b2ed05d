import { decodeJwt } from 'jose'
import { Refusal } from '../../kernel/refusal.js'
import { newId } from '../../kernel/ids.js'
import type { Tenant } from '../database/tenant.js'
import type { Membership, Memberships } from '../session/memberships.js'
import type { Tokens } from '../session/tokens.js'

/** Who is at the other end of a socket, and until when. */
export interface SocketSession {
  readonly userId: string
  readonly sessionId: string
  readonly tokenVersion: number
  readonly workspaceId: string
  readonly expiresAt: number
}

/** Who a handshake belongs to. Throws for a bad token, a stranger's workspace, or rights that were withdrawn. */
export async function sessionOf(
  auth: Readonly<Record<string, unknown>>,
  tokens: Tokens,
  memberships: Memberships,
): Promise<SocketSession & { readonly member: Membership }> {
  const { token, workspaceId } = auth
  if (typeof token !== 'string' || typeof workspaceId !== 'string') throw new Refusal('AUTH_UNAUTHORIZED')
  const { userId, sessionId, tokenVersion } = await tokens.verify(token)
  const session = { userId, sessionId, tokenVersion, workspaceId, expiresAt: decodeJwt(token).exp! * 1000 }
  return { ...session, member: await membershipOf(session, memberships) }
}

/** The rights of today: asked at every subscription. */
export async function membershipOf(
  { userId, workspaceId, sessionId, tokenVersion }: SocketSession,
  memberships: Memberships,
): Promise<Membership> {
  const member = /^[0-9a-f-]{36}$/.test(workspaceId) ? await memberships.of(userId, workspaceId) : undefined
  if (!member || member.tokenVersion !== tokenVersion || member.endedSessions.has(sessionId))
    throw new Refusal('NOT_FOUND')
  return member
}

/** The context in which a subscription is checked. */
export const socketTenant = (userId: string, member: Membership): Tenant => ({
  organizationId: member.organizationId,
  workspaceId: member.workspaceId,
  timezone: member.timezone,
  requestId: 'socket',
  correlationId: newId(),
  causationId: null,
  depth: 0,
  actor: {
    userId,
    employeeId: member.employeeId,
    departmentId: member.departmentId,
    role: member.role,
    scope: member.scope,
    permissions: member.permissions,
    language: member.locale,
  },
})
