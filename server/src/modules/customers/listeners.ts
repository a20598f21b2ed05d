import type { CustomerStatus } from '@prometric/contracts/customers'
import { sql } from '../../platform/database/statement.js'
import type { Language } from '../../platform/database/tenant.js'
import type { InlineListener } from '../../platform/outbox/listener.js'
import { notify } from '../notifications/public.js'
import { isLead } from './customer.lifecycle.js'
import { statusNotice } from './customer.notices.js'
import { recomputeMetrics } from './operations/recompute-metrics.js'

/**
 * Purchases, money and deals change what we know of a customer: every event that names one and changes what is counted.
 */
export const customerMetricsListener: InlineListener = {
  name: 'customers.metrics',
  recomputes: 'customerId',
  concerns: ({ payload }) => typeof payload.customerId === 'string',
  async hear(work, event) {
    await recomputeMetrics(work, event.payload.customerId as string)
  },
}

/** Tells the assignee that the status changed, unless it was the assignee who did it; a conversion is told of by its own event. For customer.status.changed. */
export const statusNoticeListener: InlineListener = {
  name: 'customers.status-notice',
  concerns: ({ payload }) => !(payload.newStatus === 'ACTIVE' && isLead(payload.previousStatus as CustomerStatus)),
  async hear(work, event) {
    const { customerId, previousStatus, newStatus } = event.payload as {
      customerId: string
      previousStatus: CustomerStatus
      newStatus: CustomerStatus
    }
    const reader = await work.row<Reader>(assigneeOf, [work.workspaceId, customerId])
    if (!reader || reader.userId === event.actorId) return
    await notify(work, {
      userId: reader.userId,
      category: 'CUSTOMER',
      code: 'CUSTOMER_STATUS_CHANGED',
      ...statusNotice(reader.language, reader.name, previousStatus, newStatus),
      link: `/customers/${customerId}`,
      dedupeKey: `customer.status.changed:${event.id}`,
      data: { customerId, previousStatus, newStatus },
    })
  },
}

export const listeners: readonly InlineListener[] = [customerMetricsListener, statusNoticeListener]

interface Reader {
  readonly userId: string
  readonly language: Language
  readonly name: string
}

const assigneeOf = sql`
  select users.id as "userId", users.locale as language, customer.name
  from app.customers customer
  join app.employees employee on employee.workspace_id = customer.workspace_id and employee.id = customer.assigned_to and employee.deleted_at is null
  join app.users on users.id = employee.user_id
  where customer.workspace_id = $1 and customer.id = $2`
