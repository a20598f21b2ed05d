import type { UnitOfWork } from '../database/unit-of-work.js'
import type { Page } from './listing.js'

/** Costs are for those who may see them: for others the named keys of a row are null. */
export function hideCosts<Row extends object>(work: UnitOfWork, row: Row, keys: ReadonlyArray<keyof Row>): Row {
  if (work.allow('COST_VIEW')) return row
  return { ...row, ...Object.fromEntries(keys.map((key) => [key, null])) }
}

/** The same for a page of rows. */
export function hideCostsOfPage<Row extends object>(
  work: UnitOfWork,
  page: Page<Row>,
  keys: ReadonlyArray<keyof Row>,
): Page<Row> {
  return { ...page, items: page.items.map((row) => hideCosts(work, row, keys)) }
}
