import { scales } from '@prometric/contracts/wire'
import type { z } from 'zod'

type Shape = Record<string, z.core.$ZodType>

/**
 * The select list that reads a table straight into an answer's shape: `deal.deal_number as "dealNumber", app.money(deal.value) as "value"`.
 * Keys named in `computed` are given by their own SQL.
 */
export function selectList(
  schema: z.ZodObject,
  alias: string,
  computed: Readonly<Record<string, string>> = {},
): string {
  return Object.entries(schema.shape as Shape)
    .map(([name, field]) => `${computed[name] ?? column(name, field, alias)} as "${name}"`)
    .join(', ')
}

/** The column that an answer's key stands for. */
export const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => '_' + letter.toLowerCase())

function column(name: string, field: z.core.$ZodType, alias: string): string {
  const plain = `${alias}.${columnOf(name)}`
  const scale = scales.get(innermost(field))?.scale
  return scale === 'money' ? `app.money(${plain})` : scale === 'price' ? `app.price(${plain})` : plain
}

function innermost(field: z.core.$ZodType): z.core.$ZodType {
  const inner = (field._zod.def as { innerType?: z.core.$ZodType }).innerType
  return inner ? innermost(inner) : field
}
