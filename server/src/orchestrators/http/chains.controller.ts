import { chain, deliveryRow, type SkipDeliveryBody, skipDeliveryBody } from '@prometric/contracts/chains'
import { id } from '@prometric/contracts/wire'
import { z } from 'zod'
import { orderList } from '../../modules/orders/queries/order-list.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { Called, type Call } from '../../platform/http/call.js'
import type { ListQuery } from '../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../platform/http/route.js'
import { orderFulfillment } from '../order-fulfillment.js'
import { chainOf, chainsOf } from '../queries/chain.js'
import { deliveryQueue, findDelivery } from '../queries/deliveries.js'
import { retryDelivery, skipDelivery } from '../resolve-delivery.js'

const chainParams = z.strictObject({ correlationId: id })
/** `<eventId>:<consumer>`, as a chain names its deliveries. */
const deliveryParams = z.strictObject({ id: z.string().regex(/^[0-9a-f-]{36}:[\w.-]{1,100}$/) })
type DeliveryParams = z.infer<typeof deliveryParams>

/** Why a document exists, and what still runs because of it. */
@WorkspaceController('')
export class ChainsController {
  @Route.get('chains/:correlationId', {
    summary: 'Everything that followed from one cause',
    permission: 'MEMBER',
    params: chainParams,
    answer: chain,
  })
  chain(@Called() call: Call<undefined, Record<string, never>, z.infer<typeof chainParams>>) {
    return call.read((work) => chainOf(work, call.params.correlationId))
  }

  @Route.get('orders/:id/process', {
    summary: 'The chains of an order, newest first',
    permission: 'ORDERS_VIEW',
    answer: z.array(chain),
  })
  orderProcess(@Called() call: Call) {
    return call.read(async (work) => chainsOf(work, (await orderList.find(work, call.params.id)).id))
  }

  @Route.post('orders/:id/fulfill', {
    summary: 'Fulfil an order now: what is not owed is not done',
    permission: 'ORDERS_FULFILL',
    answer: orderList.answer,
  })
  fulfill(@Called() call: Call) {
    return call.write(async (work) => {
      const order = await orderList.find(work, call.params.id)
      await orderFulfillment.visit(work, order.id, 'MANUAL', null)
      await work.settle()
      return orderList.find(work, order.id, 'items,holds')
    })
  }

  @Route.get('deliveries', {
    summary: 'Queued deliveries',
    permission: 'PROCESSES_MANAGE',
    query: deliveryQueue.query,
    answer: deliveryRow,
    list: true,
  })
  deliveries(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => deliveryQueue.list(work, call.query))
  }

  @Route.post('deliveries/:id/retry', {
    summary: 'Try a delivery again',
    permission: 'PROCESSES_MANAGE',
    params: deliveryParams,
    answer: deliveryRow,
  })
  retry(@Called() call: Call<undefined, Record<string, never>, DeliveryParams>) {
    return this.resolved(call, retryDelivery)
  }

  @Route.post('deliveries/:id/skip', {
    summary: 'Give a delivery up',
    permission: 'PROCESSES_MANAGE',
    params: deliveryParams,
    body: skipDeliveryBody,
    answer: deliveryRow,
  })
  skip(@Called() call: Call<SkipDeliveryBody, Record<string, never>, DeliveryParams>) {
    return this.resolved(call, (work, delivery) => skipDelivery(work, delivery, call.body.reason))
  }

  private resolved<Body>(
    call: Call<Body, Record<string, never>, DeliveryParams>,
    resolve: (work: UnitOfWork, delivery: { eventId: string; consumer: string }) => Promise<void>,
  ) {
    const eventId = call.params.id.slice(0, 36)
    const consumer = call.params.id.slice(37)
    return call.write(async (work) => {
      await resolve(work, { eventId, consumer })
      return findDelivery(work, eventId, consumer)
    })
  }
}
