import { approvalSentence } from '@prometric/contracts/approval-labels'
import { whoDecides } from '@prometric/contracts/hold-labels'
import {
  approvalRow,
  type ApprovalRow,
  approvalStatuses,
  approvalStep,
  approvalTypes,
} from '@prometric/contracts/approvals'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { anyOf, byId, flag } from '../../../platform/http/filters.js'
import { type ListQuery, listing } from '../../../platform/http/listing.js'

const me = `nullif(current_setting('app.actor_id', true), '')::uuid`
const nameOf = (column: string) => `(select u.first_name || ' ' || u.last_name from app.users u where u.id = ${column})`
const isOpen = `a.status in ('PENDING', 'ESCALATED')`
const mayDecide = `app.may_answer(a, s, ${me})`

const table = listing({
  from: `app.approval_requests a
    left join app.approval_steps s on s.workspace_id = a.workspace_id and s.request_id = a.id and s.level = a.current_level
    left join app.orders o on a.entity_type = 'order' and o.workspace_id = a.workspace_id and o.id = a.entity_id
    left join app.deals d on a.entity_type = 'deal' and d.workspace_id = a.workspace_id and d.id = a.entity_id
    left join app.customers c on c.workspace_id = a.workspace_id and c.id = coalesce(o.customer_id, d.customer_id, case when a.entity_type = 'customer' then a.entity_id end)`,
  alias: 'a',
  row: approvalRow,
  // Whoever asked, whoever decides at some level, and whoever decided sees a request.
  where: `(a.requested_by = ${me} or exists (select from app.approval_steps x where x.workspace_id = a.workspace_id and x.request_id = a.id
    and (x.decided_by = ${me} or app.may_decide(x, ${me}))))`,
  computed: {
    entityNumber: 'coalesce(o.order_number, d.deal_number, c.name)',
    customerName: 'c.name',
    value: `case a.unit when 'AMOUNT' then app.money(a.value) when 'PERCENT' then trim_scale(app.price(a.value)) else a.value end`,
    requestedByName: nameOf('a.requested_by'),
    sentence: `''`,
    waitsFor: 'null',
    levelCount:
      '(select count(*)::int from app.approval_steps x where x.workspace_id = a.workspace_id and x.request_id = a.id)',
    approverRole: 's.approver_role',
    approverPermission: 's.approver_permission',
    approverId: 's.approver_id',
    escalatedTo: 's.escalated_to',
    dueAt: 's.due_at',
    mayDecide,
  },
  filters: {
    /** What waits for the reader's own decision. */
    mine: flag(mayDecide),
    requested: flag(`a.requested_by = ${me}`),
    pending: flag(isOpen),
    type: anyOf('a.type', approvalTypes),
    status: anyOf('a.status', approvalStatuses),
    entityId: byId('a.entity_id'),
  },
  sorts: ['createdAt', 'updatedAt'],
  defaultSort: '-createdAt',
  includes: {
    steps: {
      from: 'app.approval_steps x',
      alias: 'x',
      row: approvalStep,
      parent: 'request_id',
      order: 'x.level',
      computed: { decidedByName: nameOf('x.decided_by') },
    },
  },
})

const told = (work: UnitOfWork, row: ApprovalRow): ApprovalRow => ({
  ...row,
  sentence: approvalSentence(work.actor.language, { ...row, number: row.entityNumber }),
  waitsFor:
    row.status === 'PENDING' || row.status === 'ESCALATED'
      ? whoDecides(work.actor.language, {
          role: row.escalatedTo ?? row.approverRole,
          permission: row.approverPermission,
        })
      : null,
})

/** Questions and their answers, each with the sentence that says what is asked. */
export const approvalList = {
  ...table,
  list: async (work: UnitOfWork, asked: ListQuery) => {
    const page = await table.list(work, asked)
    return { ...page, items: page.items.map((row) => told(work, row)) }
  },
  find: async (work: UnitOfWork, id: string, included?: unknown) => told(work, await table.find(work, id, included)),
}
