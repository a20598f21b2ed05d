import { z } from 'zod'
import { id, instant, money, quantity, quantityIn, text } from './wire.js'

/** What a cancellation does with one document. */
export const cancellationActions = [
  'RELEASE',
  'CANCEL',
  'DETACH',
  'STOP',
  'VOID',
  'CREDIT',
  'REFUND',
  'ADVANCE',
  'KEEP',
] as const
export type CancellationAction = (typeof cancellationActions)[number]

/** What the caller may decide: what becomes of production that has begun, and of money that was paid. The first is the default. */
export const cancellationChoices = {
  startedProduction: ['DETACH', 'STOP'],
  paidMoney: ['ADVANCE', 'REFUND'],
} as const
export type CancellationChoiceKey = keyof typeof cancellationChoices
export type CancellationChoices = { readonly [Key in CancellationChoiceKey]: (typeof cancellationChoices)[Key][number] }

const choices = z.strictObject({
  startedProduction: z.enum(cancellationChoices.startedProduction).optional(),
  paidMoney: z.enum(cancellationChoices.paidMoney).optional(),
})
const items = z
  .array(z.strictObject({ itemId: id, quantity: quantityIn }))
  .min(1)
  .max(500)

/** Without items all that is left of the order is meant. */
export const previewCancellationBody = z.strictObject({
  items: items.optional(),
  reason: text(1000).optional(),
  choices: choices.optional(),
})
/** With the hash of a preview the order is cancelled by that plan or not at all. */
export const cancelOrderBody = z.strictObject({
  reason: text(1000),
  items: items.optional(),
  planHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  choices: choices.optional(),
})
export type PreviewCancellationBody = z.infer<typeof previewCancellationBody>
export type CancelOrderBody = z.infer<typeof cancelOrderBody>

export const cancellationEffect = z.object({
  document: z.object({ type: z.string(), id, number: z.string().nullable() }),
  action: z.enum(cancellationActions),
  quantity: quantity.nullable(),
  amount: money.nullable(),
  reversible: z.boolean(),
  /** What has gone into it and does not come back; for those who may see costs. */
  spent: money.nullable(),
  note: z.string().nullable(),
})

export const cancellationPlan = z.object({
  planHash: z.string(),
  effects: z.array(cancellationEffect),
  choices: z.array(z.object({ key: z.string(), options: z.array(z.string()), default: z.string() })),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
})
export type CancellationPlanAnswer = z.infer<typeof cancellationPlan>

/** A cancellation as it was carried out, with the effects of its plan. */
export const orderCancellationRow = z.object({
  id,
  reason: z.string(),
  whole: z.boolean(),
  amount: money,
  choices: z.json(),
  effects: z.json(),
  cancelledBy: id.nullable(),
  cancelledAt: instant,
})
