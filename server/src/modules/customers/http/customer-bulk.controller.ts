import {
  type BulkAssignBody,
  bulkAnswer,
  bulkAssignBody,
  type BulkCreateCustomersBody,
  bulkCreateCustomersBody,
  type BulkDeleteBody,
  bulkDeleteBody,
  type BulkStatusBody,
  bulkStatusBody,
} from '@prometric/contracts/customer-commands'
import { bulk } from '../../../platform/http/bulk.js'
import { type Call, Called } from '../../../platform/http/call.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { assignCustomer } from '../operations/assign-customer.js'
import { changeStatus } from '../operations/change-status.js'
import { createCustomer } from '../operations/create-customer.js'
import { deleteCustomer } from '../operations/delete-customer.js'

@WorkspaceController('customers')
export class CustomerBulkController {
  @Route.post('bulk', {
    summary: 'Create many customers',
    permission: 'CUSTOMERS_CREATE',
    body: bulkCreateCustomersBody,
    answer: bulkAnswer,
  })
  create(@Called() call: Call<BulkCreateCustomersBody>) {
    const { customers, atomic } = call.body
    return bulk(call, {
      items: customers,
      atomic,
      done: 'CREATED',
      run: async (work, body) => (await createCustomer(work, body)).id,
    })
  }

  @Route.patch('bulk/status', {
    summary: 'Change the status of many',
    permission: 'CUSTOMERS_UPDATE',
    body: bulkStatusBody,
    answer: bulkAnswer,
  })
  status(@Called() call: Call<BulkStatusBody>) {
    const { ids, atomic, ...command } = call.body
    return bulk(call, {
      items: ids,
      atomic,
      done: 'UPDATED',
      run: (work, id) => changeStatus(work, id, command).then(() => id),
    })
  }

  @Route.patch('bulk/assign', {
    summary: 'Give many to one employee',
    permission: 'CUSTOMERS_UPDATE',
    body: bulkAssignBody,
    answer: bulkAnswer,
  })
  assign(@Called() call: Call<BulkAssignBody>) {
    const { ids, atomic, assignedTo } = call.body
    return bulk(call, {
      items: ids,
      atomic,
      done: 'UPDATED',
      run: (work, id) => assignCustomer(work, id, assignedTo).then(() => id),
    })
  }

  @Route.post('bulk-delete', {
    summary: 'Delete many customers',
    permission: 'CUSTOMERS_DELETE',
    body: bulkDeleteBody,
    answer: bulkAnswer,
  })
  delete(@Called() call: Call<BulkDeleteBody>) {
    return deleteMany(call)
  }

  @Route.delete('bulk', {
    summary: 'Delete many customers (alias)',
    permission: 'CUSTOMERS_DELETE',
    body: bulkDeleteBody,
    answer: bulkAnswer,
  })
  deleteAlias(@Called() call: Call<BulkDeleteBody>) {
    return deleteMany(call)
  }
}

function deleteMany(call: Call<BulkDeleteBody>) {
  const { ids, atomic } = call.body
  return bulk(call, { items: ids, atomic, done: 'DELETED', run: (work, id) => deleteCustomer(work, id).then(() => id) })
}
