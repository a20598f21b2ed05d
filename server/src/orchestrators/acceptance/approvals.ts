import { type ApprovalType, unitOf } from '@prometric/contracts/approvals'
import type { HoldReason } from '@prometric/contracts/orders'
import { type Standing, type StoredPolicy, storedPolicySql, wireValue } from '../../modules/approvals/public.js'
import { openRequest } from '../../modules/approvals/operations/open-request.js'
import { type ApprovalsOf, approvalsOf } from '../../modules/approvals/queries/approvals-of.js'
import {
  type Allowed,
  closedGates,
  type Concession,
  creditExcess,
  type GateFacts,
} from '../../modules/orders/acceptance-gates.js'
import { concessionOf } from '../../modules/orders/order-concession.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

/** Which questions open which hold. */
export const typesBehind: Readonly<Partial<Record<HoldReason, readonly ApprovalType[]>>> = {
  APPROVAL: ['ORDER', 'DISCOUNT'],
  CREDIT_LIMIT: ['CREDIT_LIMIT'],
}

export interface AskableOrder {
  readonly order: { readonly id: string; readonly version: number; readonly customerId: string }
  readonly createdBy: string | null
  gates: GateFacts
  approvals: ApprovalsOf
}

interface Question {
  readonly type: ApprovalType
  readonly value: bigint
  readonly payload: Readonly<Record<string, unknown>>
}

/** An order of a deal was judged when the deal was won; of any other the prices are held against what its creator may give. */
export async function lookAtConcession(
  work: UnitOfWork,
  order: {
    readonly source: string
    readonly grossAmount: bigint
    readonly discountAmount: bigint
    readonly belowMinimum: Concession['belowMinimum'] | null
    readonly createdBy: string | null
  },
): Promise<Concession> {
  if (order.source === 'DEAL' || (order.discountAmount === 0n && !order.belowMinimum)) return {}
  const found = await work.row<{
    policy: StoredPolicy | null
    giver: (Omit<Standing, 'permissions'> & { permissions: string[] }) | null
  }>(policyAndGiver, [work.workspaceId, order.createdBy])
  const giver = found?.giver && { ...found.giver, permissions: new Set(found.giver.permissions) }
  const given = { gross: order.grossAmount, discount: order.discountAmount, belowMinimum: order.belowMinimum }
  return concessionOf(given, found?.policy ?? null, giver ?? null)
}

/** What was asked about the order; nothing is read where no gate asks for anybody's word. */
export async function lookAtApprovals(work: UnitOfWork, orderId: string, gates: GateFacts): Promise<ApprovalsOf> {
  return closedGates(gates).some(({ reason }) => reason in typesBehind) ? approvalsOf(work, orderId) : new Map()
}

export const allowedBy = (approvals: ApprovalsOf): Allowed =>
  Object.fromEntries([...approvals].map(([type, { allowed }]) => [type, allowed]))

/** What nobody was asked yet. A refused excess is not asked again until it is smaller: the customer may still pay. */
export function unasked({ gates, approvals }: AskableOrder): Question[] {
  return questions(gates).filter(({ type, value }) => {
    const known = approvals.get(type)
    if (known?.asked != null && known.asked >= value) return false
    return type !== 'CREDIT_LIMIT' || known?.refused == null || known.refused > value
  })
}

function questions(gates: GateFacts): Question[] {
  return closedGates(gates).flatMap(({ reason, details }): Question[] => {
    const causes = (details.causes ?? []) as readonly string[]
    const ofTotal = causes.some((cause) => cause !== 'DISCOUNT')
    if (reason === 'CREDIT_LIMIT') return [{ type: 'CREDIT_LIMIT', value: creditExcess(gates)!.tiyn, payload: details }]
    if (reason !== 'APPROVAL') return []
    return [
      ...(ofTotal ? [{ type: 'ORDER' as const, value: gates.totalAmount.tiyn, payload: details }] : []),
      ...(causes.includes('DISCOUNT')
        ? [{ type: 'DISCOUNT' as const, value: gates.concession.discount!.percent, payload: details }]
        : []),
    ]
  })
}

/** Asks everything that is unasked. What its creator may allow himself by the policy is allowed at once. */
export async function ask(work: UnitOfWork, facts: AskableOrder): Promise<void> {
  const { order, createdBy } = facts
  const approvals = new Map(facts.approvals)
  for (const { type, value, payload } of unasked(facts)) {
    const wish = { type, value, entityType: 'order', entityId: order.id, requestedBy: createdBy ?? work.actor.userId }
    const { id, granted } = await openRequest(work, { ...wish, payload: { ...payload, customerId: order.customerId } })
    const known = approvals.get(type)
    approvals.set(type, {
      allowed: granted ? value : (known?.allowed ?? null),
      allowedBy: granted ? wish.requestedBy : (known?.allowedBy ?? null),
      note: known?.note ?? null,
      asked: granted ? null : value,
      refused: known?.refused ?? null,
    })
    if (granted) continue
    work.announce({
      name: 'order.approval.required',
      aggregateType: 'order',
      aggregateId: order.id,
      aggregateVersion: order.version,
      payload: { orderId: order.id, approvalRequestId: id, reason: type, value: wireValue(unitOf(type), value) },
    })
  }
  facts.approvals = approvals
  facts.gates = { ...facts.gates, allowed: allowedBy(approvals) }
}

const policyAndGiver = sql`
  select ${storedPolicySql('DISCOUNT')} as policy,
    (select json_build_object('role', r.code, 'employeeId', m.employee_id, 'permissions', array(select p.permission::text from app.role_permissions p
        where p.organization_id = m.organization_id and p.role_id = m.role_id union select unnest(m.extra_permissions) except select unnest(m.denied_permissions)))
      from app.workspace_members m join app.roles r on r.organization_id = m.organization_id and r.id = m.role_id
      where m.workspace_id = $1 and m.user_id = $2) as giver`
