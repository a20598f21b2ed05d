import { against, Refusal } from '../../kernel/refusal.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

const deepest = 6

/**
 * The path `/root/…/parent/id/` of a category under its parent. Refuses a place inside itself and one deeper than six, counting
 * what hangs below it. The parent is locked so that it does not move away meanwhile.
 */
export async function pathUnder(
  work: UnitOfWork,
  { id, parentId, height = 1 }: { id: string; parentId: string | null; height?: number },
): Promise<string> {
  if (parentId === null) return `/${id}/`
  const parent = await work.row<{ path: string }>(lockParent, [work.workspaceId, parentId])
  if (!parent) throw new Refusal('NOT_FOUND', { parentId }, 'parentId')
  if (parentId === id || parent.path.includes(`/${id}/`))
    throw new Refusal('CATEGORY_CYCLE', { id, parentId }, 'parentId')
  const depth = depthOf(parent.path) + height
  if (depth > deepest) throw against('CATEGORY_DEPTH', { depth, maximum: deepest }, 'parentId')
  return `${parent.path}${id}/`
}

/** How many categories a path passes, its own included. */
export const depthOf = (path: string): number => path.split('/').length - 2

/** Runs a write that may meet a sibling's name or another's code. */
export async function refusingSiblings<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const { constraint = '' } = error as { constraint?: string }
    const field =
      constraint === 'product_categories_code_uq'
        ? 'code'
        : constraint.startsWith('product_categories_')
          ? 'name'
          : undefined
    if (field && constraint.endsWith('_uq')) throw new Refusal('DUPLICATE', { field }, field)
    throw error
  }
}

const lockParent = sql`
  select path from app.product_categories where workspace_id = $1 and id = $2 and deleted_at is null for no key update`
