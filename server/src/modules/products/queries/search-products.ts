import { productHit, type ProductSearchQuery } from '@prometric/contracts/product-parts'
import type { z } from 'zod'
import { fold } from '../../../kernel/kazakhstan/folding.js'
import { Rate } from '../../../kernel/rate.js'
import { piece, sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { selectList } from '../../../platform/http/select-list.js'
import { lineVatOf, type ProductVat, vatRegimeOn } from '../../pricing/public.js'

/** What a person means who types a few letters: the exact code, then the barcode, then beginnings, then anything that contains the words. */
export async function searchProducts(
  work: UnitOfWork,
  { q, limit = '10', forSale = 'false' }: ProductSearchQuery,
): Promise<Array<z.infer<typeof productHit>>> {
  const folded = fold(q)
  const inside = folded.replace(/[\\%_]/g, '\\$&')
  const rows = await work.rows<{ row: z.infer<typeof productHit>; vat: Omit<ProductVat, 'vatRate'> }>(search, [
    work.workspaceId,
    q.trim().toLowerCase(),
    q.trim(),
    inside + '%',
    q,
    forSale === 'true',
    Number(limit),
    q
      .trim()
      .toLowerCase()
      .replace(/[\\%_]/g, '\\$&') + '%',
  ])
  const regime = await vatRegimeOn(work)
  return rows.map(({ row, vat }) => ({
    ...row,
    vatRate: lineVatOf(regime, { ...vat, vatRate: Rate.parse(row.vatRate) }).vatRate.toNumber(),
  }))
}

const columns = piece(
  selectList(productHit, 'product', {
    available: `(select coalesce(sum(i.available_quantity), 0) from app.inventory_items i where i.workspace_id = product.workspace_id and i.product_id = product.id)`,
  }),
)
const search = sql`
  select to_json(t)::jsonb - '{rank,vat}'::text[] as row, t.vat from (
    select ${columns}, json_build_object('vatRateId', product.vat_rate_id, 'vatRateTyped', product.vat_rate_typed, 'vatExempt', product.vat_exempt) as vat,
      case when product.code_lower = $2 then 1 when product.barcode = $3 then 2
      when product.code_lower like $8 or product.search_text like $4 then 3 else 4 end as rank
    from app.products product
    where product.workspace_id = $1 and product.deleted_at is null
      and product.id = any((select app.found_by_words('PRODUCT', $5, 10001))::uuid[])
      and (not $6::boolean or (product.sellable and product.status in ('ACTIVE', 'DISCONTINUED')))
    order by rank, product.popularity desc, product.name, product.id limit $7) t`
