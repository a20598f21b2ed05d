import { z } from 'zod'

/** Which columns are scaled integers: SQL select lists are generated from answer schemas with this. */
export const scales = z.registry<{ scale: 'money' | 'price' }>()

/** Answers. */
export const id = z.uuid()
export const day = z.iso.date()
export const instant = z.iso.datetime({ offset: true })
export const money = z.number().register(scales, { scale: 'money' })
export const unitPrice = z.number().register(scales, { scale: 'price' })
export const quantity = z.number()
export const percent = z.number()

/** A number that equals itself at its scale, or a decimal string: nothing is rounded in silence. */
function exact(decimals: number, max: number, negative = false) {
  const fits = (value: number) => Number(value.toFixed(decimals)) === value
  const text = new RegExp(`^${negative ? '-?' : ''}\\d{1,15}(\\.\\d{1,${decimals}})?$`)
  return z.union([
    z
      .number()
      .min(negative ? -max : 0)
      .max(max)
      .refine(fits, `at most ${decimals} decimals`),
    z
      .string()
      .regex(text, `a decimal number with at most ${decimals} decimals`)
      .refine((value) => Math.abs(Number(value)) <= max, `at most ${max}`),
  ])
}

/** Requests. Amounts in KZT with 2 decimals, prices with 4, quantities with 6. */
export const moneyIn = exact(2, 9_999_999_999_999.99)
export const unitPriceIn = exact(4, 99_999_999_999.9999)
export const quantityIn = exact(6, 999_999_999).refine((value) => Number(value) > 0, 'more than 0')
export const signedQuantityIn = exact(6, 999_999_999, true).refine((value) => Number(value) !== 0, 'not 0')
export const percentIn = exact(4, 100)
export const discountIn = exact(4, 9_999_999_999.99)

const wellFormed = (value: string) => !/\u0000/.test(value) && value.isWellFormed()

/** Text as people write it: no NUL, no half of a surrogate pair. */
export const text = (max: number, min = 1) =>
  z.string().trim().min(min).max(max).refine(wellFormed, 'must be well-formed text')
export const tags = z.array(text(50)).max(50)
export const customFields = z.record(z.string().max(100), z.json())
export const version = z.int().min(1)

export const idParams = z.strictObject({ id })
export type IdParams = z.infer<typeof idParams>

/** One row of a bulk answer. */
export const bulkItem = z.object({
  index: z.int(),
  id: id.optional(),
  status: z.enum(['CREATED', 'UPDATED', 'DELETED', 'FAILED']),
  error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }).optional(),
})
