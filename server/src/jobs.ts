import { approvalEscalation } from './orchestrators/approval-escalation.js'
import { reservationExpiry } from './orchestrators/reservation-expiry.js'
import type { Job } from './platform/schedule/schedule.js'

/** What falls due by the clock. */
export const jobs: readonly Job[] = [approvalEscalation, reservationExpiry]
