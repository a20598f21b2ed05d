import { account, type Account } from '@prometric/contracts/identity'
import { Refusal } from '../../../kernel/refusal.js'
import type { Database } from '../../../platform/database/database.js'
import { statement } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { selectList } from '../../../platform/http/select-list.js'
import { personTenant } from '../person-tenant.js'

/** A person as they see themselves. */
export async function accountOf(work: UnitOfWork, userId: string): Promise<Account> {
  const found = await work.row<{ row: Account }>(findAccount, [userId])
  if (!found) throw new Refusal('AUTH_UNAUTHORIZED')
  return found.row
}

/** The same, when their session still stands: an access token may outlive it by minutes. */
export async function mustBeSignedIn(
  work: UnitOfWork,
  { userId, sessionId }: { userId: string | null; sessionId: string | null },
): Promise<Account> {
  const found = await work.row<{ row: Account }>(findSignedIn, [userId, sessionId])
  if (!found) throw new Refusal('AUTH_TOKEN_EXPIRED')
  return found.row
}

/** Who calls on a route outside any workspace. */
export function caller(
  database: Database,
  call: { readonly userId: string | null; readonly sessionId: string | null; readonly requestId: string },
): Promise<Account> {
  return database.run(personTenant(call), (work) => mustBeSignedIn(work, call))
}

const columns = selectList(account, 'u')
const findAccount = statement(
  `select to_json(t) as row from (select ${columns} from app.users u where u.id = $1 and u.deleted_at is null) t`,
)
const findSignedIn =
  statement(`select to_json(t) as row from (select ${columns} from app.users u where u.id = $1 and u.deleted_at is null and u.status = 'ACTIVE'
  and exists (select from app.refresh_tokens r where r.user_id = $1 and r.family_id = $2 and r.revoked_at is null)) t`)
