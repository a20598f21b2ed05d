import { createReceiptBody, type CreateReceiptBody } from '@prometric/contracts/receipts'
import { Called, type Call } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { confirmReceipt } from '../operations/confirm-receipt.js'
import { createReceipt } from '../operations/create-receipt.js'
import { cardQuery } from '../queries/card-query.js'
import { receiptList } from '../queries/warehouse-lists.js'

@WorkspaceController('operations/warehouse/goods-receipts')
export class GoodsReceiptsController {
  @Route.get('', {
    summary: 'Goods receipts',
    permission: 'INVENTORY_VIEW',
    query: receiptList.query,
    answer: receiptList.answer,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => receiptList.list(work, call.query))
  }

  @Route.get(':id', {
    summary: 'A goods receipt',
    permission: 'INVENTORY_VIEW',
    query: cardQuery,
    answer: receiptList.answer,
  })
  get(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => receiptList.find(work, call.params.id, call.query.include ?? 'lines'))
  }

  @Route.post('', {
    summary: 'Receive goods',
    permission: 'INVENTORY_MANAGE',
    body: createReceiptBody,
    answer: receiptList.answer,
    status: 201,
  })
  create(@Called() call: Call<CreateReceiptBody>) {
    return call.write(async (work) => {
      const id = await createReceipt(work, call.body)
      if (call.body.confirm) await confirmReceipt(work, id)
      return receiptList.find(work, id, 'lines')
    })
  }

  @Route.post(':id/confirm', {
    summary: 'Put the goods into stock',
    permission: 'INVENTORY_MANAGE',
    answer: receiptList.answer,
  })
  confirm(@Called() call: Call) {
    return call.write(async (work) => {
      await confirmReceipt(work, call.params.id)
      return receiptList.find(work, call.params.id, 'lines')
    })
  }
}
