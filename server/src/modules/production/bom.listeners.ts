import type { ListenerRow } from '../../platform/outbox/listener-table.js'
import { parentBomRoller } from './operations/roll-up-parent-boms.js'

/** What bills of materials hear. */
export const bomListeners: readonly ListenerRow[] = [{ listener: parentBomRoller, queued: ['product.price.changed'] }]
