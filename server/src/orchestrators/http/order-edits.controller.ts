import {
  bulkOrdersAnswer,
  bulkOrdersBody,
  type BulkOrdersBody,
  bulkOrderStatusBody,
  type BulkOrderStatusBody,
  cloneOrderBody,
  type CloneOrderBody,
  deletedOrder,
  orderStatusBody,
  type OrderStatusBody,
  updateOrderBody,
  type UpdateOrderBody,
} from '@prometric/contracts/order-commands'
import { cloneOrder } from '../../modules/orders/operations/clone-order.js'
import { createOrder } from '../../modules/orders/operations/create-order.js'
import { deleteDraft } from '../../modules/orders/operations/delete-draft.js'
import { orderList } from '../../modules/orders/queries/order-list.js'
import { bulk } from '../../platform/http/bulk.js'
import { Called, type Call } from '../../platform/http/call.js'
import { Route, WorkspaceController } from '../../platform/http/route.js'
import { editHeader } from '../order-editing.js'
import { moveOrder } from '../order-status-change.js'
import { changeOrder, settledOrder } from './settled-order.js'

const answer = orderList.answer

/** Orders edited as a whole, one or many. */
@WorkspaceController('orders')
export class OrderEditsController {
  @Route.post('bulk', {
    summary: 'Place many orders',
    permission: 'ORDERS_CREATE',
    body: bulkOrdersBody,
    answer: bulkOrdersAnswer,
  })
  createMany(@Called() call: Call<BulkOrdersBody>) {
    const { orders: items, atomic } = call.body
    return bulk(call, { items, atomic, done: 'CREATED', run: async (work, body) => (await createOrder(work, body)).id })
  }

  @Route.patch('bulk/status', {
    summary: 'Change the status of many',
    permission: 'ORDERS_UPDATE',
    body: bulkOrderStatusBody,
    answer: bulkOrdersAnswer,
  })
  moveMany(@Called() call: Call<BulkOrderStatusBody>) {
    const { ids: items, atomic, ...to } = call.body
    return bulk(call, {
      items,
      atomic,
      done: 'UPDATED',
      run: async (work, orderId) => {
        const { id } = await orderList.find(work, orderId)
        await moveOrder(work, id, to)
        return id
      },
    })
  }

  @Route.put(':id', { summary: 'Change an order', permission: 'ORDERS_UPDATE', body: updateOrderBody, answer })
  update(@Called() call: Call<UpdateOrderBody>) {
    return changeOrder(call, (work, orderId) => editHeader(work, orderId, { ...call.body, ifMatch: call.ifMatch }))
  }

  @Route.patch(':id', { summary: 'Change an order', permission: 'ORDERS_UPDATE', body: updateOrderBody, answer })
  patch(@Called() call: Call<UpdateOrderBody>) {
    return this.update(call)
  }

  @Route.delete(':id', { summary: 'Delete a draft', permission: 'ORDERS_DELETE', answer: deletedOrder })
  delete(@Called() call: Call) {
    return call.write(async (work) => {
      const { id } = await orderList.find(work, call.params.id)
      await deleteDraft(work, id, { ifMatch: call.ifMatch })
      return { id, deleted: true as const }
    })
  }

  @Route.patch(':id/status', {
    summary: 'Move an order by the command that leads to the status',
    permission: 'ORDERS_UPDATE',
    body: orderStatusBody,
    answer,
  })
  move(@Called() call: Call<OrderStatusBody>) {
    return changeOrder(call, (work, orderId) => moveOrder(work, orderId, call.body))
  }

  @Route.post(':id/clone', {
    summary: 'A draft like this order',
    permission: 'ORDERS_CREATE',
    body: cloneOrderBody,
    answer,
    status: 201,
  })
  clone(@Called() call: Call<CloneOrderBody>) {
    return call.write(async (work) => {
      const { id } = await orderList.find(work, call.params.id)
      return settledOrder(work, (await cloneOrder(work, id, call.body)).id)
    })
  }
}
