import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { statutoryRates } from '../statutory-rates.js'

/** The law as kept here begins before any document of ours can. */
const beforeAnyDocument = '2000-01-01'

/** Gives a new organization the statutory VAT rates with their days. */
export async function seedTaxRates(work: UnitOfWork): Promise<void> {
  const rows = statutoryRates.map(({ category, rate, from, to }) => ({
    id: newId(),
    category,
    rate,
    valid_from: from ?? beforeAnyDocument,
    valid_to: to,
  }))
  await work.rows(insertRates, [work.organizationId, JSON.stringify(rows)])
}

const insertRates = sql`
  insert into app.tax_rates (organization_id, id, category, rate, valid_from, valid_to, legal_basis)
  select $1, r.id, r.category, r.rate, r.valid_from, r.valid_to, 'Налоговый кодекс РК'
  from json_to_recordset($2::json) as r(id uuid, category text, rate numeric, valid_from date, valid_to date)`
