import {
  completeItemBody,
  type CompleteItemBody,
  deliverOrderBody,
  type DeliverOrderBody,
  orderMoved,
  type OrderMoved,
  shipOrderBody,
  type ShipOrderBody,
} from '@prometric/contracts/logistics'
import { id } from '@prometric/contracts/wire'
import { z } from 'zod'
import { Quantity } from '../../kernel/quantity.js'
import { shipmentList } from '../../modules/logistics/queries/list-shipments.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { Called, type Call } from '../../platform/http/call.js'
import { Route, WorkspaceController } from '../../platform/http/route.js'
import { deliverOrder } from '../delivery-completion.js'
import { completeByHand } from '../order-completion.js'
import { completeService } from '../service-completion.js'
import { type Moved, shipOrder, wishedQuantity } from '../shipment-delivery.js'

const itemParams = z.strictObject({ id, itemId: id })

/** Goods leave, arrive, and the order ends. */
@WorkspaceController('orders')
export class OrderFulfilmentController {
  @Route.post(':id/ship', {
    summary: 'Ship what is picked',
    permission: 'ORDERS_FULFILL',
    body: shipOrderBody,
    answer: orderMoved,
  })
  ship(@Called() call: Call<ShipOrderBody>) {
    const { lines, carrierName, carrier, trackingNumber = null, estimatedDelivery = null } = call.body
    const wishes = lines?.map(({ itemId, quantity }) => ({ itemId, ...wishedQuantity(quantity) }))
    const wish = {
      ...(wishes && { lines: wishes }),
      carrierName: carrierName ?? carrier ?? null,
      trackingNumber,
      estimatedDelivery,
    }
    return call.write(async (work) => answerOf(work, await shipOrder(work, call.params.id, wish)))
  }

  @Route.post(':id/deliver', {
    summary: 'Shipments were received',
    permission: 'ORDERS_FULFILL',
    body: deliverOrderBody,
    answer: orderMoved,
  })
  deliver(@Called() call: Call<DeliverOrderBody>) {
    return call.write(async (work) => answerOf(work, await deliverOrder(work, call.params.id, call.body)))
  }

  @Route.post(':id/items/:itemId/complete', {
    summary: 'A service was done',
    permission: 'ORDERS_UPDATE',
    params: itemParams,
    body: completeItemBody,
    answer: orderMoved,
  })
  completeItem(@Called() call: Call<CompleteItemBody, Record<string, never>, z.infer<typeof itemParams>>) {
    const quantity = call.body.quantity === undefined ? undefined : Quantity.parse(call.body.quantity)
    return call.write(async (work) =>
      answerOf(work, {
        order: await completeService(work, call.params.id, call.params.itemId, quantity),
        shipmentIds: [],
      }),
    )
  }

  @Route.post(':id/complete', { summary: 'End a delivered order', permission: 'ORDERS_UPDATE', answer: orderMoved })
  complete(@Called() call: Call) {
    return call.write(async (work) =>
      answerOf(work, { order: await completeByHand(work, call.params.id), shipmentIds: [] }),
    )
  }
}

async function answerOf(work: UnitOfWork, { order, shipmentIds }: Moved): Promise<OrderMoved> {
  const shipments: OrderMoved['shipments'] = []
  for (const shipmentId of shipmentIds) shipments.push(await shipmentList.find(work, shipmentId))
  const { id: orderId, orderNumber, status, fulfillmentStatus, version } = order
  return { orderId, orderNumber, status, fulfillmentStatus, version, shipments }
}
