import { approvalEscalation } from './orchestrators/approval-escalation.js'
import { integrityCheck } from './orchestrators/integrity-check.js'
import { reservationExpiry } from './orchestrators/reservation-expiry.js'
import { retention } from './orchestrators/retention.js'
import type { ScheduledJob } from './platform/schedule/schedule.js'

/** The background jobs: all of them fall due by the clock, and some may be asked for too. */
export const jobs: readonly ScheduledJob[] = [approvalEscalation, reservationExpiry, integrityCheck, retention]
