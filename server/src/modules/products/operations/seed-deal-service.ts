import { newId } from '../../../kernel/ids.js'
import { fold } from '../../../kernel/kazakhstan/folding.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

const names = { ru: 'Услуга по сделке', kk: 'Мәміле бойынша қызмет', en: 'Deal service' }

/** The service that stands for a deal won without lines: its order still needs a product to name. */
export async function seedDealService(work: UnitOfWork): Promise<void> {
  const searchText = fold(['DEAL-SERVICE', ...Object.values(names)].join(' '))
  await work.rows(insertDealService, [
    work.workspaceId,
    work.organizationId,
    newId(),
    names.ru,
    JSON.stringify(names),
    searchText,
    work.actor.userId,
  ])
}

const insertDealService = sql`
  insert into app.products (organization_id, workspace_id, id, code, code_lower, name, name_translations, product_type, unit, price, sellable, purchasable,
    search_text, created_by, updated_by)
  values ($2, $1, $3, 'DEAL-SERVICE', 'deal-service', $4, $5::jsonb, 'SERVICE', 'услуга', 0, true, false, $6, $7, $7)`
