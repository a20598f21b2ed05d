import type { productionMaterial, productionOrderRow } from '@prometric/contracts/production'
import type { Answered } from '../../lib/api.js'

export type ProductionRow = Answered<typeof productionOrderRow>
export type Material = Answered<typeof productionMaterial>
export type ProductionCard = ProductionRow & { readonly materials: readonly Material[] }

export const productionPath = '/operations/production/production-orders'

/** What is made moves stock, and the order that waits for it. */
export const touchedByMaking = ['/operations', '/orders'] as const

/** Before anything has been begun. */
export const notBegun: ReadonlySet<string> = new Set(['PLANNED', 'WAITING_MATERIALS', 'SCHEDULED'])
