// The statements that write a deal and its lines. Rows travel as JSON and PostgreSQL gives each column its type.

import { statement } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { Discount } from '../pricing/public.js'
import { amountsOf, type DealAmounts } from './deal-amounts.js'
import type { DealLine } from './deal-line.js'

const amountColumns = [
  'value',
  'net_value',
  'discount',
  'discount_type',
  'subtotal_amount',
  'discount_amount',
  'tax_amount',
  'cost_amount',
  'margin_amount',
  'margin_percent',
] as const
const factColumns = [
  'title',
  'description',
  'customer_id',
  'contact_person_id',
  'probability',
  'probability_manual',
  'expected_close_date',
  'assigned_to',
  'department_id',
  'lead_source',
  'campaign_id',
  'priority',
  'commission',
  'commission_type',
  'is_recurring',
  'recurring_interval',
  'recurring_value',
  'recurring_end_date',
  'competitors',
  'competitor_info',
  'checklist',
  'delivery_address_id',
  'requested_delivery_date',
  'payment_terms',
  'payment_method',
  'tags',
  'custom_fields',
] as const
const birthColumns = [
  'id',
  'deal_number',
  'pipeline_id',
  'pipeline_stage_id',
  'stage',
  'stage_entered_at',
  'stage_position',
  'created_by',
  'updated_by',
] as const
const patchOnly = ['price_outdated', 'stage_position', 'deleted_at', 'deleted_by', 'next_activity_at'] as const

export type DealAmountRow = Record<(typeof amountColumns)[number], unknown>
export type DealFactRow = Record<(typeof factColumns)[number], unknown>
export type DealBirthRow = DealAmountRow & DealFactRow & Record<(typeof birthColumns)[number], unknown>
export type DealPatch = Partial<DealAmountRow & DealFactRow & Record<(typeof patchOnly)[number], unknown>>

/** The columns that the lines and the document discount decide. */
export function amountRow({ priced, total }: DealAmounts, discount: Discount | undefined): DealAmountRow {
  return {
    value: text(priced.totalAmount.tiyn),
    net_value: text(priced.subtotal.tiyn),
    discount: text(discount?.value ?? 0n),
    discount_type: discount?.type ?? null,
    subtotal_amount: text(priced.subtotal.tiyn),
    discount_amount: text(priced.discountAmount.tiyn),
    tax_amount: text(priced.taxAmount.tiyn),
    cost_amount: text(total.costAmount?.tiyn),
    margin_amount: text(total.marginAmount?.tiyn),
    margin_percent: total.marginPercent?.toString() ?? null,
  }
}

/** Inserts a deal with its lines and the first row of its stage history. */
export async function insertDeal(
  work: UnitOfWork,
  row: DealBirthRow,
  lines: readonly DealLine[],
  amounts: DealAmounts,
  historyId: string,
): Promise<void> {
  await work.rows(insertWhole, [
    work.workspaceId,
    work.organizationId,
    JSON.stringify(row),
    lineRows(lines, amounts),
    historyId,
  ])
}

/** Changes the named columns and leaves the others. Returns the new version. */
export async function patchDeal(work: UnitOfWork, id: string, patch: DealPatch): Promise<number> {
  return (await work.row<{ version: number }>(patchOne, [
    work.workspaceId,
    id,
    JSON.stringify(patch),
    work.actor.userId,
  ]))!.version
}

/** Prices the lines anew, writes those that changed and the totals of the deal. Returns its new version and amounts. */
export async function repriceDeal(
  work: UnitOfWork,
  id: string,
  lines: readonly DealLine[],
  discount: Discount | undefined,
  patch: DealPatch = {},
  linesField?: string,
) {
  // Without lines there is nothing to take the discount from; it stays for the lines to come.
  const amounts = amountsOf(lines, lines.length > 0 ? discount : undefined, linesField)
  await work.rows(upsertLines, [work.workspaceId, work.organizationId, id, lineRows(lines, amounts)])
  const version = await patchDeal(work, id, { ...patch, ...amountRow(amounts, discount) })
  return { version, amounts }
}

