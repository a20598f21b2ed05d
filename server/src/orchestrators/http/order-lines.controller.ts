import {
  addOrderItemsBody,
  type AddOrderItemsBody,
  changeOrderItemBody,
  type ChangeOrderItemBody,
} from '@prometric/contracts/order-commands'
import { orderItemRow } from '@prometric/contracts/orders'
import { id } from '@prometric/contracts/wire'
import { z } from 'zod'
import { orderList } from '../../modules/orders/queries/order-list.js'
import { orderItems } from '../../modules/orders/queries/order-parts.js'
import { Called, type Call } from '../../platform/http/call.js'
import { Route, WorkspaceController } from '../../platform/http/route.js'
import { addOrderItems, changeOrderItem, removeOrderItem } from '../order-lines.js'
import { changeOrder } from './settled-order.js'

const params = z.strictObject({ id, itemId: id })
type OneLine = z.infer<typeof params>
const answer = orderList.answer

/** The lines of an order. Every change prices the whole order anew, runs its gates again and answers it. */
@WorkspaceController('orders')
export class OrderLinesController {
  @Route.get(':id/items', { summary: 'Lines of an order', permission: 'ORDERS_VIEW', answer: z.array(orderItemRow) })
  list(@Called() call: Call) {
    return call.read((work) => orderItems(work, call.params.id))
  }

  @Route.post(':id/items', {
    summary: 'Add lines',
    permission: 'ORDERS_UPDATE',
    body: addOrderItemsBody,
    answer,
    status: 201,
  })
  add(@Called() call: Call<AddOrderItemsBody>) {
    const items = 'items' in call.body ? call.body.items : [call.body]
    return changeOrder(call, (work, orderId) => addOrderItems(work, orderId, items, { ifMatch: call.ifMatch }))
  }

  @Route.put(':id/items/:itemId', {
    summary: 'Change a line; once the order is confirmed more of it becomes a new line',
    permission: 'ORDERS_UPDATE',
    params,
    body: changeOrderItemBody,
    answer,
  })
  change(@Called() call: Call<ChangeOrderItemBody, unknown, OneLine>) {
    const { version, ...wish } = call.body
    return changeOrder(call, (work, orderId) =>
      changeOrderItem(work, orderId, call.params.itemId, wish, { version, ifMatch: call.ifMatch }),
    )
  }

  @Route.patch(':id/items/:itemId', {
    summary: 'Change a line; once the order is confirmed more of it becomes a new line',
    permission: 'ORDERS_UPDATE',
    params,
    body: changeOrderItemBody,
    answer,
  })
  patch(@Called() call: Call<ChangeOrderItemBody, unknown, OneLine>) {
    return this.change(call)
  }

  @Route.delete(':id/items/:itemId', { summary: 'Remove a line', permission: 'ORDERS_UPDATE', params, answer })
  remove(@Called() call: Call<undefined, unknown, OneLine>) {
    return changeOrder(call, (work, orderId) =>
      removeOrderItem(work, orderId, call.params.itemId, { ifMatch: call.ifMatch }),
    )
  }
}
