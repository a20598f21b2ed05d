import type { ListenerRow } from '../../platform/outbox/listener-table.js'
import { orderFailure, orderRecovery } from './order-failure.js'
import { parkedNotice } from './parked-notice.js'

/** What follows when a listener gives up on its event, and when it is mended. */
export const repair: readonly ListenerRow[] = [
  { listener: parkedNotice, queued: ['delivery.parked', 'delivery.recovered', 'delivery.skipped'] },
  { listener: orderFailure, queued: ['delivery.parked'] },
  // Heard before the mended listener works: see deliver.ts.
  { listener: orderRecovery, inline: ['delivery.recovered'], always: true },
]
