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
import { planHash, shownPlan, usualChoices } from '../cancellation/shown-plan.js'
import { cancelOrderDown } from '../order-cancellation.js'
import { lookAtCancellation } from '../order-cancellation-facts.js'
import { planCancellation } from '../order-cancellation-plan.js'

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
      const facts = await lookAtCancellation(work, call.params.id)
      const request = { ...itemsOf(call.body), choices: { ...usualChoices, ...chosen(call.body) } }
      return shownPlan(work, planCancellation(facts, request), planHash(facts, request))
    })
  }

  @Route.post(':id/cancel', {
    summary: 'Cancel an order or lines of it',
    permission: 'ORDERS_UPDATE',
    body: cancelOrderBody,
    answer: orderList.answer,
  })
  cancel(@Called() call: Call<CancelOrderBody>) {
    const { reason, planHash: hash } = call.body
    return call.write(async (work) => {
      await orderList.find(work, call.params.id)
      const command = { orderId: call.params.id, reason, planHash: hash, choices: chosen(call.body) }
      await cancelOrderDown(work, { ...command, ...itemsOf(call.body) })
      await work.settle()
      return orderList.find(work, call.params.id, 'items,holds')
    })
  }
}

const itemsOf = ({ items }: PreviewCancellationBody) =>
  items && { items: items.map(({ itemId, quantity }) => ({ itemId, quantity: Quantity.parse(quantity) })) }

/** A choice that was not made is no choice. */
const chosen = ({ choices = {} }: PreviewCancellationBody) =>
  Object.fromEntries(Object.entries(choices).filter(([, choice]) => choice !== undefined))
