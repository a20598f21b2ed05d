import { fillCompany } from '../../server/scenarios/support/busy-company.js'
import { type Client, clientOf } from '../../server/scenarios/support/client.js'
import type { Company } from '../../server/scenarios/support/company.js'
import { openNeighbour } from '../../server/scenarios/support/neighbour.js'
import { realIds } from '../../server/scenarios/support/real-ids.js'
import type { Ids } from './requests.js'

/** Somebody who works elsewhere. */
export interface Stranger {
  readonly who: string
  readonly userId: string
  readonly workspaceId: string
  readonly organizationId: string
  /** A member of our workspace, too: its door is open to them. */
  readonly belongs: boolean
  readonly own: Ids
}

/** Another organization, a workspace beside ours, and whoever works in both and names the rows of the one in the other. */
export async function openStrangers(company: Company): Promise<Stranger[]> {
  const { other, owner, organizationId, sql } = company
  const [theirs] = await sql<{ workspaceId: string; organizationId: string }>(
    'select workspace_id as "workspaceId", organization_id as "organizationId" from workspace_members where user_id = $1',
    [other.userId],
  )
  const neighbour = await openNeighbour(company)
  const beside = { workspaceId: neighbour.workspaceId, organizationId }
  const foreign = await idsOfFilled(company, other, theirs!)
  const near = await idsOfFilled(company, owner, beside)
  return [
    { who: 'the owner of another organization', userId: other.userId, ...theirs!, belongs: false, own: foreign },
    { who: 'who works in the workspace beside', userId: neighbour.client.userId, ...beside, belongs: false, own: near },
    { who: 'an owner of both', userId: owner.userId, ...beside, belongs: true, own: near },
  ]
}

/** Gives a workspace something of everything, and answers with its ids. */
async function idsOfFilled(
  company: Company,
  client: Client,
  place: { workspaceId: string; organizationId: string },
): Promise<Ids> {
  const theirs: Company = {
    ...company,
    ...place,
    owner: clientOf({ ...client, url: company.url, workspaceId: place.workspaceId }),
    tenant: () => ({ ...company.tenant(), ...place }),
  }
  await fillCompany(theirs)
  return realIds(theirs)
}
