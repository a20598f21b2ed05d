import {
  createPaymentBody,
  type CreatePaymentBody,
  payOrderBody,
  type PayOrderBody,
} from '@prometric/contracts/payments'
import { Money } from '../../kernel/money.js'
import type { PaymentCommand } from '../../modules/payments/payment-command.js'
import { paymentList } from '../../modules/payments/queries/list-payments.js'
import { Called, type Call } from '../../platform/http/call.js'
import { Route, WorkspaceController } from '../../platform/http/route.js'
import { receivePayment } from '../payment-processing.js'

/** Money comes in: for a customer, an invoice or an order. */
@WorkspaceController('')
export class PaymentReceiptController {
  @Route.post('finance/payments', {
    summary: 'Record a payment',
    permission: 'PAYMENTS_CREATE',
    body: createPaymentBody,
    answer: paymentList.answer,
    status: 201,
  })
  create(@Called() call: Call<CreatePaymentBody>) {
    const { amount, method, allocations, autoAllocate = true, acceptAdvance = false, ...rest } = call.body
    const shares = allocations?.map((share) => ({ invoiceId: share.invoiceId, amount: Money.parse(share.amount) }))
    return receive(call, {
      ...rest,
      amount: Money.parse(amount),
      method: methodOf(method),
      allocations: shares,
      autoAllocate,
      acceptAdvance,
    })
  }

  @Route.post('orders/:id/payments', {
    summary: 'Record a payment of an order',
    permission: 'PAYMENTS_CREATE',
    body: payOrderBody,
    answer: paymentList.answer,
    status: 201,
  })
  payOrder(@Called() call: Call<PayOrderBody>) {
    const { amount, method, paymentDate, reference, referenceNumber = reference, acceptAdvance = false } = call.body
    return receive(call, {
      orderId: call.params.id,
      amount: Money.parse(amount),
      method: methodOf(method),
      paymentDate,
      referenceNumber,
      autoAllocate: false,
      acceptAdvance,
    })
  }
}

const receive = (call: Call<unknown>, command: PaymentCommand) =>
  call.write(async (work) => paymentList.find(work, (await receivePayment(work, command)).paymentId, 'allocations'))

const methodOf = (method: CreatePaymentBody['method']) => (method === 'BANK_TRANSFER' ? 'TRANSFER' : method)
