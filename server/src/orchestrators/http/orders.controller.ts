import {
  type ApproveOrderBody,
  approveOrderBody,
  type CreateOrderBody,
  createOrderBody,
  type HoldOrderBody,
  holdOrderBody,
  orderPreview,
  type RejectOrderBody,
  rejectOrderBody,
  type ReleaseOrderBody,
  releaseOrderBody,
} from '@prometric/contracts/orders'
import { z } from 'zod'
import { createOrder } from '../../modules/orders/operations/create-order.js'
import { holdOrder } from '../../modules/orders/operations/decide-order.js'
import { orderList } from '../../modules/orders/queries/order-list.js'
import { previewOrder } from '../../modules/orders/queries/preview-order.js'
import { Called, type Call } from '../../platform/http/call.js'
import type { ListQuery } from '../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../platform/http/route.js'
import { approveOrder, rejectOrderByHand } from '../approval-decision.js'
import { confirmOrder, release, submit } from '../order-status-change.js'
import { changeOrder, settledOrder } from './settled-order.js'

const includeQuery = z.strictObject({ include: orderList.query.shape.include })

/** Orders made, read and decided on. What follows from a confirmed one is the orchestrators' story. */
@WorkspaceController('orders')
export class OrdersController {
  @Route.get('', {
    summary: 'Orders',
    cached: 'order-list',
    permission: 'ORDERS_VIEW',
    query: orderList.query,
    answer: orderList.answer,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => orderList.list(work, call.query))
  }

  @Route.post('', {
    summary: 'Place an order by hand',
    permission: 'ORDERS_CREATE',
    body: createOrderBody,
    answer: orderList.answer,
    status: 201,
  })
  create(@Called() call: Call<CreateOrderBody>) {
    return call.write(async (work) => settledOrder(work, (await createOrder(work, call.body)).id))
  }

  @Route.post('preview', {
    summary: 'What an order would come to; nothing is written',
    permission: 'ORDERS_CREATE',
    body: createOrderBody,
    answer: orderPreview,
  })
  preview(@Called() call: Call<CreateOrderBody>) {
    return call.read((work) => previewOrder(work, call.body))
  }

  @Route.get(':id', {
    summary: 'An order',
    permission: 'ORDERS_VIEW',
    query: includeQuery,
    answer: orderList.answer,
    cached: 'order-card',
  })
  get(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => orderList.find(work, call.params.id, call.query.include))
  }

  @Route.post(':id/submit', { summary: 'Submit a draft', permission: 'ORDERS_CREATE', answer: orderList.answer })
  submit(@Called() call: Call) {
    return changeOrder(call, submit)
  }

  @Route.post(':id/confirm', { summary: 'Run the gates now', permission: 'ORDERS_UPDATE', answer: orderList.answer })
  confirm(@Called() call: Call) {
    return changeOrder(call, confirmOrder)
  }

  @Route.post(':id/hold', {
    summary: 'Hold an order',
    permission: 'ORDERS_UPDATE',
    body: holdOrderBody,
    answer: orderList.answer,
  })
  hold(@Called() call: Call<HoldOrderBody>) {
    return changeOrder(call, (work, id) => holdOrder(work, id, call.body))
  }

  @Route.post(':id/release', {
    summary: 'Release holds; the order goes on',
    permission: 'ORDERS_APPROVE',
    body: releaseOrderBody,
    answer: orderList.answer,
  })
  release(@Called() call: Call<ReleaseOrderBody>) {
    return changeOrder(call, (work, id) => release(work, id, call.body))
  }

  @Route.post(':id/approve', {
    summary: 'Approve an order',
    permission: 'ORDERS_APPROVE',
    body: approveOrderBody,
    answer: orderList.answer,
  })
  approve(@Called() call: Call<ApproveOrderBody>) {
    return changeOrder(call, (work, id) => approveOrder(work, id, call.body))
  }

  @Route.post(':id/reject', {
    summary: 'Refuse an order: it ends, or goes back as a draft',
    permission: 'ORDERS_APPROVE',
    body: rejectOrderBody,
    answer: orderList.answer,
  })
  reject(@Called() call: Call<RejectOrderBody>) {
    return changeOrder(call, (work, id) => rejectOrderByHand(work, id, call.body))
  }
}
