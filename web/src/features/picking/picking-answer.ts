import type { pickingLine, pickingRow } from '@prometric/contracts/picking'
import type { Answered } from '../../lib/api.js'

export type PickingRow = Answered<typeof pickingRow>
export type PickingLine = Answered<typeof pickingLine>
export type PickingCard = PickingRow & { readonly lines: readonly PickingLine[] }

export const pickingPath = '/operations/warehouse/picking-orders'

/** What a picking changes: stock waits at the gate, the order goes on. */
export const touchedByPicking = [pickingPath, '/orders', '/operations/logistics'] as const
