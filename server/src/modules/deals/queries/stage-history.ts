import { stageHistoryRow } from '@prometric/contracts/deals'
import { byId } from '../../../platform/http/filters.js'
import { listing } from '../../../platform/http/listing.js'

/** Who moved the deal there. */
export const changedByName = `(select mover.first_name || ' ' || mover.last_name from app.employees mover
  where mover.workspace_id = history.workspace_id and mover.user_id = history.changed_by and mover.deleted_at is null)`

/** Which stages a deal went through, the first one first. */
export const stageHistory = listing({
  from: 'app.deal_stage_history history',
  alias: 'history',
  row: stageHistoryRow,
  computed: { changedByName },
  filters: { dealId: byId('history.deal_id') },
  sorts: ['enteredAt'],
  defaultSort: 'enteredAt',
})
