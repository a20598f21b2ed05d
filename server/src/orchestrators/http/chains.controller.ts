import { chain } from '@prometric/contracts/chains'
import { id } from '@prometric/contracts/wire'
import { z } from 'zod'
import { orderList } from '../../modules/orders/queries/order-list.js'
import { Called, type Call } from '../../platform/http/call.js'
import { Route, WorkspaceController } from '../../platform/http/route.js'
import { orderFulfillment } from '../order-fulfillment.js'
import { chainOf, chainsOf } from '../queries/chain.js'
import { changeOrder } from './settled-order.js'

const chainParams = z.strictObject({ correlationId: id })

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
    return changeOrder(call, (work, orderId) => orderFulfillment.visit(work, orderId, 'MANUAL', null))
  }
}
