import { Inject } from '@nestjs/common'
import { membership } from '@prometric/contracts/identity'
import { organizationCard } from '@prometric/contracts/workspaces'
import { Refusal } from '../../../kernel/refusal.js'
import { Database } from '../../../platform/database/database.js'
import { type Call, Called } from '../../../platform/http/call.js'
import { ApiController, Route } from '../../../platform/http/route.js'
import { selectList } from '../../../platform/http/select-list.js'
import { Memberships } from '../../../platform/session/memberships.js'
import { membershipAnswer } from '../membership-answer.js'
import { caller } from '../queries/account.js'

@ApiController('')
export class OrganizationsController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Memberships) private readonly memberships: Memberships,
  ) {}

  @Route.get('workspaces', { summary: 'Where I may work', permission: 'USER', answer: membership.array() })
  async workspaces(@Called() call: Call) {
    return (await this.mine(call)).map(membershipAnswer)
  }

  @Route.get('organizations/my', { summary: 'My organizations', permission: 'USER', answer: organizationCard.array() })
  async organizations(@Called() call: Call) {
    return this.cards([...new Set((await this.mine(call)).map((each) => each.organizationId))])
  }

  @Route.get('organizations/:id', { summary: 'An organization of mine', permission: 'USER', answer: organizationCard })
  async get(@Called() call: Call) {
    const found = (await this.mine(call)).find((each) => each.organizationId === call.params.id)
    if (!found) throw new Refusal('NOT_FOUND')
    return (await this.cards([found.organizationId]))[0]
  }

  private async mine(call: Call) {
    return this.memberships.all((await caller(this.database, call)).id)
  }

  private async cards(ids: readonly string[]) {
    return (await this.database.global<{ row: unknown }>(findOrganizations, [ids])).map((found) => found.row)
  }
}

const findOrganizations = `select to_json(t) as row from (select ${selectList(organizationCard, 'o')} from app.organizations o
  where o.id = any($1::uuid[]) and o.deleted_at is null order by o.name) t`
