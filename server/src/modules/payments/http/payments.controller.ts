import { Called, type Call } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { paymentList } from '../queries/list-payments.js'

const onePayment = paymentList.query.pick({ include: true })

@WorkspaceController('finance/payments')
export class PaymentsController {
  @Route.get('', {
    summary: 'Payments',
    permission: 'PAYMENTS_VIEW',
    query: paymentList.query,
    answer: paymentList.answer,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => paymentList.list(work, call.query))
  }

  @Route.get(':id', {
    summary: 'A payment',
    permission: 'PAYMENTS_VIEW',
    query: onePayment,
    answer: paymentList.answer,
  })
  get(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => paymentList.find(work, call.params.id, call.query.include))
  }
}
