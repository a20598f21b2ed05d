import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

export interface UniqueFields {
  readonly email?: unknown
  readonly iin?: unknown
  readonly bin?: unknown
}

/** Refuses when another living customer has this e-mail, IIN or BIN, naming which and whose. */
export async function refuseTaken(
  work: UnitOfWork,
  { email, iin, bin }: UniqueFields,
  except: string | null = null,
): Promise<void> {
  if (!email && !iin && !bin) return
  const taken = await work.row<{ field: string; existingId: string }>(holder, [
    work.workspaceId,
    email ?? null,
    iin ?? null,
    bin ?? null,
    except,
  ])
  if (taken) throw new Refusal('CUSTOMER_DUPLICATE', { field: taken.field, existingId: taken.existingId }, taken.field)
}

/** The same refusal for a unique key that a parallel writer took between the look and the write. */
export function asDuplicate(error: unknown): unknown {
  const { code, constraint = '' } = error as { code?: string; constraint?: string }
  const field = /^customers_(email|iin|bin)_uq$/.exec(constraint)?.[1]
  return code === '23505' && field ? new Refusal('CUSTOMER_DUPLICATE', { field }, field) : error
}

const holder = sql`
  select case when bin = $4 then 'bin' when iin = $3 then 'iin' else 'email' end as field, id as "existingId"
  from app.customers
  where workspace_id = $1 and deleted_at is null and (email = $2 or iin = $3 or bin = $4) and ($5::uuid is null or id <> $5)
  order by (bin = $4) desc nulls last, (iin = $3) desc nulls last limit 1`
