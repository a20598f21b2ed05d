import { type RefundOrderBody, refundOrderBody, refundRow } from '@prometric/contracts/refunds'
import { z } from 'zod'
import { Money } from '../../kernel/money.js'
import { orderList } from '../../modules/orders/queries/order-list.js'
import { approveRefund } from '../../modules/payments/operations/request-refund.js'
import { refundList } from '../../modules/payments/queries/list-refunds.js'
import { Called, type Call } from '../../platform/http/call.js'
import type { ListQuery } from '../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../platform/http/route.js'
import { orderRefund, refundOrder } from '../order-refund.js'

const refunds = z.object({ refunds: z.array(refundRow) })

/** Money goes back to customers. */
@WorkspaceController('')
export class RefundsController {
  @Route.post('orders/:id/refund', {
    summary: 'Pay free money of an order back',
    permission: 'PAYMENTS_REFUND',
    body: refundOrderBody,
    answer: refunds,
    status: 201,
  })
  refund(@Called() call: Call<RefundOrderBody>) {
    const { amount, reason, paymentId } = call.body
    return call.write(async (work) => {
      await orderList.find(work, call.params.id)
      const ids = await refundOrder(work, call.params.id, { amount: Money.parse(amount), reason, paymentId })
      return { refunds: await Promise.all(ids.map((id) => refundList.find(work, id))) }
    })
  }

  @Route.get('finance/refunds', {
    summary: 'Refunds',
    permission: 'PAYMENTS_VIEW',
    query: refundList.query,
    answer: refundList.answer,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => refundList.list(work, call.query))
  }

  @Route.post('finance/refunds/:id/approve', {
    summary: 'Let a refund go',
    permission: 'PAYMENTS_APPROVE',
    answer: refundList.answer,
  })
  approve(@Called() call: Call) {
    return call.write(async (work) => {
      await refundList.find(work, call.params.id)
      await approveRefund(work, call.params.id)
      await orderRefund.visit(work, call.params.id, 'MANUAL', null)
      return refundList.find(work, call.params.id)
    })
  }
}
