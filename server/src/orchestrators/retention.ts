import { piece, type Statement, sql } from '../platform/database/statement.js'
import { everyDay, type ScheduledJob } from '../platform/schedule/schedule.js'

/** Rows in one transaction. */
const rowsAtMost = 5_000

interface Forgotten {
  readonly what: string
  /** How long it is kept after its time. */
  readonly days: number
  /** Deletes what is older than $1, of tenants' tables that of the workspace where it stands, $2 rows at most. */
  readonly statement: Statement
}

/**
 * What is kept for a while only, and how long: answers to repeated requests for the 30 days that their rows name, what people were told, jobs
 * that are over, and what signing in leaves behind. Documents, events and the audit are not among them.
 */
const forgotten: readonly Forgotten[] = [
  {
    what: 'idempotencyKeys',
    days: 0,
    statement: sql`
      delete from app.idempotency_keys where workspace_id = (select app.workspace_id()) and (user_id, route, key) in (
        select user_id, route, key from app.idempotency_keys where workspace_id = (select app.workspace_id()) and expires_at < $1 limit $2)
      returning 1`,
  },
  {
    what: 'notifications',
    days: 90,
    statement: sql`
      delete from app.notifications where workspace_id = (select app.workspace_id()) and id in (
        select id from app.notifications where workspace_id = (select app.workspace_id()) and created_at < $1 order by created_at limit $2)
      returning 1`,
  },
  {
    what: 'jobs',
    days: 30,
    statement: sql`
      delete from app.background_jobs where workspace_id = (select app.workspace_id()) and id in (
        select id from app.background_jobs where workspace_id = (select app.workspace_id()) and created_at < $1 and state in ('DONE', 'FAILED')
        order by created_at limit $2)
      returning 1`,
  },
  { what: 'loginAttempts', days: 30, statement: ofEverybody('login_attempts', 'created_at') },
  { what: 'verifications', days: 30, statement: ofEverybody('email_verifications', 'expires_at') },
  { what: 'sessions', days: 30, statement: ofEverybody('refresh_tokens', 'expires_at') },
]

/** Of a table that belongs to no workspace; what another workspace's night deletes just now is left to it. */
function ofEverybody(table: string, age: string): Statement {
  return sql`
    delete from app.${piece(table)} where id in (
      select id from app.${piece(table)} where ${piece(age)} < $1 order by ${piece(age)} limit $2 for no key update skip locked)
    returning 1`
}

interface Reached {
  readonly kinds: number
  readonly rows: Readonly<Record<string, number>>
}

/** Every night what has served its time is forgotten, a few thousand rows at once. */
export const retention: ScheduledJob<Reached> = {
  name: 'retention',
  queue: 'reports',
  due: 'select * from app.unforgotten_days($1)',
  slot: everyDay,
  async run(work, { reached }) {
    const { kinds, rows } = reached ?? { kinds: 0, rows: {} }
    const { what, days, statement } = forgotten[kinds]!
    const before = new Date(work.now.getTime() - days * 86_400_000)
    const gone = (await work.rows(statement, [before, rowsAtMost])).length
    const now = { kinds: gone < rowsAtMost ? kinds + 1 : kinds, rows: { ...rows, [what]: (rows[what] ?? 0) + gone } }
    if (now.kinds < forgotten.length) return { progress: (100 * now.kinds) / forgotten.length, reached: now }
    return { result: now.rows }
  },
}
