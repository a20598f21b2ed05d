import { type CategoryNode, categoryRow, type CategoryRow } from '@prometric/contracts/product-categories'
import { Refusal } from '../../../kernel/refusal.js'
import { piece, sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { selectList } from '../../../platform/http/select-list.js'

/** All categories: as a tree, or flat in the order of the tree. */
export async function listCategories(
  work: UnitOfWork,
  { flat, includeCounts }: { flat: boolean; includeCounts: boolean },
): Promise<CategoryNode[]> {
  const rows = (await work.rows<{ row: CategoryRow }>(allCategories, [work.workspaceId])).map(({ row }) =>
    includeCounts ? row : withoutCount(row),
  )
  const below = (parentId: string | null): CategoryNode[] =>
    rows.filter((row) => row.parentId === parentId).map((row) => ({ ...row, children: below(row.id) }))
  const inOrder = (nodes: CategoryNode[]): CategoryNode[] =>
    nodes.flatMap(({ children = [], ...row }) => [row, ...inOrder(children)])
  return flat ? inOrder(below(null)) : below(null)
}

/** One category with the number of products in it and below. */
export async function findCategory(work: UnitOfWork, id: string): Promise<CategoryRow> {
  const found = await work.row<{ row: CategoryRow }>(oneCategory, [work.workspaceId, id])
  if (!found) throw new Refusal('NOT_FOUND')
  return found.row
}

function withoutCount(row: CategoryRow): CategoryRow {
  const { productCount, ...rest } = row
  return productCount === undefined ? row : rest
}

const columns = piece(
  selectList(categoryRow, 'c', {
    productCount: `(select count(*)::int from app.products p join app.product_categories below on below.workspace_id = p.workspace_id and below.id = p.category_id
    where p.workspace_id = c.workspace_id and p.deleted_at is null and below.path like '%/' || c.id::text || '/%')`,
  }),
)
const allCategories = sql`
  select to_json(t) as row from (select ${columns} from app.product_categories c
    where c.workspace_id = $1 and c.deleted_at is null order by c.sort_order, c.name, c.id) t`
const oneCategory = sql`
  select to_json(t) as row from (select ${columns} from app.product_categories c
    where c.workspace_id = $1 and c.id = $2 and c.deleted_at is null) t`
