import type { Quantity } from '../../kernel/quantity.js'
import type { UnitPrice } from '../../kernel/unit-price.js'
import { piece } from '../../platform/database/statement.js'
import type { LineVat, PricedLine } from '../pricing/public.js'

/** A line of an order: snapshots of the product, and what was agreed. Its amounts follow from it. */
export interface OrderLine extends LineVat {
  readonly productId: string
  readonly productName: string
  readonly productCode: string | null
  readonly productType: string
  readonly unit: string
  readonly quantity: Quantity
  readonly unitPrice: UnitPrice
  readonly priceIncludesVat: boolean
  readonly discount: bigint
  readonly discountType: 'FIXED' | 'PERCENTAGE'
  readonly cost: UnitPrice | null
  readonly requestedDate?: string | null | undefined
  readonly specifications?: unknown
  readonly notes?: string | null | undefined
}

/** The line and its amounts under the names of their columns, as JSON loses nothing of them. */
export function lineRow(line: OrderLine, amounts: PricedLine) {
  return {
    product_id: line.productId,
    product_name: line.productName,
    product_code: line.productCode,
    product_type: line.productType,
    unit: line.unit,
    quantity: line.quantity.toString(),
    unit_price: String(line.unitPrice.units),
    price_includes_vat: line.priceIncludesVat,
    discount: String(line.discount),
    discount_type: line.discountType,
    vat_rate: line.vatRate.toString(),
    vat_exempt: line.vatExempt,
    vat_category: line.vatCategory,
    vat_rate_id: line.vatRateId,
    vat_date: line.vatDate,
    gross_amount: String(amounts.gross.tiyn),
    line_discount_amount: String(amounts.lineDiscount.tiyn),
    document_discount_share: String(amounts.documentDiscountShare.tiyn),
    net_amount: String(amounts.net.tiyn),
    tax_amount: String(amounts.tax.tiyn),
    total_price: String(amounts.total.tiyn),
    cost: line.cost && String(line.cost.units),
    requested_date: line.requestedDate ?? null,
    specifications: line.specifications ?? {},
    notes: line.notes ?? null,
  }
}

const columns: ReadonlyArray<keyof ReturnType<typeof lineRow>> = [
  'product_id',
  'product_name',
  'product_code',
  'product_type',
  'unit',
  'quantity',
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
  'specifications',
  'notes',
]
/** The columns that a new line takes from its row as they are, and their values in the row `i`. */
export const lineColumns = piece(columns.join(', '))
export const lineValues = piece(columns.map((name) => `i.${name}`).join(', '))