const text = (units: bigint | undefined): string | null => (units === undefined ? null : units.toString())

function lineRows(lines: readonly DealLine[], { priced, margins }: DealAmounts): string {
  return JSON.stringify(
    lines.map((line, index) => {
      const amounts = priced.lines[index]!
      const margin = margins[index]!
      return {
        id: line.id,
        product_id: line.productId,
        product_name: line.productName,
        product_code: line.productCode,
        product_type: line.productType,
        quantity: line.quantity.toString(),
        unit: line.unit,
        unit_price: text(line.unitPrice.units),
        price_includes_vat: line.priceIncludesVat,
        discount: text(line.discount),
        discount_type: line.discountType,
        vat_rate: line.vatRate.toString(),
        vat_exempt: line.vatExempt,
        vat_category: line.vatCategory,
        vat_rate_id: line.vatRateId,
        vat_date: line.vatDate,
        gross_amount: text(amounts.gross.tiyn),
        line_discount_amount: text(amounts.lineDiscount.tiyn),
        document_discount_share: text(amounts.documentDiscountShare.tiyn),
        net_amount: text(amounts.net.tiyn),
        tax_amount: text(amounts.tax.tiyn),
        total_price: text(amounts.total.tiyn),
        cost: text(line.cost?.units),
        margin_amount: text(margin.marginAmount?.tiyn),
        margin: margin.marginPercent?.toString() ?? null,
        price_source: line.priceSource,
        specifications: line.specifications,
        notes: line.notes,
        sort_order: line.sortOrder,
      }
    }),
  )
}

const lineColumns = [
  'product_name',
  'product_code',
  'product_type',
  'quantity',
  'unit',
  'unit_price',
  'price_includes_vat',
  'discount',
  'discount_type',
  'vat_rate',
  'vat_exempt',
  'vat_category',
  'vat_rate_id',
  'vat_date',
  'gross_amount',
  'line_discount_amount',
  'document_discount_share',
  'net_amount',
  'tax_amount',
  'total_price',
  'cost',
  'margin_amount',
  'margin',
  'price_source',
  'specifications',
  'notes',
  'sort_order',
]
const born = [...birthColumns, ...factColumns, ...amountColumns].join(', ')
const patched = [...factColumns, ...amountColumns, ...patchOnly]
const lineInsert = (deal: string, rows: string) => `
  insert into app.deal_products as line (organization_id, workspace_id, deal_id, id, product_id, ${lineColumns.join(', ')})
  select $2, $1, ${deal}, r.id, r.product_id, ${lineColumns.map((name) => `r.${name}`).join(', ')} from json_populate_recordset(null::app.deal_products, ${rows}::json) r`

const insertWhole = statement(`
  with deal as (
    insert into app.deals (organization_id, workspace_id, ${born}) select $2, $1, ${born} from json_populate_record(null::app.deals, $3::json)
    returning id, stage, pipeline_stage_id, stage_entered_at, value, probability, created_by
  ), lines as (${lineInsert('(select id from deal)', '$4')})
  insert into app.deal_stage_history (organization_id, workspace_id, id, deal_id, to_stage, pipeline_stage_id, entered_at, value_at_entry, probability_at_entry, changed_by)
  select $2, $1, $5, id, stage, pipeline_stage_id, stage_entered_at, value, probability, created_by from deal`)

const patchOne = statement(`
  update app.deals deal set (${patched.join(', ')}) = (select ${patched.map((name) => `r.${name}`).join(', ')} from json_populate_record(deal, $3::json) r),
    version = version + 1, updated_at = app.now(), updated_by = $4
  where workspace_id = $1 and id = $2 returning version`)

const upsertLines = statement(`${lineInsert('$3', '$4')}
  on conflict (workspace_id, id) do update set (${lineColumns.join(', ')}) = row(${lineColumns.map((name) => `excluded.${name}`).join(', ')}),
    version = line.version + 1, updated_at = app.now()
  where (${lineColumns.map((name) => `line.${name}`).join(', ')}) is distinct from (${lineColumns.map((name) => `excluded.${name}`).join(', ')})`)
