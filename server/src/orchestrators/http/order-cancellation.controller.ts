import {
  type CancelOrderBody,
  cancelOrderBody,
  cancellationPlan,
  type PreviewCancellationBody,
  previewCancellationBody,
} from '@prometric/contracts/cancellation'
import { Quantity } from '../../kernel/quantity.js'
import { orderList } from '../../modules/orders/queries/order-list.js'
import { Called, type Call } from '../../platform/http/call.js'
import { Route, WorkspaceController } from '../../platform/http/route.js'
import { shownPlan } from '../cancellation/shown-plan.js'
import { type CancellationWish, cancelOrderDown, planned } from '../order-cancellation.js'
import { changeOrder } from './settled-order.js'

/** An order is cancelled with everything that follows from it; what that is can be looked at before. */
@WorkspaceController('orders')
export class OrderCancellationController {
  @Route.post(':id/cancel/preview', {
    summary: 'What cancelling would do with every document; nothing is written',
    permission: 'ORDERS_UPDATE',
    body: previewCancellationBody,
    answer: cancellationPlan,
  })
  preview(@Called() call: Call<PreviewCancellationBody>) {
    return call.read(async (work) => {
      await orderList.find(work, call.params.id)
      const { plan, hash } = await planned(work, call.params.id, wishOf(call.body))
      return shownPlan(work, plan, hash)
    })
  }

  @Route.post(':id/cancel', {
    summary: 'Cancel an order or lines of it',
    permission: 'ORDERS_UPDATE',
    body: cancelOrderBody,
    answer: orderList.answer,
  })
  cancel(@Called() call: Call<CancelOrderBody>) {
    const { reason, planHash } = call.body
    return changeOrder(call, (work, orderId) =>
      cancelOrderDown(work, { orderId, reason, planHash, ...wishOf(call.body) }),
    )
  }
}

const wishOf = ({ items, choices }: PreviewCancellationBody): CancellationWish => ({
  items: items?.map(({ itemId, quantity }) => ({ itemId, quantity: Quantity.parse(quantity) })),
  choices,
})
