import { piece } from '../../platform/database/statement.js'

/** What an invoice's item takes from the order's line `line`: the columns, and what stands in them. */
export const itemColumns =
  piece(`order_item_id, product_id, description, unit, unit_price, price_includes_vat, discount, discount_type, gross_amount,
      line_discount_amount, document_discount_share, tax_category, vat_rate, net_amount, tax_amount, total_price`)
export const itemValues =
  piece(`line.id, line.product_id, line.product_name, line.unit, line.unit_price, line.price_includes_vat, line.discount, line.discount_type, line.gross_amount,
      line.line_discount_amount, line.document_discount_share, case when line.vat_exempt and line.vat_category = 'STANDARD' then 'EXEMPT' else line.vat_category end,
      case when line.vat_exempt then null else line.vat_rate end, line.net_amount, line.tax_amount, line.total_price`)
