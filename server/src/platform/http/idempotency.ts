import { createHash } from 'node:crypto'
import { Refusal } from '../../kernel/refusal.js'
import type { Database } from '../database/database.js'
import { sql } from '../database/statement.js'
import type { Tenant } from '../database/tenant.js'
import type { UnitOfWork } from '../database/unit-of-work.js'

export interface KeyedRequest {
  readonly tenant: Tenant
  readonly userId: string
  readonly route: string
  readonly key: string
  readonly body: unknown
  readonly status: number
  readonly onReplay: () => void
}

/** Twins in one process wait for each other here, so that they do not eat the pool. */
const underWay = new Map<string, Promise<unknown>>()

/**
 * Runs an operation at most once for its key. The key's row is inserted first and filled last in the operation's own
 * transaction; the same request again gets the same data, another body is refused, a twin in flight waits up to 2 s.
 */
export async function runOnce<T>(
  database: Database,
  request: KeyedRequest,
  operation: (work: UnitOfWork) => Promise<T>,
): Promise<T> {
  const { tenant, userId, route, key } = request
  const twin = [tenant.workspaceId, userId, route, key].join(' ')
  while (underWay.has(twin)) await underWay.get(twin)!.catch(() => {})
  const hash = createHash('sha256').update(canonical(request.body)).digest('hex')
  const running = database.run(
    tenant,
    async (work) => {
      if (await claimed(work, request, hash)) return { data: await operation(work), replayed: false }
      return { data: await replay<T>(work, request, hash), replayed: true }
    },
    (result) => ({ userId, route, key, status: request.status, data: result.data }),
  )
  underWay.set(twin, running)
  try {
    const { data, replayed } = await running
    if (replayed) request.onReplay()
    return data
  } finally {
    underWay.delete(twin)
  }
}

async function claimed(work: UnitOfWork, { userId, route, key }: KeyedRequest, hash: string): Promise<boolean> {
  try {
    return (await work.row(claimKey, [work.workspaceId, work.organizationId, userId, route, key, hash])) !== undefined
  } catch (error) {
    if ((error as { code?: string }).code === '55P03') throw new Refusal('REQUEST_IN_PROGRESS')
    throw error
  }
}

async function replay<T>(work: UnitOfWork, { userId, route, key }: KeyedRequest, hash: string): Promise<T> {
  const stored = await work.row<{ hash: string; data: T }>(storedReply, [work.workspaceId, userId, route, key])
  if (!stored) throw new Refusal('REQUEST_IN_PROGRESS')
  if (stored.hash !== hash) throw new Refusal('IDEMPOTENCY_KEY_REUSED')
  return stored.data
}

/** The same text for bodies that say the same, whatever the order of their keys. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      part && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  )
}

const claimKey = sql`
  insert into app.idempotency_keys (organization_id, workspace_id, user_id, route, key, request_hash) values ($2, $1, $3, $4, $5, $6)
  on conflict do nothing returning key`
const storedReply = sql`
  select request_hash as hash, response as data from app.idempotency_keys where workspace_id = $1 and user_id = $2 and route = $3 and key = $4`
