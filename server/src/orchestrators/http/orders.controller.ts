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
import { holdOrder, releaseOrder, submitOrder } from '../../modules/orders/operations/decide-order.js'
import { orderList } from '../../modules/orders/queries/order-list.js'
import { previewOrder } from '../../modules/orders/queries/preview-order.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { Called, type Call } from '../../platform/http/call.js'
import type { ListQuery } from '../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../platform/http/route.js'
import { approveOrder, rejectOrderByHand } from '../approval-decision.js'
import { orderAcceptance } from '../order-acceptance.js'
import { confirmOrder } from '../order-status-change.js'

const includeQuery = z.strictObject({ include: orderList.query.shape.include })

/** Orders made, read and decided on. What follows from a confirmed one is the orchestrators' story. */
@WorkspaceController('orders')
export class OrdersController {
  @Route.get('', {
    summary: 'Orders',
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
    return call.write(async (work) => settled(work, (await createOrder(work, call.body)).id))
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

  @Route.get(':id', { summary: 'An order', permission: 'ORDERS_VIEW', query: includeQuery, answer: orderList.answer })
  get(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => orderList.find(work, call.params.id, call.query.include))
  }

  @Route.post(':id/submit', { summary: 'Submit a draft', permission: 'ORDERS_CREATE', answer: orderList.answer })
  submit(@Called() call: Call) {
    return this.decided(call, (work, id) => submitOrder(work, id))
  }

  @Route.post(':id/confirm', { summary: 'Run the gates now', permission: 'ORDERS_UPDATE', answer: orderList.answer })
  confirm(@Called() call: Call) {
    return call.write(async (work) => {
      const { id } = await orderList.find(work, call.params.id)
      await confirmOrder(work, id)
      return settled(work, id)
    })
  }

  @Route.post(':id/hold', {
    summary: 'Hold an order',
    permission: 'ORDERS_UPDATE',
    body: holdOrderBody,
    answer: orderList.answer,
  })
  hold(@Called() call: Call<HoldOrderBody>) {
    return call.write(async (work) => {
      await orderList.find(work, call.params.id)
      await holdOrder(work, call.params.id, call.body)
      return settled(work, call.params.id)
    })
  }

  @Route.post(':id/release', {
    summary: 'Release holds; the order goes on',
    permission: 'ORDERS_APPROVE',
    body: releaseOrderBody,
    answer: orderList.answer,
  })
  release(@Called() call: Call<ReleaseOrderBody>) {
    return this.decided(call, (work, id) => releaseOrder(work, id, call.body))
  }

  @Route.post(':id/approve', {
    summary: 'Approve an order',
    permission: 'ORDERS_APPROVE',
    body: approveOrderBody,
    answer: orderList.answer,
  })
  approve(@Called() call: Call<ApproveOrderBody>) {
    return call.write(async (work) => {
      const { id } = await orderList.find(work, call.params.id)
      await approveOrder(work, id, call.body)
      return settled(work, id)
    })
  }

  @Route.post(':id/reject', {
    summary: 'Refuse an order: it ends, or goes back as a draft',
    permission: 'ORDERS_APPROVE',
    body: rejectOrderBody,
    answer: orderList.answer,
  })
  reject(@Called() call: Call<RejectOrderBody>) {
    return call.write(async (work) => {
      const { id } = await orderList.find(work, call.params.id)
      await rejectOrderByHand(work, id, call.body)
      return settled(work, id)
    })
  }

  /** Decides, then lets acceptance look again in the same transaction, so that the answer already shows what followed. */
  private decided(call: Call<unknown>, decide: (work: UnitOfWork, orderId: string) => Promise<void>) {
    return call.write(async (work) => {
      const { id } = await orderList.find(work, call.params.id)
      await decide(work, id)
      await orderAcceptance.visit(work, id, 'MANUAL', null)
      return settled(work, id)
    })
  }
}

async function settled(work: UnitOfWork, orderId: string) {
  await work.settle()
  return orderList.find(work, orderId, 'items,holds')
}
