import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { SignInAttempt } from './claim-sign-in.js'
import { type Caller, type StartedSession, startSession } from './start-session.js'

/** The password was right: clears the count and opens a session. */
export async function signIn(
  work: UnitOfWork,
  {
    attempt,
    userId,
    rememberMe,
    caller,
  }: { attempt: SignInAttempt; userId: string; rememberMe: boolean; caller: Caller },
): Promise<StartedSession> {
  await work.rows(markSuccess, [attempt.id])
  const session = await startSession(work, { userId, rememberMe, caller })
  work.announce({
    name: 'user.logged.in',
    aggregateType: 'user',
    aggregateId: userId,
    aggregateVersion: 1,
    payload: { userId, sessionId: session.sessionId },
  })
  return session
}

/** The password was right but the person may not come in yet: the attempt does not count against them. */
export async function forgiveSignIn(work: UnitOfWork, attempt: SignInAttempt): Promise<void> {
  await work.rows(markSuccess, [attempt.id])
}

/** The password was wrong, or nobody has this e-mail: the same statements for both. */
export async function failSignIn(
  work: UnitOfWork,
  { attempt, userId }: { attempt: SignInAttempt; userId: string | undefined },
): Promise<void> {
  await work.rows(countFailure, [userId ?? null, attempt.isLast])
  const name = attempt.isLast ? 'user.locked' : 'user.login.failed'
  work.announce({
    name,
    aggregateType: 'user',
    aggregateId: userId ?? attempt.id,
    aggregateVersion: 1,
    payload: { userId: userId ?? null },
  })
}

const markSuccess = sql`update app.login_attempts set success = true, reason = null where id = $1`
const countFailure = sql`
  update app.users set failed_login_count = failed_login_count + 1, locked_until = case when $2 then now() + interval '15 minutes' else locked_until end where id = $1`
