import { watchStockLevels } from '../../modules/inventory/operations/watch-stock-levels.js'
import type { InlineListener } from '../../platform/outbox/listener.js'

/**
 * A reservation lowers what is available as much as an issue does, and a release raises it; it is looked at after the commit, so that a win
 * waits for nobody's alarm.
 */
export const stockWatch: InlineListener = {
  name: 'stock-watch',
  async hear(work, event) {
    const { lines = [], productId } = event.payload as {
      lines?: ReadonlyArray<{ productId?: string }>
      productId?: string
    }
    const productIds = [
      ...new Set([...lines.flatMap((line) => line.productId ?? []), ...(productId ? [productId] : [])]),
    ]
    const decreased = event.name === 'stock.released' ? [] : productIds
    if (productIds.length > 0) await watchStockLevels(work, productIds, decreased)
  },
}
