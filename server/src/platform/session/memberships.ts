import type { Database } from '../database/database.js'
import { accessTokenMinutes } from './tokens.js'

/** A person in one workspace, with the rights that role, extras and denials leave. */
export interface Membership {
  readonly organizationId: string
  readonly organizationName: string
  readonly workspaceId: string
  readonly workspaceName: string
  readonly timezone: string
  readonly locale: 'ru' | 'kk' | 'en'
  readonly memberId: string
  readonly employeeId: string | null
  readonly departmentId: string | null
  readonly role: string
  readonly baseRole: string
  readonly scope: 'OWN' | 'DEPARTMENT' | 'WORKSPACE'
  readonly permissions: ReadonlySet<string>
  readonly tokenVersion: number
  /** Sessions that were ended while an access token of theirs may still be young. */
  readonly endedSessions: ReadonlySet<string>
}

type Row = Omit<Membership, 'permissions' | 'endedSessions'> & {
  readonly permissions: string[]
  readonly endedSessions: string[]
}

const keptMs = 60_000

/** Who may do what where: asked from the database, kept for 60 s, dropped when a member or a session changes. */
export class Memberships {
  private readonly kept = new Map<string, { readonly until: number; readonly found: Promise<Membership | undefined> }>()

  constructor(private readonly database: Database) {}

  of(userId: string, workspaceId: string): Promise<Membership | undefined> {
    const key = `${userId} ${workspaceId}`
    const kept = this.kept.get(key)
    if (kept && kept.until > Date.now()) return kept.found
    const found = this.ask(userId, workspaceId).then((rows) => rows[0])
    found.catch(() => this.kept.delete(key))
    this.kept.set(key, { until: Date.now() + keptMs, found })
    return found
  }

  all(userId: string): Promise<Membership[]> {
    return this.ask(userId, null)
  }

  /** Forget what is known of a person (rights changed, signed out everywhere). */
  drop(userId: string): void {
    for (const key of this.kept.keys()) if (key.startsWith(userId)) this.kept.delete(key)
  }

  private async ask(userId: string, workspaceId: string | null): Promise<Membership[]> {
    const rows = await this.database.global<Row>(
      `select m.organization_id as "organizationId", m.organization_name as "organizationName", m.workspace_id as "workspaceId", m.workspace_name as "workspaceName",
         m.timezone, m.locale, m.member_id as "memberId", m.employee_id as "employeeId", m.department_id as "departmentId", m.role_code as role,
         m.base_role as "baseRole", m.data_scope as scope, m.permissions, u.token_version as "tokenVersion",
         array(select distinct t.family_id from app.refresh_tokens t where t.user_id = u.id and t.revoked_at > now() - interval '${accessTokenMinutes + 1} minutes') as "endedSessions"
       from app.memberships_of($1, $2) m join app.users u on u.id = $1 and u.status = 'ACTIVE' and u.deleted_at is null order by m.is_default desc, m.workspace_name`,
      [userId, workspaceId],
    )
    return rows.map((row) => ({
      ...row,
      permissions: new Set(row.permissions),
      endedSessions: new Set(row.endedSessions),
    }))
  }
}
