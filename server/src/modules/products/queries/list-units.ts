import { unitRow } from '@prometric/contracts/units'
import { listing } from '../../../platform/http/listing.js'

/** The units of measure of the workspace. */
export const unitList = listing({
  from: 'app.units_of_measure unit',
  alias: 'unit',
  row: unitRow,
  sorts: ['code', 'name', 'kind'],
  defaultSort: 'code',
})
