import { randomBytes } from 'node:crypto'
import type { Application, ApplicationOptions } from '../../src/application.js'
import { newId } from '../../src/kernel/ids.js'
import { addMember } from '../../src/modules/identity/operations/add-member.js'
import { startSession } from '../../src/modules/identity/operations/start-session.js'
import { hashPassword } from '../../src/modules/identity/passwords.js'
import { personTenant } from '../../src/modules/identity/person-tenant.js'
import { createOwner } from '../../src/orchestrators/owner-onboarding.js'
import type { Database } from '../../src/platform/database/database.js'
import { systemActor, type Tenant } from '../../src/platform/database/tenant.js'
import { openBareApplication } from './bare-application.js'
import { someBin } from './bin.js'
import { type Client, clientOf } from './client.js'

export const password = 'Qazaqstan-2026'

/** A company with its owner in front of the running program, on a database of its own; beside it a stranger's company. */
export interface Company {
  readonly owner: Client
  readonly other: Client
  readonly anonymous: Client
  readonly organizationId: string
  readonly workspaceId: string
  readonly url: string
  readonly dataDir: string
  /** The superuser's address of the database. */
  readonly adminUrl: string
  readonly application: Application
  readonly database: Database
  /** The owner signed in once more, for runs that last longer than a token. */
  ownerAnew(): Promise<Client>
  /** A member with a system role, working in Sales. */
  as(roleCode: string): Promise<Client>
  /** Handles every queued delivery, and what they lead to. */
  settle(): Promise<void>
  /** The truth, past every tenant wall. */
  sql<T = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<T[]>
  /** The context of the workspace with every right, for calling operations directly. */
  tenant(): Tenant
  close(): Promise<void>
}

export async function openCompany(options: Partial<ApplicationOptions> = {}): Promise<Company> {
  const bare = await openBareApplication({ checkAnswers: true, ...options })
  const { application, dataDir, sql } = bare
  const { database, tokens } = application
  const url = (await application.listen(0)).replace(/\/$/, '')
  const signIn = async (userId: string, email: string, workspaceId: string): Promise<Client> => {
    const caller = { ip: '127.0.0.1', userAgent: 'scenario' }
    const session = await database.run(personTenant({ userId, requestId: 'scenario' }), (work) =>
      startSession(work, { userId, rememberMe: false, caller }),
    )
    return clientOf({ url, workspaceId, userId, email, token: await tokens.sign({ userId, ...session }) })
  }
  const found = async (companyName: string) => {
    const email = `owner-${randomBytes(5).toString('hex')}@example.kz`
    const owner = {
      email,
      password,
      firstName: 'Айгерим',
      lastName: 'Сатпаева',
      companyName,
      bin: someBin(),
      type: 'TOO' as const,
    }
    const made = await createOwner(database, owner)
    return { ...made, client: await signIn(made.userId, email, made.workspaceId) }
  }
  const mine = await found('ТОО «Алматы Мебель»')
  const theirs = await found('ТОО «Чужая компания»')
  const { organizationId, workspaceId } = mine
  const tenant = (): Tenant => ({
    organizationId,
    workspaceId,
    timezone: 'Asia/Almaty',
    actor: systemActor(mine.userId),
    requestId: 'scenario',
    correlationId: newId(),
    causationId: null,
    depth: 0,
  })
  return {
    owner: mine.client,
    other: theirs.client,
    anonymous: clientOf({ url, workspaceId, userId: '', email: '', token: '' }),
    organizationId,
    workspaceId,
    url,
    dataDir,
    adminUrl: bare.adminUrl,
    application,
    database,
    sql,
    tenant,
    ownerAnew: () => signIn(mine.userId, mine.client.email, mine.workspaceId),
    as: async (roleCode) => {
      const email = `${roleCode.toLowerCase()}-${randomBytes(5).toString('hex')}@example.kz`
      const passwordHash = await hashPassword(password)
      const [sales] = await sql<{ id: string }>(
        `select id from departments where workspace_id = $1 and code = 'SALES'`,
        [workspaceId],
      )
      const { userId } = await database.run(tenant(), (work) =>
        addMember(work, {
          email,
          firstName: 'Тест',
          lastName: roleCode,
          roleCode,
          departmentId: sales!.id,
          passwordHash,
        }),
      )
      return signIn(userId, email, workspaceId)
    },
    settle: async () => {
      await application.relay.drain()
    },
    close: bare.close,
  }
}
