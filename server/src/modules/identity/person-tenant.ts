import { newId } from '../../kernel/ids.js'
import { systemActor, type Tenant } from '../../platform/database/tenant.js'

/** Where events of persons belong who have no workspace yet. */
export const systemTenantIds = {
  organizationId: '00000000-0000-7000-8000-000000000001',
  workspaceId: '00000000-0000-7000-8000-000000000002',
} as const

/** The context of what a person does outside any workspace: sign in, register, change a password. */
export function personTenant(call: { readonly userId: string | null; readonly requestId: string }): Tenant {
  return {
    ...systemTenantIds,
    timezone: 'Asia/Almaty',
    actor: systemActor(call.userId),
    requestId: call.requestId,
    correlationId: newId(),
    causationId: null,
    depth: 0,
  }
}
