import { invalid, Refusal } from '../../kernel/refusal.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { type StoredRegime, toRegime, type VatRegime, vatRegimeSql } from '../pricing/public.js'
import type { ProductRecord } from './product.record.js'

/** What a product names outside its own row, as it is today. */
export interface References {
  readonly category: {
    code: string | null
    defaultVatRateId: string | null
    defaultUnit: string | null
    defaultMarkupPercent: number | null
  } | null
  readonly vat: VatRegime
}

interface Found extends Pick<References, 'category'> {
  readonly unit: boolean
  readonly supplier: boolean
  readonly replacement: boolean
  readonly taxRate: boolean
  readonly regime: StoredRegime
}

type Named = Partial<
  Pick<ProductRecord, 'categoryId' | 'unit' | 'primarySupplierId' | 'vatRateId' | 'replacementProductId'>
>

/** Looks at everything a product refers to, in one statement. What is not in this workspace is refused by its field. */
export async function lookAtReferences(work: UnitOfWork, named: Named): Promise<References> {
  const {
    categoryId = null,
    unit = null,
    primarySupplierId = null,
    vatRateId = null,
    replacementProductId = null,
  } = named
  const found = (await work.row<Found>(look, [
    work.workspaceId,
    work.organizationId,
    work.today,
    categoryId,
    unit,
    primarySupplierId,
    vatRateId,
    replacementProductId,
  ]))!
  const absent = (field: string) => new Refusal('NOT_FOUND', { field }, field)
  if (categoryId && !found.category) throw absent('categoryId')
  if (unit !== null && !found.unit) throw invalid('unit', 'KNOWN_UNIT', { unit })
  if (primarySupplierId && !found.supplier) throw absent('primarySupplierId')
  if (vatRateId && !found.taxRate) throw absent('vatRateId')
  if (replacementProductId && !found.replacement) throw absent('replacementProductId')
  return { category: found.category, vat: toRegime(found.regime) }
}

const look = sql`
  select
    (select json_build_object('code', c.code, 'defaultVatRateId', c.default_vat_rate_id, 'defaultUnit', c.default_unit, 'defaultMarkupPercent', c.default_markup_percent)
      from app.product_categories c where c.workspace_id = $1 and c.id = $4 and c.deleted_at is null) as category,
    exists (select from app.units_of_measure u where u.workspace_id = $1 and u.code = $5 and u.is_active) as unit,
    exists (select from app.suppliers s where s.workspace_id = $1 and s.id = $6 and s.deleted_at is null) as supplier,
    exists (select from app.products p where p.workspace_id = $1 and p.id = $8 and p.deleted_at is null) as replacement,
    exists (select from app.tax_rates r where r.organization_id = $2 and r.id = $7 and r.is_active) as "taxRate",
    ${vatRegimeSql()} as regime`
