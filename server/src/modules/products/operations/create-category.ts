import type { CreateCategoryBody } from '@prometric/contracts/product-categories'
import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { pathUnder, refusingSiblings } from '../category.place.js'
import { lookAtReferences } from '../product-references.js'

/** Adds a category, at most six deep. */
export async function createCategory(work: UnitOfWork, body: CreateCategoryBody): Promise<string> {
  const id = newId()
  const parentId = body.parentId ?? null
  await checkDefaults(work, body)
  const path = await pathUnder(work, { id, parentId })
  await refusingSiblings(() =>
    work.rows(insertCategory, [
      work.workspaceId,
      work.organizationId,
      id,
      work.actor.userId,
      body.name,
      JSON.stringify(body.nameTranslations ?? {}),
      body.code ?? null,
      body.description ?? null,
      body.imageFileId ?? null,
      parentId,
      path,
      body.sortOrder ?? 0,
      body.isActive ?? true,
      body.defaultVatRateId ?? null,
      body.defaultUnit ?? null,
      body.defaultMarkupPercent ?? null,
      JSON.stringify(body.metadata ?? {}),
    ]),
  )
  return id
}

/** The unit and the tax rate that a category hands to its products must exist. */
export async function checkDefaults(
  work: UnitOfWork,
  body: Pick<CreateCategoryBody, 'defaultUnit' | 'defaultVatRateId'>,
): Promise<void> {
  const { defaultUnit, defaultVatRateId } = body
  if (!defaultUnit && !defaultVatRateId) return
  await lookAtReferences(work, { ...(defaultUnit ? { unit: defaultUnit } : {}), vatRateId: defaultVatRateId ?? null })
}

const insertCategory = sql`
  insert into app.product_categories (workspace_id, organization_id, id, created_by, updated_by, name, name_translations, code, description, image_file_id,
    parent_id, path, sort_order, is_active, default_vat_rate_id, default_unit, default_markup_percent, metadata)
  values ($1, $2, $3, $4, $4, $5, $6::jsonb, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17::jsonb)`
