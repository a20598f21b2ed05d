import { errors } from 'bentocache'
import { keptMs, memberSeconds } from '../cache/ttl.js'
import type { Stores } from '../cache/stores.js'
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

/** Who may do what where: asked from the database, kept for 60 s, forgotten by every process when a member or a session changes. */
export class Memberships {
  private forgotten = 0

  /** Told when the rights or sessions of a person changed here: their sockets are closed. */
  onDropped: (userId: string) => void = () => {}

  constructor(
    private readonly database: Database,
    private readonly stores: Pick<Stores, 'members' | 'hears' | 'onForgotten'>,
  ) {
    stores.onForgotten(() => this.forgotten++)
  }

  async of(userId: string, workspaceId: string): Promise<Membership | undefined> {
    const there = (membership: Membership) => membership.workspaceId === workspaceId
    // A membership may be younger than what is kept.
    return (await this.kept(userId)).find(there) ?? (await this.all(userId)).find(there)
  }

  /** Forget what is known of a person (rights changed, signed out everywhere). */
  drop(userId: string): void {
    this.forgotten++
    this.stores.members.delete({ key: userId }).catch(() => {})
    this.onDropped(userId)
  }

  /** A process that cannot hear the others asks every time. What somebody dropped while it was asked for is not kept. */
  private async kept(userId: string): Promise<readonly Membership[]> {
    if (!this.stores.hears()) return this.all(userId)
    let asked: readonly Membership[] | undefined
    const kept = await this.stores.members
      .getOrSet<readonly Membership[] | undefined>({
        key: userId,
        ttl: keptMs(memberSeconds),
        skipBusNotify: true,
        factory: async ({ skip }) => {
          const before = this.forgotten
          asked = await this.all(userId)
          return this.forgotten === before ? asked : skip()
        },
      })
      .catch(theCause)
    return asked ?? kept!
  }

  async all(userId: string): Promise<Membership[]> {
    const rows = await this.database.global<Row>(
      `select m.organization_id as "organizationId", m.organization_name as "organizationName", m.workspace_id as "workspaceId", m.workspace_name as "workspaceName",
         m.timezone, m.locale, m.member_id as "memberId", m.employee_id as "employeeId", m.department_id as "departmentId", m.role_code as role,
         m.base_role as "baseRole", m.data_scope as scope, m.permissions, u.token_version as "tokenVersion",
         array(select distinct t.family_id from app.refresh_tokens t where t.user_id = u.id and t.revoked_at > now() - interval '${accessTokenMinutes + 1} minutes') as "endedSessions"
       from app.memberships_of($1) m join app.users u on u.id = $1 and u.status = 'ACTIVE' and u.deleted_at is null order by m.is_default desc, m.workspace_name`,
      [userId],
    )
    return rows.map((row) => ({
      ...row,
      permissions: new Set(row.permissions),
      endedSessions: new Set(row.endedSessions),
    }))
  }
}

/** The cache wraps what the database said in words of its own. */
function theCause(error: unknown): never {
  throw error instanceof errors.E_FACTORY_ERROR ? error.cause : error
}
