import type { LoginBody, signedIn, TokenPair } from '@prometric/contracts/identity'
import type { z } from 'zod'
import { Refusal } from '../../kernel/refusal.js'
import type { Database } from '../../platform/database/database.js'
import type { Memberships } from '../../platform/session/memberships.js'
import { accessTokenMinutes, type Tokens } from '../../platform/session/tokens.js'
import { membershipAnswer } from './membership-answer.js'
import { claimSignIn } from './operations/claim-sign-in.js'
import { failSignIn, forgiveSignIn, signIn } from './operations/settle-sign-in.js'
import type { Caller } from './operations/start-session.js'
import { passwordMatches } from './passwords.js'
import { personTenant } from './person-tenant.js'
import { accountOf } from './queries/account.js'

export interface Desk {
  readonly database: Database
  readonly tokens: Tokens
  readonly memberships: Memberships
}

interface Known {
  readonly id: string
  readonly passwordHash: string
  readonly status: string
  readonly registrationStatus: string
  readonly isVerified: boolean
}

/** Checks a password and opens a session. Unknown e-mails take the same steps and the same time as wrong passwords. */
export async function logIn(
  desk: Desk,
  body: LoginBody,
  caller: Caller & { readonly requestId: string },
): Promise<z.infer<typeof signedIn>> {
  const email = body.email.toLowerCase()
  const tenant = personTenant({ userId: null, requestId: caller.requestId })
  const attempt = await desk.database.run(tenant, (work) => claimSignIn(work, { email, ip: caller.ip }))
  const [known] = await desk.database.global<Known>(findByEmail, [email])
  if (!(await passwordMatches(known?.passwordHash, body.password)) || !known) {
    await desk.database.run(tenant, (work) => failSignIn(work, { attempt, userId: known?.id }))
    throw new Refusal('AUTH_INVALID_CREDENTIALS')
  }
  const closed = whyClosed(known)
  if (closed) {
    await desk.database.run(tenant, (work) => forgiveSignIn(work, attempt))
    throw closed
  }
  return signedInAs(desk, known.id, caller.requestId, (work) =>
    signIn(work, { attempt, userId: known.id, rememberMe: body.rememberMe ?? false, caller }),
  )
}

/** Opens a session as `open` says and answers with its tokens, the person and where they may work. */
export async function signedInAs(
  desk: Desk,
  userId: string,
  requestId: string,
  open: (
    work: Parameters<typeof accountOf>[0],
  ) => Promise<{ sessionId: string; refreshToken: string; tokenVersion: number }>,
): Promise<z.infer<typeof signedIn>> {
  const { session, user } = await desk.database.run(personTenant({ userId, requestId }), async (work) => ({
    session: await open(work),
    user: await accountOf(work, userId),
  }))
  const memberships = (await desk.memberships.all(userId)).map(membershipAnswer)
  return {
    ...(await tokensOf(desk, { userId, ...session })),
    user,
    memberships,
    workspaceId: memberships[0]?.workspaceId ?? null,
  }
}

/** The pair that a client keeps. */
export async function tokensOf(
  { tokens }: Pick<Desk, 'tokens'>,
  session: { userId: string; sessionId: string; tokenVersion: number; refreshToken: string },
): Promise<TokenPair> {
  return {
    accessToken: await tokens.sign(session),
    refreshToken: session.refreshToken,
    tokenType: 'Bearer',
    expiresIn: accessTokenMinutes * 60,
  }
}

/** Why a person with the right password may still not come in. */
function whyClosed({ status, registrationStatus, isVerified }: Known): Refusal | undefined {
  if (!isVerified || registrationStatus === 'EMAIL_PENDING') return new Refusal('EMAIL_NOT_VERIFIED')
  if (registrationStatus === 'APPROVAL_PENDING') return new Refusal('PENDING_APPROVAL')
  if (registrationStatus === 'REJECTED' || status === 'REJECTED') return new Refusal('REJECTED')
  if (registrationStatus === 'EMAIL_VERIFIED') return new Refusal('EMAIL_NOT_VERIFIED', { registrationStatus })
  return status === 'ACTIVE' ? undefined : new Refusal('FORBIDDEN', { status })
}

const findByEmail = `select id, password_hash as "passwordHash", status, registration_status as "registrationStatus", email_verified_at is not null as "isVerified"
  from app.users where email = $1 and deleted_at is null`
