import { issueInvoiceBody, type IssueInvoiceBody } from '@prometric/contracts/invoices'
import { Called, type Call } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { issueInvoice } from '../operations/issue-invoice.js'
import { invoiceList } from '../queries/list-invoices.js'

const oneInvoice = invoiceList.query.pick({ include: true })

@WorkspaceController('finance/invoices')
export class InvoicesController {
  @Route.get('', {
    summary: 'Invoices',
    permission: 'INVOICES_VIEW',
    query: invoiceList.query,
    answer: invoiceList.answer,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => invoiceList.list(work, call.query))
  }

  @Route.get(':id', {
    summary: 'An invoice',
    permission: 'INVOICES_VIEW',
    query: oneInvoice,
    answer: invoiceList.answer,
  })
  get(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => invoiceList.find(work, call.params.id, call.query.include))
  }

  @Route.post(':id/issue', {
    summary: 'Issue a draft',
    permission: 'INVOICES_UPDATE',
    body: issueInvoiceBody,
    answer: invoiceList.answer,
  })
  issue(@Called() call: Call<IssueInvoiceBody>) {
    return call.write(async (work) => {
      await issueInvoice(work, call.params.id, call.body.issueDate)
      return invoiceList.find(work, call.params.id, 'items')
    })
  }
}
