import { newId } from '../../src/kernel/ids.js'
import { addMember } from '../../src/modules/identity/operations/add-member.js'
import { hashPassword } from '../../src/modules/identity/passwords.js'
import { contextOfNew, openWorkspace } from '../../src/orchestrators/owner-onboarding.js'
import { type Client, clientOf } from './client.js'
import { type Company, password } from './company.js'

/** Somebody of the same organization who works in another of its workspaces, which the company's owner has opened and works in, too. */
export async function openNeighbour(company: Company): Promise<{ client: Client; workspaceId: string }> {
  const { application, database, organizationId, owner, url } = company
  const context = contextOfNew({ organizationId, ownerId: owner.userId, requestId: 'scenario' })
  await database.run(context, (work) => openWorkspace(work, { name: 'Филиал', type: 'BRANCH', openedBy: owner.userId }))
  application.memberships.drop(owner.userId)
  const email = `neighbour-${newId()}@example.kz`
  const { userId } = await database.run({ ...context, correlationId: newId() }, async (work) =>
    addMember(work, {
      email,
      firstName: 'Сосед',
      lastName: 'Сосед',
      roleCode: 'ADMIN',
      passwordHash: await hashPassword(password),
    }),
  )
  const token = await application.tokens.sign({ userId, sessionId: newId(), tokenVersion: 0 })
  return {
    client: clientOf({ url, workspaceId: context.workspaceId, userId, email, token }),
    workspaceId: context.workspaceId,
  }
}
