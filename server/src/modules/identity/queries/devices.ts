import { device } from '@prometric/contracts/identity'
import type { z } from 'zod'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** The sessions of a person that still stand, the newest first. */
export async function devicesOf(
  work: UnitOfWork,
  { userId, sessionId }: { userId: string | null; sessionId: string | null },
): Promise<Array<z.infer<typeof device>>> {
  return (await work.rows<{ row: z.infer<typeof device> }>(findDevices, [userId, sessionId])).map((found) => found.row)
}

const findDevices = sql`
  select to_json(t) as row from (
    select family_id as id, (array_agg(host(ip) order by created_at desc))[1] as ip, (array_agg(user_agent order by created_at desc))[1] as "userAgent",
      bool_or(remember_me) as "rememberMe", min(created_at) as "signedInAt", max(created_at) as "lastUsedAt", max(expires_at) as "expiresAt",
      family_id = $2 as "isCurrent"
    from app.refresh_tokens where user_id = $1 and revoked_at is null
    group by family_id having max(expires_at) > now() order by max(created_at) desc limit 100) t`
