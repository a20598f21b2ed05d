import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { digest, sameText } from '../secrets.js'

const triesAtMost = 3

interface Issued {
  readonly id: string
  readonly userId: string | null
  readonly hash: string
  readonly attempts: number
  readonly isOver: boolean
}

/** Compares a code with the newest one of an e-mail. A refusal is answered, not thrown: the counted attempt has to be kept. */
export async function checkCode(
  work: UnitOfWork,
  {
    email,
    type,
    code,
    signUpToken,
  }: { email: string; type: 'REGISTRATION' | 'PASSWORD_RESET'; code: string; signUpToken?: string | undefined },
): Promise<{ userId: string } | Refusal> {
  const issued = await work.row<Issued>(lockNewest, [email, type])
  if (!issued || issued.isOver) return new Refusal('CODE_EXPIRED')
  if (issued.attempts >= triesAtMost) return new Refusal('MAX_ATTEMPTS_EXCEEDED')
  const [codeHash = '', tokenHash = ''] = issued.hash.split('.')
  const matches =
    sameText(codeHash, digest(issued.id + code)) &&
    (signUpToken === undefined || sameText(tokenHash, digest(signUpToken)))
  if (!matches || issued.userId === null) {
    await work.rows(countAttempt, [issued.id])
    return new Refusal('INVALID_CODE', { attemptsRemaining: triesAtMost - issued.attempts - 1 })
  }
  await work.rows(useCode, [issued.id])
  return { userId: issued.userId }
}

const lockNewest = sql`
  select id, user_id as "userId", code_hash as hash, attempts, used_at is not null or expires_at <= now() as "isOver"
  from app.email_verifications where email = $1 and type = $2 order by created_at desc limit 1 for no key update`
const countAttempt = sql`update app.email_verifications set attempts = attempts + 1 where id = $1`
const useCode = sql`update app.email_verifications set used_at = now() where id = $1`
