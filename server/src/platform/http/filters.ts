import { text as wireText } from '@prometric/contracts/wire'
import { z } from 'zod'
import type { UnitOfWork } from '../database/unit-of-work.js'

/** A named query parameter and the condition it stands for. `bind` gives the placeholder of a value. */
export interface Filter {
  readonly schema: z.ZodType
  readonly condition: (value: string, bind: (value: unknown) => string, work: UnitOfWork) => string
}

const decimal = z.string().regex(/^-?\d{1,13}(\.\d{1,6})?$/)

export const byId = (column: string): Filter => ({
  schema: z.uuid(),
  condition: (value, bind) => `${column} = ${bind(value)}`,
})

/** One or several values, repeated or separated by commas: any of them. */
export const anyOf = (column: string, values: readonly string[]): Filter => {
  const one = new RegExp(`^(${values.join('|')})(,(${values.join('|')}))*$`)
  return {
    schema: z.union([z.string().regex(one), z.array(z.string().regex(one))]),
    condition: (value, bind) => `${column} = any(${bind(String(value).split(','))}::text[])`,
  }
}

export const text = (column: string): Filter => ({
  schema: z.string().max(200),
  condition: (value, bind) => `${column} = ${bind(value)}`,
})

/** Found by the words that are kept beside the rows of a kind, on whatever keyboard they were typed; see migration 0018. */
export const byWords = (kind: 'CUSTOMER' | 'PRODUCT', id: string): Filter => ({
  schema: wireText(200, 0),
  condition: (value, bind) =>
    value.trim() === ''
      ? 'true'
      : `${id} = any((select app.found_by_words('${kind}', ${bind(value)}, ${foundAtMost}))::uuid[])`,
})
/** One more than lists count, so that they can tell that there are more. */
const foundAtMost = 10_001

export const flag = (condition: string): Filter => ({
  schema: z.enum(['true', 'false']),
  condition: (value) => (value === 'true' ? `(${condition})` : `not coalesce((${condition}), false)`),
})

export const moneyFrom = (column: string): Filter => ({
  schema: decimal,
  condition: (value, bind) => `${column} >= (${bind(value)}::numeric * 100)::bigint`,
})
export const moneyTo = (column: string): Filter => ({
  schema: decimal,
  condition: (value, bind) => `${column} <= (${bind(value)}::numeric * 100)::bigint`,
})
export const priceFrom = (column: string): Filter => ({
  schema: decimal,
  condition: (value, bind) => `${column} >= (${bind(value)}::numeric * 10000)::bigint`,
})
export const priceTo = (column: string): Filter => ({
  schema: decimal,
  condition: (value, bind) => `${column} <= (${bind(value)}::numeric * 10000)::bigint`,
})

export const dayFrom = (column: string): Filter => ({
  schema: z.iso.date(),
  condition: (value, bind) => `${column} >= ${bind(value)}::date`,
})
export const dayTo = (column: string): Filter => ({
  schema: z.iso.date(),
  condition: (value, bind) => `${column} <= ${bind(value)}::date`,
})

/** Days of the workspace's zone over an instant column, both ends included. */
export const instantFrom = (column: string): Filter => ({
  schema: z.iso.date(),
  condition: (value, bind, work) =>
    `${column} >= (${bind(value)}::date::timestamp at time zone ${bind(work.tenant.timezone)})`,
})
export const instantTo = (column: string): Filter => ({
  schema: z.iso.date(),
  condition: (value, bind, work) =>
    `${column} < ((${bind(value)}::date + 1)::timestamp at time zone ${bind(work.tenant.timezone)})`,
})
