// What other modules and the orchestrators may ask of procurement.
export { receiveRequisitionLines } from './operations/receive-requisition-lines.js'
export { requireSupplier } from './queries/require-supplier.js'
