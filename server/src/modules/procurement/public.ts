// What other modules and the orchestrators may ask of procurement.
export {
  openRequisitions,
  type OpenedRequisitions,
  type Shortage,
  type ShortLine,
} from './operations/open-requisitions.js'
export { receiveRequisitionLines } from './operations/receive-requisition-lines.js'
export { requireSupplier } from './queries/require-supplier.js'
