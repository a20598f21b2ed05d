import type { ListenerRow } from '../../platform/outbox/listener-table.js'
import { stockAlertTeller } from './operations/tell-stock-alert.js'

/** What stock hears of itself. */
export const inventoryListeners: readonly ListenerRow[] = [
  { listener: stockAlertTeller, queued: stockAlertTeller.events },
]
