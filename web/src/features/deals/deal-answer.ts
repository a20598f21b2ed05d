import type { activityRow } from '@prometric/contracts/deal-activities'
import type { BoardAnswer, dealLineRow, dealOrderRow, dealRow, stageHistoryRow } from '@prometric/contracts/deals'
import type { pipelineStageRow } from '@prometric/contracts/pipelines'
import type { Warning } from '@prometric/contracts/warnings'
import type { Answered } from '../../lib/api.js'
import { may } from '../../lib/may.js'

export type Deal = Answered<typeof dealRow> & { readonly warnings?: readonly Warning[] }
export type DealLine = Answered<typeof dealLineRow>
export type Activity = Answered<typeof activityRow>
export type StageEntry = Answered<typeof stageHistoryRow>
type DealOrder = Answered<typeof dealOrderRow>
export type PipelineStage = Answered<typeof pipelineStageRow>

/** A deal with everything that its page shows, in one answer. */
export interface DealCard extends Deal {
  readonly products: readonly DealLine[]
  readonly activities: readonly Activity[]
  readonly stageHistory: readonly StageEntry[]
  readonly stages: readonly PipelineStage[]
  /** Only for those who may see orders. */
  readonly orders?: readonly DealOrder[]
}

export type BoardStage = BoardAnswer['stages'][number]
export type BoardCard = BoardStage['deals'][number]

/** Where a deal with all its parts is asked for. */
export const cardPath = (id: string): string =>
  `/deals/${id}?include=products,activities,stageHistory,stages${may('ORDERS_VIEW') ? ',orders' : ''}`
