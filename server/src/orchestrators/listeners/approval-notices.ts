import { approvalNotice, approvalSentence, type AskedFor } from '@prometric/contracts/approval-labels'
import type { Permission } from '@prometric/contracts/permissions'
import { wireValue } from '../../modules/approvals/public.js'
import { sql } from '../../platform/database/statement.js'
import type { Language } from '../../platform/database/tenant.js'
import type { DomainEvent } from '../../platform/outbox/events.js'
import type { InlineListener } from '../../platform/outbox/listener.js'
import { type Audience, tell } from './recipients.js'

interface About extends Omit<AskedFor, 'value'> {
  readonly value: bigint
  readonly entityId: string
  readonly customerName: string | null
  readonly requestedBy: string | null
  readonly level: number
  readonly approverRole: string | null
  readonly approverPermission: Permission | null
  readonly approverId: string | null
}

/** Whoever has to decide is asked, once for a level, by whatever event it is said; whoever asked hears the answer. */
export const approvalNotices: InlineListener = {
  name: 'approval-notices',
  async hear(work, event) {
    const requestId = event.payload.approvalRequestId as string
    const about = await work.row<About>(ofRequest, [work.workspaceId, requestId])
    if (!about) return
    const asked = { ...about, value: wireValue(about.unit, about.value) }
    await tell(work, readersOf(event, about), (language) => ({
      ...wordsOf(event, asked, language),
      category: 'APPROVAL',
      message: about.customerName ?? about.number ?? '',
      link: `/approvals/${requestId}`,
      dedupeKey: keyOf(event, requestId, about),
      data: { approvalRequestId: requestId, entityType: about.entityType, entityId: about.entityId },
    }))
  },
}

const isAnswer = ({ name }: DomainEvent) => name === 'approval.granted' || name === 'approval.rejected'

function readersOf(event: DomainEvent, about: About): Audience {
  if (isAnswer(event)) return { userIds: [about.requestedBy], except: event.actorId }
  // The event says who was asked then; meanwhile it may be somebody else's turn.
  const said = event.name === 'approval.requested' ? (event.payload as unknown as About) : about
  const above = event.name === 'approval.escalated' ? String(event.payload.to) : null
  return {
    roles: [said.approverRole, above].filter((role) => role !== null),
    employeeIds: [said.approverId],
    ...(said.approverPermission && { permission: said.approverPermission }),
    except: about.requestedBy,
  }
}

function wordsOf(event: DomainEvent, asked: AskedFor, language: Language) {
  if (event.name === 'approval.granted')
    return { code: 'APPROVAL_GRANTED', type: 'SUCCESS' as const, title: approvalNotice(language, 'granted', asked) }
  if (event.name === 'approval.rejected')
    return { code: 'APPROVAL_REJECTED', type: 'WARNING' as const, title: approvalNotice(language, 'rejected', asked) }
  if (event.name === 'approval.escalated')
    return { code: 'APPROVAL_ESCALATED', type: 'WARNING' as const, title: approvalNotice(language, 'escalated', asked) }
  return { code: 'APPROVAL_REQUESTED', type: 'INFO' as const, title: approvalSentence(language, asked) }
}

function keyOf({ name, payload }: DomainEvent, requestId: string, about: About): string {
  if (name === 'approval.granted' || name === 'approval.rejected') return `${name}:${requestId}`
  const level = (payload.level as number | undefined) ?? about.level
  return name === 'approval.escalated'
    ? `${name}:${requestId}:${level}:${String(payload.to)}`
    : `approval.requested:${requestId}:${level}`
}

const ofRequest = sql`
  select r.type, r.entity_type as "entityType", r.entity_id as "entityId", r.unit, r.value, coalesce(o.order_number, d.deal_number, c.name) as number,
    c.name as "customerName", r.requested_by as "requestedBy", s.level, s.approver_role as "approverRole", s.approver_permission as "approverPermission",
    s.approver_id as "approverId"
  from app.approval_requests r
  join app.approval_steps s on s.workspace_id = r.workspace_id and s.request_id = r.id and s.level = r.current_level
  left join app.orders o on r.entity_type = 'order' and o.workspace_id = $1 and o.id = r.entity_id
  left join app.deals d on r.entity_type = 'deal' and d.workspace_id = $1 and d.id = r.entity_id
  left join app.customers c on c.workspace_id = $1 and c.id = coalesce(o.customer_id, d.customer_id, case when r.entity_type = 'customer' then r.entity_id end)
  where r.workspace_id = $1 and r.id = $2`
