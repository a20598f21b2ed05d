// Events on their way to queued listeners: what waits, what failed, what is parked, and what people decide about it.

import { z } from 'zod'
import { bulkItem, id, instant, text } from './wire.js'

export const deliveryStates = ['READY', 'DONE', 'DEAD', 'DISCARDED'] as const

/** `<eventId>:<consumer>`. */
export const deliveryId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[\w.-]{1,100}$/)
export const deliveryParams = z.strictObject({ id: deliveryId })
export type DeliveryParams = z.infer<typeof deliveryParams>

export const deliveryRow = z.object({
  id: z.string(),
  eventId: id,
  eventName: z.string(),
  eventLabel: z.string(),
  consumer: z.string(),
  consumerLabel: z.string(),
  aggregateId: id,
  aggregateType: z.string(),
  /** What the event is about, for readers who may see it. */
  document: z.object({ type: z.string(), id, number: z.string().nullable() }).nullable(),
  orderId: id.nullable(),
  dealId: id.nullable(),
  /** Its chain. */
  correlationId: id,
  state: z.enum(deliveryStates),
  attempts: z.int(),
  /** The first line, in the reader's language where the business said no. */
  lastError: z.string().nullable(),
  /** The refusal's code; null for a defect. */
  errorCode: z.string().nullable(),
  /** Since when it is as it is: parked, decided, done, or waiting. */
  since: instant,
  parkedAt: instant.nullable(),
  /** Null when nobody will try it by himself. */
  nextAt: instant.nullable(),
  /** An earlier delivery of the same document that has to be resolved first. */
  waitsFor: z.string().nullable(),
  resolvedBy: z.object({ id, name: z.string() }).nullable(),
  resolvedAt: instant.nullable(),
  resolveReason: z.string().nullable(),
  canRetry: z.boolean(),
  canSkip: z.boolean(),
  doneAt: instant.nullable(),
  createdAt: instant,
})
export type DeliveryRow = z.infer<typeof deliveryRow>

export const deliveryCard = deliveryRow.extend({
  /** Every line of the last error. */
  errorText: z.string().nullable(),
  durationMs: z.int().nullable(),
})

/** How many there are by state, each counted up to 10 000, and where deliveries are parked. */
export const deliverySummary = z.object({
  states: z.object({ READY: z.int(), DONE: z.int(), DEAD: z.int(), DISCARDED: z.int() }),
  /** Of the ready ones: those that failed and will be tried again. */
  failing: z.int(),
  /** Of the ready ones: those behind one that is parked. */
  waiting: z.int(),
  oldestParkedAt: instant.nullable(),
  parked: z.array(z.object({ consumer: z.string(), label: z.string(), count: z.int(), since: instant })),
})
export type DeliverySummary = z.infer<typeof deliverySummary>

const reason = text(1000)
export const retryDeliveryBody = z.strictObject({ reason: reason.optional() })
export type RetryDeliveryBody = z.infer<typeof retryDeliveryBody>
export const skipDeliveryBody = z.strictObject({ reason })
export type SkipDeliveryBody = z.infer<typeof skipDeliveryBody>

const ids = z.array(deliveryId).min(1).max(100)
export const retryDeliveriesBody = retryDeliveryBody.extend({ ids })
export type RetryDeliveriesBody = z.infer<typeof retryDeliveriesBody>
export const skipDeliveriesBody = skipDeliveryBody.extend({ ids })
export type SkipDeliveriesBody = z.infer<typeof skipDeliveriesBody>

export const resolvedDeliveries = z.object({
  items: z.array(bulkItem.extend({ id: z.string().optional() })),
  counts: z.record(z.string(), z.int()),
})
