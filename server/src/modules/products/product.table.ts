import { fold } from '../../kernel/kazakhstan/folding.js'
import { Refusal } from '../../kernel/refusal.js'
import { piece, sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { columnOf } from '../../platform/http/select-list.js'
import { emptyProduct, type ProductRecord } from './product.record.js'

const keys = Object.keys(emptyProduct) as Array<keyof ProductRecord>
const columns = piece(keys.map(columnOf).join(', '))
const given = piece(keys.map((key) => `given.${columnOf(key)}`).join(', '))
const selected = piece(keys.map((key) => `${columnOf(key)} as "${key}"`).join(', '))

export type StoredProduct = ProductRecord & { readonly id: string; readonly version: number }

/** The product, locked until the commit. Refuses when there is none, or when it is no longer the one the caller saw. */
export async function lockProduct(
  work: UnitOfWork,
  id: string,
  seen: { version?: number | undefined; ifMatch?: number | undefined } = {},
): Promise<StoredProduct> {
  const found = await work.row<StoredProduct>(lockOne, [work.workspaceId, id])
  if (!found) throw new Refusal('NOT_FOUND')
  const { version } = found
  if (seen.version !== undefined && seen.version !== version) throw new Refusal('VERSION_CONFLICT', { version })
  if (seen.ifMatch !== undefined && seen.ifMatch !== version) throw new Refusal('PRECONDITION_FAILED', { version })
  return found
}

/** Writes a new row. A code or barcode that is taken is refused by the unique keys, so that two at once cannot both win. */
export async function insertProduct(work: UnitOfWork, id: string, product: ProductRecord): Promise<void> {
  await refusingTwins(product, () =>
    work.rows(insertOne, [work.workspaceId, work.organizationId, id, work.actor.userId, asRow(product)]),
  )
}

/** Writes the whole row anew and gives its new version. */
export async function rewriteProduct(work: UnitOfWork, id: string, product: ProductRecord): Promise<number> {
  const [row] = await refusingTwins(product, () =>
    work.rows<{ version: number }>(rewriteOne, [work.workspaceId, id, work.actor.userId, asRow(product)]),
  )
  return row!.version
}

/** Runs what may meet a taken code or barcode, and says so in the catalogue's words. */
export async function refusingTwins<T>(
  product: { code: string; barcode: string | null },
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const { constraint } = error as { constraint?: string }
    if (constraint === 'products_code_uq') throw new Refusal('PRODUCT_CODE_EXISTS', { code: product.code }, 'code')
    if (constraint === 'products_barcode_uq')
      throw new Refusal('DUPLICATE', { field: 'barcode', value: product.barcode }, 'barcode')
    throw error
  }
}

/** The columns that are written by the application because folding must not depend on the database's locale. */
export function withKeys(product: ProductRecord): ProductRecord {
  const searchText = fold([product.name, product.code, product.barcode ?? ''].join(' '))
  return { ...product, codeLower: product.code.toLowerCase(), searchText }
}

/** One JSON object with column names. Bigints travel as text, which PostgreSQL reads exactly. */
function asRow(product: ProductRecord): string {
  const row = Object.fromEntries(keys.map((key) => [columnOf(key), product[key]]))
  return JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

const lockOne = sql`
  select id, version, ${selected} from app.products
  where workspace_id = $1 and id = $2 and deleted_at is null for no key update`
const insertOne = sql`
  insert into app.products (workspace_id, organization_id, id, created_by, updated_by, created_at, updated_at, ${columns})
  select $1, $2, $3, $4, $4, app.now(), app.now(), ${given} from jsonb_populate_record(null::app.products, $5::jsonb) given`
const rewriteOne = sql`
  update app.products p set (${columns}) = (select ${given} from jsonb_populate_record(null::app.products, $4::jsonb) given),
    version = version + 1, updated_at = app.now(), updated_by = $3
  where workspace_id = $1 and id = $2 returning version`
