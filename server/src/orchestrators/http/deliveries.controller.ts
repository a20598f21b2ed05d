import {
  deliveryCard,
  type DeliveryParams,
  deliveryParams,
  deliveryRow,
  deliverySummary,
  resolvedDeliveries,
  type RetryDeliveriesBody,
  retryDeliveriesBody,
  type RetryDeliveryBody,
  retryDeliveryBody,
  type SkipDeliveriesBody,
  skipDeliveriesBody,
  type SkipDeliveryBody,
  skipDeliveryBody,
} from '@prometric/contracts/event-deliveries'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { bulk } from '../../platform/http/bulk.js'
import { Called, type Call } from '../../platform/http/call.js'
import type { ListQuery } from '../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../platform/http/route.js'
import type { DeliveryKey } from '../../platform/outbox/deliver.js'
import { deliveryQuery, findDelivery, listDeliveries } from '../queries/deliveries.js'
import { deliverySummary as summaryOf } from '../queries/delivery-summary.js'
import { deliveryKey, retryDelivery, skipDelivery } from '../resolve-delivery.js'

type OneCall<Body> = Call<Body, Record<string, never>, DeliveryParams>
type Resolve = (work: UnitOfWork, delivery: DeliveryKey) => Promise<void>

/** Events on their way to queued listeners, for those who keep the processes running. */
@WorkspaceController('deliveries')
export class DeliveriesController {
  @Route.get('', {
    summary: 'Queued deliveries',
    permission: 'PROCESSES_MANAGE',
    query: deliveryQuery,
    answer: deliveryRow,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => listDeliveries(work, call.query))
  }

  @Route.get('summary', {
    summary: 'How many deliveries wait, fail, and are parked',
    permission: 'PROCESSES_MANAGE',
    answer: deliverySummary,
  })
  summary(@Called() call: Call) {
    return call.read(summaryOf)
  }

  @Route.post('retry', {
    summary: 'Try deliveries again',
    permission: 'PROCESSES_MANAGE',
    body: retryDeliveriesBody,
    answer: resolvedDeliveries,
  })
  retryAll(@Called() call: Call<RetryDeliveriesBody>) {
    return this.allResolved(call, (work, delivery) => retryDelivery(work, delivery, call.body.reason))
  }

  @Route.post('skip', {
    summary: 'Give deliveries up',
    permission: 'PROCESSES_MANAGE',
    body: skipDeliveriesBody,
    answer: resolvedDeliveries,
  })
  skipAll(@Called() call: Call<SkipDeliveriesBody>) {
    return this.allResolved(call, (work, delivery) => skipDelivery(work, delivery, call.body.reason))
  }

  @Route.get(':id', {
    summary: 'A delivery and its last error in full',
    permission: 'PROCESSES_MANAGE',
    params: deliveryParams,
    answer: deliveryCard,
  })
  get(@Called() call: OneCall<undefined>) {
    return call.read((work) => findDelivery(work, deliveryKey(call.params.id)))
  }

  @Route.post(':id/retry', {
    summary: 'Try a delivery again',
    permission: 'PROCESSES_MANAGE',
    params: deliveryParams,
    body: retryDeliveryBody,
    answer: deliveryCard,
  })
  retry(@Called() call: OneCall<RetryDeliveryBody>) {
    return this.resolved(call, (work, delivery) => retryDelivery(work, delivery, call.body.reason))
  }

  @Route.post(':id/skip', {
    summary: 'Give a delivery up',
    permission: 'PROCESSES_MANAGE',
    params: deliveryParams,
    body: skipDeliveryBody,
    answer: deliveryCard,
  })
  skip(@Called() call: OneCall<SkipDeliveryBody>) {
    return this.resolved(call, (work, delivery) => skipDelivery(work, delivery, call.body.reason))
  }

  private resolved(call: OneCall<unknown>, resolve: Resolve) {
    const key = deliveryKey(call.params.id)
    return call.write(async (work) => {
      await resolve(work, key)
      return findDelivery(work, key)
    })
  }

  private allResolved(call: Call<{ ids: string[] }>, resolve: Resolve) {
    return bulk(call, {
      items: call.body.ids,
      done: 'UPDATED',
      run: async (work, id) => {
        await resolve(work, deliveryKey(id))
        return id
      },
    })
  }
}
