import { Refusal } from '../../kernel/refusal.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { ProductRecord } from './product.record.js'

interface TaxRate {
  readonly id: string
  readonly category: string
  readonly rate: number | null
}

/** What a product names outside its own row, as it is today. */
export interface References {
  readonly category: {
    code: string | null
    defaultVatRateId: string | null
    defaultUnit: string | null
    defaultMarkupPercent: number | null
  } | null
  readonly taxRate: TaxRate | null
  readonly standardRate: number | null
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
  const found = (await work.row<References & { unit: boolean; supplier: boolean; replacement: boolean }>(look, [
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
  if (unit !== null && !found.unit) throw new Refusal('VALIDATION_FAILED', { reason: 'UNKNOWN_UNIT', unit }, 'unit')
  if (primarySupplierId && !found.supplier) throw absent('primarySupplierId')
  if (vatRateId && !found.taxRate) throw absent('vatRateId')
  if (replacementProductId && !found.replacement) throw absent('replacementProductId')
  return found
}

/** The rate a product has when nobody names one: the fixed one of the settings, or the standard rate of today. */
export async function defaultVatRate(work: UnitOfWork, references: References): Promise<string> {
  const dated = (await work.setting<string>('vat.rateMode')) === 'DATED'
  if (dated && references.standardRate !== null) return String(references.standardRate)
  return String(await work.setting<number>('vat.fixedRate'))
}

/** Puts a named tax rate on the product. A rate that the law leaves without a number is an exemption. */
export function withTaxRate(product: ProductRecord, rate: TaxRate, saidRate: string | undefined): ProductRecord {
  if (saidRate !== undefined && Number(saidRate) !== (rate.rate ?? 0))
    throw new Refusal('VALIDATION_FAILED', { reason: 'VAT_RATE_MISMATCH', expected: rate.rate ?? 0 }, 'vatRate')
  return {
    ...product,
    vatRateId: rate.id,
    vatRate: String(rate.rate ?? 0),
    vatExempt: product.vatExempt || rate.rate === null,
  }
}

const look = sql`
  select
    (select json_build_object('code', c.code, 'defaultVatRateId', c.default_vat_rate_id, 'defaultUnit', c.default_unit, 'defaultMarkupPercent', c.default_markup_percent)
      from app.product_categories c where c.workspace_id = $1 and c.id = $4 and c.deleted_at is null) as category,
    exists (select from app.units_of_measure u where u.workspace_id = $1 and u.code = $5 and u.is_active) as unit,
    exists (select from app.suppliers s where s.workspace_id = $1 and s.id = $6 and s.deleted_at is null) as supplier,
    exists (select from app.products p where p.workspace_id = $1 and p.id = $8 and p.deleted_at is null) as replacement,
    (select json_build_object('id', r.id, 'category', r.category, 'rate', r.rate) from app.tax_rates r
      where r.organization_id = $2 and r.id = coalesce($7::uuid, (select c.default_vat_rate_id from app.product_categories c where c.workspace_id = $1 and c.id = $4))
        and r.is_active) as "taxRate",
    (select r.rate::float8 from app.tax_rates r where r.organization_id = $2 and r.category = 'STANDARD' and r.is_active
      and $3::date between r.valid_from and coalesce(r.valid_to, $3::date)) as "standardRate"`
