import type { VatSettings } from '@prometric/contracts/settings'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { defaultRate, rateInForce, regimeWarnings, vatRegimeOn } from '../../pricing/public.js'

/** How the workspace charges VAT on a day, what the law says of it, and a warning while the two differ. */
export async function vatSettingsOn(work: UnitOfWork, day: string = work.today): Promise<VatSettings> {
  const regime = await vatRegimeOn(work, day)
  const rows = await work.rows<{ row: VatSettings['rates'][number] }>(rates, [work.organizationId, day])
  return {
    isPayer: regime.isPayer,
    rateMode: regime.mode,
    fixedRate: regime.fixedRate.toNumber(),
    defaultRate: defaultRate(regime).toNumber(),
    statutoryRate: rateInForce(regime, 'STANDARD')?.rate?.toNumber() ?? null,
    date: day,
    rates: rows.map(({ row }) => row),
    warnings: regimeWarnings(work.actor.language, regime),
  }
}

const rates = sql`
  select json_build_object('id', r.id, 'category', r.category, 'rate', r.rate, 'validFrom', r.valid_from, 'validTo', r.valid_to, 'legalBasis', r.legal_basis,
    'inForce', r.is_active and $2::date between r.valid_from and coalesce(r.valid_to, $2::date)) as row
  from app.tax_rates r where r.organization_id = $1 order by r.category, r.valid_from`
