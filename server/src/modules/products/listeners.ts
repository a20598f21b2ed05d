import type { ListenerRow } from '../../platform/outbox/listener-table.js'
import { bomCostTaker } from './operations/take-bom-cost.js'

/** What the catalogue hears: a product costs what its bill of materials says from the moment the bill is in force. */
export const productListeners: readonly ListenerRow[] = [
  { listener: bomCostTaker, inline: ['bom.activated', 'bom.cost.changed'] },
]
