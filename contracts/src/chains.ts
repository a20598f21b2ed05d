import { z } from 'zod'
import { id, instant } from './wire.js'

export const documentRef = z.object({
  type: z.string(),
  id,
  number: z.string().nullable(),
  status: z.string().nullable(),
})

/** One thing that happened in a chain: its cause, an event, a pass of an orchestrator, a step, a queued delivery, a hold. */
export const chainNode = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  kind: z.enum(['CAUSE', 'EVENT', 'RUN', 'STEP', 'DELIVERY', 'HOLD']),
  name: z.string(),
  label: z.string(),
  at: instant,
  durationMs: z.int().nullable(),
  actor: z.object({ id: id.nullable(), name: z.string() }).nullable(),
  mode: z.string().nullable(),
  state: z.string(),
  attempts: z.int().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  documents: z.array(documentRef),
  hiddenDocuments: z.int(),
  /** Of a delivery: its name among the deliveries, and what the reader may do about it now. */
  deliveryId: z.string().nullable(),
  canRetry: z.boolean(),
  canSkip: z.boolean(),
})

export const chain = z.object({
  correlationId: id,
  status: z.enum(['RUNNING', 'DONE', 'WAITING', 'ATTENTION']),
  startedAt: instant,
  finishedAt: instant.nullable(),
  nodes: z.array(chainNode),
})
export type Chain = z.infer<typeof chain>
export type ChainNode = z.infer<typeof chainNode>
