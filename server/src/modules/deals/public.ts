// What others may ask of deals.

import type { DealRow } from '@prometric/contracts/deals'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { dealList } from './queries/list-deals.js'

/** The card of a deal, as the acting person may see it; NOT_FOUND when it is out of their sight. */
export function findDeal(work: UnitOfWork, id: string): Promise<DealRow> {
  return dealList.find(work, id)
}
