import { holdSentence, holdWayOut } from '@prometric/contracts/hold-labels'
import type { HoldReason, OrderHold } from '@prometric/contracts/orders'
import type { Permission } from '@prometric/contracts/permissions'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** What the statement gives where the answer says who may release: the questions that are open behind a hold. */
interface OpenQuestion {
  readonly id: string
  readonly role: string | null
  readonly permission: string | null
  readonly mine: boolean
}

const me = `nullif(current_setting('app.actor_id', true), '')::uuid`

/** The columns of a hold that are made of others; see `explained`. */
export const holdColumns = {
  sentence: `''`,
  releasedBy: 'null',
  releasedByName: `(select u.first_name || ' ' || u.last_name from app.users u where u.id = h.released_by)`,
  canRelease: `case when h.released_at is null then coalesce((
    select json_agg(json_build_object('id', r.id, 'role', coalesce(s.escalated_to, s.approver_role), 'permission', s.approver_permission,
      'mine', app.may_answer(r, s, ${me})) order by r.created_at)
    from app.approval_requests r join app.approval_steps s on s.workspace_id = r.workspace_id and s.request_id = r.id and s.level = r.current_level
    where r.workspace_id = h.workspace_id and r.entity_id = h.order_id and r.status in ('PENDING', 'ESCALATED')
      and r.type = any(case h.reason when 'CREDIT_LIMIT' then array['CREDIT_LIMIT'] when 'APPROVAL' then array['ORDER', 'DISCOUNT'] else '{}' end)), '[]') end`,
}

/** Whose deed lets a hold go that nobody is asked about. */
const deeds: Readonly<Partial<Record<HoldReason, Permission>>> = {
  AWAITING_PREPAYMENT: 'PAYMENTS_CREATE',
  OVERDUE_DEBT: 'PAYMENTS_CREATE',
  CREDIT_LIMIT: 'PAYMENTS_CREATE',
  STOCK: 'INVENTORY_MANAGE',
}
/** Figures of the customer's money are for those who see customers. */
const confidential: ReadonlySet<HoldReason> = new Set(['CREDIT_LIMIT', 'OVERDUE_DEBT'])

/** The figures behind a hold, as far as the reader may know them. */
export function detailsFor(work: UnitOfWork, reason: HoldReason, details: unknown): Readonly<Record<string, unknown>> {
  const hidden = confidential.has(reason) && !work.allow('CUSTOMERS_VIEW')
  return hidden ? {} : ((details ?? {}) as Readonly<Record<string, unknown>>)
}

/** A hold that says in the reader's language why it stands, what would let it go, and whether the reader may. */
export function explained(work: UnitOfWork, hold: OrderHold): OrderHold {
  const details = detailsFor(work, hold.reason, hold.details)
  const { language } = work.actor
  const sentence = holdSentence(language, hold.reason, details)
  if (hold.releasedAt !== null) return { ...hold, details: details as OrderHold['details'], sentence }
  const questions = hold.canRelease as unknown as readonly OpenQuestion[]
  const deed = deeds[hold.reason] ?? 'ORDERS_APPROVE'
  const asked = questions.length > 0
  return {
    ...hold,
    details: details as OrderHold['details'],
    sentence,
    releasedBy: holdWayOut(
      language,
      hold.reason,
      details,
      asked || hold.reason === 'CREDIT_LIMIT' ? questions : [{ permission: deed }],
    ),
    canRelease: {
      roles: questions.flatMap(({ role }) => role ?? []),
      permissions: asked ? questions.flatMap(({ permission }) => permission ?? []) : [deed],
      reader: asked ? questions.some(({ mine }) => mine) : work.allow(deed),
      approvalRequestIds: questions.map(({ id }) => id),
    },
  }
}
