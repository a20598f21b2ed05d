import { newId } from '../kernel/ids.js'
import type { Database } from '../platform/database/database.js'
import { systemActor, type Tenant } from '../platform/database/tenant.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { seedPolicies } from '../modules/approvals/operations/seed-policies.js'
import { openPipeline } from '../modules/deals/operations/open-pipeline.js'
import { createUser } from '../modules/identity/operations/create-user.js'
import {
  foundOrganization,
  type NewOrganization,
  ownerOfOrganization,
} from '../modules/identity/operations/found-organization.js'
import { foundWorkspace } from '../modules/identity/operations/found-workspace.js'
import type { OrganizationType } from '../modules/identity/organization-number.js'
import { hashPassword } from '../modules/identity/passwords.js'
import { openWarehouse } from '../modules/inventory/operations/open-warehouse.js'
import { seedTaxRates } from '../modules/pricing/operations/seed-tax-rates.js'
import { seedDealService } from '../modules/products/operations/seed-deal-service.js'
import { seedUnits } from '../modules/products/operations/seed-units.js'
import { seedSettings } from '../modules/settings/operations/seed-settings.js'

/** Everything a new company needs to sell: its organization, the main workspace and what stands in it. Runs in the context of both. */
export async function onboardOwner(
  work: UnitOfWork,
  company: NewOrganization & { readonly workspaceName?: string | undefined },
): Promise<void> {
  await foundOrganization(work, company)
  await foundWorkspace(work, {
    name: company.workspaceName ?? company.name,
    type: 'MAIN',
    isDefault: true,
    ownerId: company.ownerId,
  })
  await seedTaxRates(work)
  await furnishWorkspace(work)
}

export interface FurtherWorkspace {
  readonly name: string
  readonly type: 'DIVISION' | 'BRANCH' | 'PROJECT' | 'DEPARTMENT'
  readonly description?: string | undefined
  readonly openedBy: string
}

/** Another workspace of an organization that has its roles and rates already. Runs in the context of the new workspace. */
export async function openWorkspace(work: UnitOfWork, workspace: FurtherWorkspace): Promise<void> {
  await foundWorkspace(work, { ...workspace, isDefault: false, ownerId: await ownerOfOrganization(work) })
  await furnishWorkspace(work)
}

async function furnishWorkspace(work: UnitOfWork): Promise<void> {
  await seedUnits(work)
  await seedDealService(work)
  await openPipeline(work)
  await openWarehouse(work)
  await seedSettings(work)
  await seedPolicies(work)
}

/** The context of an organization or workspace that this transaction is about to make. */
export function contextOfNew({
  organizationId = newId(),
  ownerId,
  requestId,
}: {
  organizationId?: string
  ownerId: string | null
  requestId: string
}): Tenant {
  return {
    organizationId,
    workspaceId: newId(),
    timezone: 'Asia/Almaty',
    actor: systemActor(ownerId),
    requestId,
    correlationId: newId(),
    causationId: null,
    depth: 0,
  }
}

export interface NewOwner {
  readonly email: string
  readonly password: string
  readonly firstName: string
  readonly lastName: string
  readonly companyName: string
  /** The IIN when the type is IP. */
  readonly bin: string
  readonly type: OrganizationType
  readonly workspaceName?: string
}

/** A person who may sign in, and the company that is theirs, in one transaction. */
export async function createOwner(
  database: Database,
  owner: NewOwner,
): Promise<{ userId: string; organizationId: string; workspaceId: string }> {
  const passwordHash = await hashPassword(owner.password)
  const context = contextOfNew({ ownerId: null, requestId: 'create-owner' })
  const { userId } = await database.run(context, async (work) => {
    const user = await createUser(work, { ...owner, passwordHash })
    const { companyName: name, type, bin, workspaceName } = owner
    await onboardOwner(work, { ownerId: user.userId, name, type, bin, workspaceName })
    return user
  })
  return { userId, organizationId: context.organizationId, workspaceId: context.workspaceId }
}
