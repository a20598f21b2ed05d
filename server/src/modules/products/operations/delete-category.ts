import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { updateCategory } from './update-category.js'

/** Deletes an empty category, or one whose products and subcategories move to another. */
export async function deleteCategory(
  work: UnitOfWork,
  { id, moveTo }: { id: string; moveTo?: string | undefined },
): Promise<void> {
  const category = await work.row<{ path: string }>(lockCategory, [work.workspaceId, id])
  if (!category) throw new Refusal('NOT_FOUND')
  const inside = (await work.row<{ children: string[]; products: number }>(contents, [work.workspaceId, id]))!
  if (moveTo !== undefined) await emptyInto(work, { id, moveTo, children: inside.children })
  else if (inside.children.length > 0 || inside.products > 0)
    throw new Refusal('IN_USE', { categories: inside.children.length, products: inside.products })
  await work.rows(deleteOne, [work.workspaceId, id, work.actor.userId])
}

async function emptyInto(
  work: UnitOfWork,
  { id, moveTo, children }: { id: string; moveTo: string; children: readonly string[] },
): Promise<void> {
  const target = await work.row<{ path: string }>(lockCategory, [work.workspaceId, moveTo])
  if (!target) throw new Refusal('NOT_FOUND', { moveTo }, 'moveTo')
  if (target.path.includes(`/${id}/`)) throw new Refusal('CATEGORY_CYCLE', { id, moveTo }, 'moveTo')
  // At most a handful: each child is a move of its own with its own checks of depth and name.
  for (const child of children) await updateCategory(work, { id: child, body: { parentId: moveTo } })
  await work.rows(moveProducts, [work.workspaceId, id, moveTo, work.actor.userId])
}

const lockCategory = sql`
  select path from app.product_categories where workspace_id = $1 and id = $2 and deleted_at is null for no key update`
const contents = sql`
  select coalesce((select array_agg(c.id) from app.product_categories c where c.workspace_id = $1 and c.parent_id = $2 and c.deleted_at is null), '{}') as children,
    (select count(*)::int from app.products p where p.workspace_id = $1 and p.category_id = $2 and p.deleted_at is null) as products`
const moveProducts = sql`
  update app.products set category_id = $3, version = version + 1, updated_at = app.now(), updated_by = $4
  where workspace_id = $1 and category_id = $2 and deleted_at is null`
const deleteOne = sql`
  update app.product_categories set deleted_at = app.now(), deleted_by = $3, updated_at = app.now(), updated_by = $3
  where workspace_id = $1 and id = $2`
