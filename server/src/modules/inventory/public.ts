// What other modules and the orchestrators may ask of stock.
export { lockStock } from './operations/lock-stock.js'
export { postMovements } from './operations/post-movements.js'
export { defaultWarehouse, requireWarehouse } from './warehouse-place.js'
