// What other modules and the orchestrators may ask of stock.
export { averageCost } from './balance-book.js'
export type { Moved, Movement } from './movement.js'
export { lockStock, type StockPlace } from './operations/lock-stock.js'
export { postMovements } from './operations/post-movements.js'
export { watchStockLevels } from './operations/watch-stock-levels.js'
export { defaultWarehouse, requireWarehouse } from './warehouse-place.js'
