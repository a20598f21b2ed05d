import { completeDeliveryBody, type CompleteDeliveryBody } from '@prometric/contracts/logistics'
import { deliveryList } from '../../modules/logistics/queries/list-deliveries.js'
import { Called, type Call } from '../../platform/http/call.js'
import { Route, WorkspaceController } from '../../platform/http/route.js'
import { completeDeliveryOrder } from '../delivery-completion.js'

/** The end of a delivery touches the order and its money too. */
@WorkspaceController('operations/logistics/delivery-orders')
export class DeliveryController {
  @Route.post(':id/complete', {
    summary: 'A delivery was received',
    permission: 'LOGISTICS_MANAGE',
    body: completeDeliveryBody,
    answer: deliveryList.answer,
  })
  complete(@Called() call: Call<CompleteDeliveryBody>) {
    return call.write(async (work) => {
      await completeDeliveryOrder(work, call.params.id, call.body)
      return deliveryList.find(work, call.params.id, 'lines')
    })
  }
}
