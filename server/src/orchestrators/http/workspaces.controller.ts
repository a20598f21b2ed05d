import { Inject } from '@nestjs/common'
import { createWorkspaceBody, type CreateWorkspaceBody, workspaceCard } from '@prometric/contracts/workspaces'
import { invalid, Refusal } from '../../kernel/refusal.js'
import { caller } from '../../modules/identity/queries/account.js'
import { cardOfWorkspace } from '../../modules/identity/queries/workspace-card.js'
import { Database } from '../../platform/database/database.js'
import { type Call, Called } from '../../platform/http/call.js'
import { ApiController, Route } from '../../platform/http/route.js'
import { Memberships } from '../../platform/session/memberships.js'
import { contextOfNew, openWorkspace } from '../owner-onboarding.js'

@ApiController('workspaces')
export class WorkspacesController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Memberships) private readonly memberships: Memberships,
  ) {}

  @Route.post('', {
    summary: 'Open another workspace of the organization',
    permission: 'USER',
    body: createWorkspaceBody,
    answer: workspaceCard,
    status: 201,
  })
  async open(@Called() call: Call<CreateWorkspaceBody>) {
    const { name, type = 'BRANCH', description } = call.body
    const organizationId = await this.organizationFor(call)
    const context = contextOfNew({ organizationId, ownerId: call.userId, requestId: call.requestId })
    const card = await this.database.run(context, async (work) => {
      await openWorkspace(work, { name, type, description, openedBy: call.userId! })
      return cardOfWorkspace(work)
    })
    this.memberships.drop(call.userId!)
    return card
  }

  /** The organization that the person manages; they name it when it is one of several. */
  private async organizationFor(call: Call<CreateWorkspaceBody>): Promise<string> {
    const { id } = await caller(this.database, call)
    const { body } = call
    const managed = (await this.memberships.all(id))
      .filter((each) => each.permissions.has('ORGANIZATION_MANAGE'))
      .map((each) => each.organizationId)
    const choice = new Set(
      body.organizationId === undefined ? managed : managed.filter((each) => each === body.organizationId),
    )
    if (choice.size > 1) throw invalid('organizationId', 'REQUIRED')
    const [only] = choice
    if (only === undefined) throw new Refusal('FORBIDDEN', { permission: 'ORGANIZATION_MANAGE' })
    return only
  }
}
