import { failDeliveryBody, type FailDeliveryBody } from '@prometric/contracts/logistics'
import { Called, type Call } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { failDelivery } from '../operations/fail-delivery.js'
import { startDelivery } from '../operations/start-delivery.js'
import { deliveryList } from '../queries/list-deliveries.js'
import { shipmentList } from '../queries/list-shipments.js'

const oneShipment = shipmentList.query.pick({ include: true })
const oneDelivery = deliveryList.query.pick({ include: true })

@WorkspaceController('operations/logistics')
export class LogisticsController {
  @Route.get('shipments', {
    summary: 'Shipments',
    permission: 'LOGISTICS_VIEW',
    query: shipmentList.query,
    answer: shipmentList.answer,
    list: true,
  })
  shipments(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => shipmentList.list(work, call.query))
  }

  @Route.get('shipments/:id', {
    summary: 'A shipment',
    permission: 'LOGISTICS_VIEW',
    query: oneShipment,
    answer: shipmentList.answer,
  })
  shipment(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => shipmentList.find(work, call.params.id, call.query.include))
  }

  @Route.get('delivery-orders', {
    summary: 'Deliveries',
    permission: 'LOGISTICS_VIEW',
    query: deliveryList.query,
    answer: deliveryList.answer,
    list: true,
  })
  deliveries(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => deliveryList.list(work, call.query))
  }

  @Route.get('delivery-orders/:id', {
    summary: 'A delivery',
    permission: 'LOGISTICS_VIEW',
    query: oneDelivery,
    answer: deliveryList.answer,
  })
  delivery(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => deliveryList.find(work, call.params.id, call.query.include))
  }

  @Route.post('delivery-orders/:id/start', {
    summary: 'Send a delivery on its way',
    permission: 'LOGISTICS_MANAGE',
    answer: deliveryList.answer,
  })
  start(@Called() call: Call) {
    return call.write(async (work) => {
      await startDelivery(work, call.params.id)
      return deliveryList.find(work, call.params.id, 'lines')
    })
  }

  @Route.post('delivery-orders/:id/fail', {
    summary: 'A delivery failed',
    permission: 'LOGISTICS_MANAGE',
    body: failDeliveryBody,
    answer: deliveryList.answer,
  })
  fail(@Called() call: Call<FailDeliveryBody>) {
    return call.write(async (work) => {
      await failDelivery(work, call.params.id, call.body)
      return deliveryList.find(work, call.params.id, 'lines')
    })
  }
}
