import type { DiscountType, LineVat } from '../pricing/public.js'
import { Quantity } from '../../kernel/quantity.js'
import { Rate } from '../../kernel/rate.js'
import { UnitPrice } from '../../kernel/unit-price.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

/** A line as the rules see it: snapshots of the product, and what was agreed. Amounts follow from it. */
export interface DealLine extends LineVat {
  readonly id: string
  readonly productId: string
  readonly productName: string
  readonly productCode: string | null
  readonly productType: string
  readonly quantity: Quantity
  readonly unit: string
  readonly unitPrice: UnitPrice
  readonly priceIncludesVat: boolean
  readonly discount: bigint
  readonly discountType: DiscountType
  /** What one unit costs us; null when nobody knows. */
  readonly cost: UnitPrice | null
  readonly priceSource: 'PRODUCT' | 'PRICE_LIST' | 'MANUAL'
  readonly specifications: unknown
  readonly notes: string | null
  readonly sortOrder: number
}

/** A line as a statement gives it: integers as text, so that JSON loses nothing. */
export interface StoredLine extends Omit<DealLine, 'quantity' | 'unitPrice' | 'discount' | 'vatRate' | 'cost'> {
  readonly quantity: string
  readonly unitPrice: string
  readonly discount: string
  readonly vatRate: string
  readonly cost: string | null
}

/** The columns of `StoredLine`, read from the alias `line`. */
export const storedLine = `line.id as "id", line.product_id as "productId", line.product_name as "productName", line.product_code as "productCode",
  line.product_type as "productType", line.quantity::text as "quantity", line.unit as "unit", line.unit_price::text as "unitPrice",
  line.price_includes_vat as "priceIncludesVat", line.discount::text as "discount", line.discount_type as "discountType", line.vat_rate::text as "vatRate",
  line.vat_exempt as "vatExempt", line.vat_category as "vatCategory", line.vat_rate_id as "vatRateId", coalesce(line.vat_date, line.created_at::date)::text as "vatDate", line.cost::text as "cost", line.price_source as "priceSource", line.specifications as "specifications",
  line.notes as "notes", line.sort_order as "sortOrder"`

export function toDealLine(stored: StoredLine): DealLine {
  return {
    ...stored,
    quantity: Quantity.parse(stored.quantity),
    unitPrice: UnitPrice.of(BigInt(stored.unitPrice)),
    discount: BigInt(stored.discount),
    vatRate: Rate.parse(stored.vatRate),
    cost: stored.cost === null ? null : UnitPrice.of(BigInt(stored.cost)),
  }
}

/** The lines of a deal in their order. Read them only after the deal is locked. */
export async function loadLines(work: UnitOfWork, dealId: string): Promise<DealLine[]> {
  return (await work.rows<StoredLine>(linesOfDeal, [work.workspaceId, dealId])).map(toDealLine)
}

const linesOfDeal = sql`
  select ${{ text: storedLine }} from app.deal_products line where line.workspace_id = $1 and line.deal_id = $2 order by line.sort_order, line.id`
