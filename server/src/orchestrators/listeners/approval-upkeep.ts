import { approvalTypes } from '@prometric/contracts/approvals'
import { cancelRequests } from '../../modules/approvals/public.js'
import type { InlineListener } from '../../platform/outbox/listener.js'

/** What is over is asked no longer: the questions about a lost deal are taken back. A cancelled order takes back its own. */
export const approvalUpkeep: InlineListener = {
  name: 'approval-upkeep',
  hear: (work, event) => cancelRequests(work, event.aggregateId, approvalTypes, event.name),
}
