import { listenerSentence, phrase } from '@prometric/contracts/chain-labels'
import { holdFailedOrder, releaseFailedOrder } from '../../modules/orders/operations/hold-failed-order.js'
import { sql } from '../../platform/database/statement.js'
import type { Language } from '../../platform/database/tenant.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { DeliveryKey } from '../../platform/outbox/deliver.js'
import type { InlineListener } from '../../platform/outbox/listener.js'
import { orderAcceptance } from '../order-acceptance.js'
import { isCore, isStillParked, orderBehind, parkedFor } from './parked-order.js'
import { errorWords, type Failed } from '../queries/delivery-words.js'

const languages: readonly Language[] = ['ru', 'kk', 'en']

/** An order whose next step is parked is held, so that nobody takes it for one that merely waits. */
export const orderFailure: InlineListener = {
  name: 'order-failure',
  async hear(work, event) {
    const key = event.payload as unknown as DeliveryKey
    if (!isCore(key.consumer) || !(await isStillParked(work, key))) return
    const orderId = await orderBehind(work, key.eventId)
    if (orderId) await hold(work, orderId, key)
  },
}

/**
 * The step is tried again in this very transaction: the order stands where it stood, so that the step finds it as it left it. While
 * another step of it is parked, it is held again when this one is done.
 */
export const orderRecovery: InlineListener = {
  name: 'order-recovery',
  async hear(work, event) {
    const { consumer, eventId } = event.payload as unknown as DeliveryKey
    const orderId = isCore(consumer) ? await orderBehind(work, eventId) : undefined
    if (!orderId || !(await releaseFailedOrder(work, orderId))) return
    await orderAcceptance.visit(work, orderId, 'QUEUED', event.id)
    work.atEnd(async () => {
      const other = await parkedFor(work, orderId)
      if (other) await hold(work, orderId, other)
    })
  },
}

async function hold(work: UnitOfWork, orderId: string, { eventId, consumer }: DeliveryKey): Promise<void> {
  const failed = (await work.row<Failed & { readonly correlationId: string }>(failure, [
    work.workspaceId,
    eventId,
    consumer,
  ]))!
  const note = Object.fromEntries(
    languages.map((language) => {
      const words = failed.errorCode === null ? phrase(language, 'defect') : errorWords(language, failed)
      return [language, `${listenerSentence(language, consumer)} — ${words}`]
    }),
  )
  const details = { note, consumer, deliveryId: `${eventId}:${consumer}`, correlationId: failed.correlationId }
  await holdFailedOrder(work, orderId, { step: consumer, error: failed.errorCode ?? 'INTERNAL_ERROR', details })
}

const failure = sql`
  select d.last_error as "lastError", d.error_code as "errorCode", d.error_facts as "errorFacts", e.correlation_id as "correlationId"
  from app.event_deliveries d join app.outbox_events e on e.workspace_id = d.workspace_id and e.id = d.event_id
  where d.workspace_id = $1 and d.event_id = $2 and d.consumer = $3`
