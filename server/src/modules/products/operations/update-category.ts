import type { UpdateCategoryBody } from '@prometric/contracts/product-categories'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { depthOf, pathUnder, refusingSiblings } from '../category.place.js'
import { checkDefaults } from './create-category.js'

interface Stored {
  readonly path: string
  readonly parentId: string | null
  readonly deepest: number
}

/** Changes a category. Moving it moves everything below it. */
export async function updateCategory(
  work: UnitOfWork,
  { id, body }: { id: string; body: UpdateCategoryBody },
): Promise<void> {
  const before = await work.row<Stored>(lockCategory, [work.workspaceId, id])
  if (!before) throw new Refusal('NOT_FOUND')
  await checkDefaults(work, body)
  const parentId = body.parentId === undefined ? before.parentId : body.parentId
  if (parentId !== before.parentId) {
    const height = before.deepest - depthOf(before.path) + 1
    const path = await pathUnder(work, { id, parentId, height })
    await refusingSiblings(() => work.rows(moveSubtree, [work.workspaceId, id, parentId, before.path, path]))
  }
  const said = Object.fromEntries(
    Object.entries({ ...body, parentId: undefined }).filter(([, value]) => value !== undefined),
  )
  await refusingSiblings(() =>
    work.rows(changeCategory, [work.workspaceId, id, work.actor.userId, JSON.stringify(said)]),
  )
}

const lockCategory = sql`
  select c.path, c.parent_id as "parentId",
    (select max(array_length(string_to_array(below.path, '/'), 1) - 2) from app.product_categories below
      where below.workspace_id = $1 and below.deleted_at is null and below.path like c.path || '%') as deepest
  from app.product_categories c where c.workspace_id = $1 and c.id = $2 and c.deleted_at is null for no key update`
const moveSubtree = sql`
  update app.product_categories set path = $5::text || substr(path, length($4::text) + 1),
    parent_id = case when id = $2 then $3::uuid else parent_id end, updated_at = app.now()
  where workspace_id = $1 and path like $4::text || '%'`
const changeCategory = sql`
  update app.product_categories set
    name = coalesce($4::jsonb ->> 'name', name),
    name_translations = coalesce($4::jsonb -> 'nameTranslations', name_translations),
    code = case when $4::jsonb ? 'code' then $4::jsonb ->> 'code' else code end,
    description = case when $4::jsonb ? 'description' then $4::jsonb ->> 'description' else description end,
    image_file_id = case when $4::jsonb ? 'imageFileId' then ($4::jsonb ->> 'imageFileId')::uuid else image_file_id end,
    sort_order = coalesce(($4::jsonb ->> 'sortOrder')::int, sort_order),
    is_active = coalesce(($4::jsonb ->> 'isActive')::boolean, is_active),
    default_vat_rate_id = case when $4::jsonb ? 'defaultVatRateId' then ($4::jsonb ->> 'defaultVatRateId')::uuid else default_vat_rate_id end,
    default_unit = case when $4::jsonb ? 'defaultUnit' then $4::jsonb ->> 'defaultUnit' else default_unit end,
    default_markup_percent = case when $4::jsonb ? 'defaultMarkupPercent' then ($4::jsonb ->> 'defaultMarkupPercent')::numeric else default_markup_percent end,
    metadata = coalesce($4::jsonb -> 'metadata', metadata),
    updated_at = app.now(), updated_by = $3
  where workspace_id = $1 and id = $2`
