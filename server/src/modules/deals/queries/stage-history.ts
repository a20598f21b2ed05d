import { stageHistoryRow } from '@prometric/contracts/deals'
import { byId } from '../../../platform/http/filters.js'
import { listing } from '../../../platform/http/listing.js'

/** Which stages a deal went through, the first one first. */
export const stageHistory = listing({
  from: 'app.deal_stage_history history',
  alias: 'history',
  row: stageHistoryRow,
  filters: { dealId: byId('history.deal_id') },
  sorts: ['enteredAt'],
  defaultSort: 'enteredAt',
})
