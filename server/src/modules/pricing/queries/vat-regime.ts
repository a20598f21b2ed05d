import { Rate } from '../../../kernel/rate.js'
import { piece, sql, type SqlText } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { VatCategory } from '../statutory-rates.js'
import type { VatMode, VatRegime } from '../vat-regime.js'

/** A regime as `vatRegimeSql` gives it. */
export interface StoredRegime {
  readonly day: string
  readonly isPayer: boolean
  readonly mode: VatMode
  readonly fixedRate: string
  readonly rates: ReadonlyArray<{ id: string; category: VatCategory; rate: string | null; inForce: boolean }>
}

/** The VAT of the workspace on a day, today when none is named. */
export async function vatRegimeOn(work: UnitOfWork, day: string = work.today): Promise<VatRegime> {
  const row = await work.row<{ regime: StoredRegime }>(readRegime, [work.workspaceId, work.organizationId, day])
  return toRegime(row!.regime)
}

/** The regime as one column of another statement, so that documents need no statement more for it. Name the parameters. */
export function vatRegimeSql({ workspace = '$1', organization = '$2', day = '$3' } = {}): SqlText {
  const setting = (key: string) =>
    `(select s.value #>> '{}' from app.app_settings s where s.workspace_id = ${workspace} and s.key = '${key}')`
  return piece(`(select json_build_object('day', ${day}::date, 'isPayer', coalesce(${setting('vat.isPayer')}::boolean, true), 'mode', ${setting('vat.rateMode')}, 'fixedRate', ${setting('vat.fixedRate')},
    'rates', (select json_agg(json_build_object('id', r.id, 'category', r.category, 'rate', r.rate::text,
        'inForce', r.is_active and ${day}::date between r.valid_from and coalesce(r.valid_to, ${day}::date))
        order by array_position(array['STANDARD', 'MEDICAL', 'PERIODICALS', 'ZERO', 'EXEMPT', 'NO_VAT'], r.category), r.valid_from)
      from app.tax_rates r where r.organization_id = ${organization})))`)
}

export function toRegime({ day, isPayer, mode, fixedRate, rates }: StoredRegime): VatRegime {
  return {
    day,
    isPayer,
    mode,
    fixedRate: Rate.parse(fixedRate),
    inForce: rates
      .filter((row) => row.inForce)
      .map(({ id, category, rate }) => ({ id, category, rate: rate === null ? null : Rate.parse(rate) })),
    categoryOf: new Map(rates.map((row) => [row.id, row.category])),
  }
}

const readRegime = sql`select ${vatRegimeSql()} as regime`
