import {
  type BlockBody,
  blockBody,
  type ChangeCreditBody,
  changeCreditBody,
  type ChangeStatusBody,
  changeStatusBody,
  type CheckDuplicateBody,
  checkDuplicateBody,
  checkedBin,
  checkedIin,
  type ConvertBody,
  convertBody,
  customerCredit,
  duplicates,
  type QualifyBody,
  qualifyBody,
  type ValidateBinBody,
  validateBinBody,
  type ValidateIinBody,
  validateIinBody,
} from '@prometric/contracts/customer-commands'
import { removed } from '@prometric/contracts/customer-details'
import {
  changedCustomer,
  type CreateCustomerBody,
  createCustomerBody,
  createdCustomer,
  type UpdateCustomerBody,
  updateCustomerBody,
} from '@prometric/contracts/customers'
import { z } from 'zod'
import { checkBin, checkIin } from '../../../kernel/kazakhstan/iin-bin.js'
import { type Call, Called } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { blockCustomer, unblockCustomer } from '../operations/block-customer.js'
import { changeCredit } from '../operations/change-credit.js'
import { changeStatus } from '../operations/change-status.js'
import { convertLead } from '../operations/convert-lead.js'
import { createCustomer } from '../operations/create-customer.js'
import { deleteCustomer, restoreCustomer } from '../operations/delete-customer.js'
import { qualifyLead } from '../operations/qualify-lead.js'
import { updateCustomer } from '../operations/update-customer.js'
import { creditOfCustomer } from '../queries/credit-of-customer.js'
import { customerCards, customerList } from '../queries/customer-list.js'
import { findDuplicates } from '../queries/find-duplicates.js'

const includeQuery = z.strictObject({ include: customerList.query.shape['include'] as z.ZodType })
const card = customerCards.answer

@WorkspaceController('customers')
export class CustomersController {
  @Route.get('', {
    summary: 'Customers',
    cached: 'customer-list',
    permission: 'CUSTOMERS_VIEW',
    query: customerList.query,
    answer: customerList.answer,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => customerList.list(work, call.query))
  }

  @Route.post('', {
    summary: 'Create a customer',
    permission: 'CUSTOMERS_CREATE',
    body: createCustomerBody,
    answer: createdCustomer,
    status: 201,
  })
  create(@Called() call: Call<CreateCustomerBody>) {
    return call.write(async (work) => {
      const { id, warnings } = await createCustomer(work, call.body)
      return { ...(await customerCards.find(work, id, 'contacts,addresses')), warnings }
    })
  }

  @Route.post('check-duplicate', {
    summary: 'Who this might already be',
    permission: 'CUSTOMERS_VIEW',
    body: checkDuplicateBody,
    answer: duplicates,
  })
  checkDuplicate(@Called() call: Call<CheckDuplicateBody>) {
    return call.read((work) => findDuplicates(work, call.body))
  }

  @Route.post('validate/iin', {
    summary: 'Check an IIN',
    permission: 'CUSTOMERS_VIEW',
    body: validateIinBody,
    answer: checkedIin,
  })
  validateIin(@Called() call: Call<ValidateIinBody>) {
    return call.read(async (work) => {
      const { result } = checkIin(call.body.iin, work.today)
      return { valid: !result.startsWith('BAD'), result }
    })
  }

  @Route.post('validate/bin', {
    summary: 'Check a BIN',
    permission: 'CUSTOMERS_VIEW',
    body: validateBinBody,
    answer: checkedBin,
  })
  validateBin(@Called() call: Call<ValidateBinBody>) {
    const { result, year2, month, kind, attribute } = checkBin(call.body.bin)
    if (result !== 'OK') return { valid: false, result }
    return {
      valid: true,
      result,
      registeredMonth: `${year2}-${String(month).padStart(2, '0')}`,
      entityKind: kind,
      attribute,
    }
  }

  @Route.get(':id', {
    summary: 'A customer',
    cached: 'customer-card',
    permission: 'CUSTOMERS_VIEW',
    query: includeQuery,
    answer: customerList.answer,
  })
  get(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => customerList.find(work, call.params.id, call.query['include']))
  }

  @Route.put(':id', {
    summary: 'Change a customer',
    permission: 'CUSTOMERS_UPDATE',
    body: updateCustomerBody,
    answer: changedCustomer,
  })
  put(@Called() call: Call<UpdateCustomerBody>) {
    return update(call)
  }

  @Route.patch(':id', {
    summary: 'Change a customer',
    permission: 'CUSTOMERS_UPDATE',
    body: updateCustomerBody,
    answer: changedCustomer,
  })
  patch(@Called() call: Call<UpdateCustomerBody>) {
    return update(call)
  }

  @Route.delete(':id', { summary: 'Delete a customer', permission: 'CUSTOMERS_DELETE', answer: removed })
  delete(@Called() call: Call) {
    const { id } = call.params
    return call.write((work) => deleteCustomer(work, id).then(() => ({ id, deleted: true as const })))
  }

  @Route.post(':id/restore', { summary: 'Bring a deleted customer back', permission: 'CUSTOMERS_DELETE', answer: card })
  restore(@Called() call: Call) {
    return call.write((work) =>
      restoreCustomer(work, call.params.id).then(() => customerCards.find(work, call.params.id)),
    )
  }

  @Route.patch(':id/status', {
    summary: 'Change the status',
    permission: 'CUSTOMERS_UPDATE',
    body: changeStatusBody,
    answer: card,
  })
  status(@Called() call: Call<ChangeStatusBody>) {
    const command = { ...call.body, ifMatch: call.ifMatch }
    return call.write((work) =>
      changeStatus(work, call.params.id, command).then(() => customerCards.find(work, call.params.id)),
    )
  }

  @Route.post(':id/qualify', {
    summary: 'Score a lead',
    permission: 'CUSTOMERS_UPDATE',
    body: qualifyBody,
    answer: z.object({ ...customerCards.answer.shape, score: z.int(), qualified: z.boolean() }),
  })
  qualify(@Called() call: Call<QualifyBody>) {
    return call.write(async (work) => {
      const outcome = await qualifyLead(work, call.params.id, call.body)
      return { ...(await customerCards.find(work, call.params.id)), ...outcome }
    })
  }

  @Route.post(':id/convert', {
    summary: 'Make a lead a customer',
    permission: 'CUSTOMERS_UPDATE',
    body: convertBody,
    answer: card,
  })
  convert(@Called() call: Call<ConvertBody>) {
    return call.write((work) =>
      convertLead(work, call.params.id, call.body).then(() => customerCards.find(work, call.params.id)),
    )
  }

  @Route.post(':id/block', {
    summary: 'Put on the stop list',
    permission: 'CUSTOMERS_UPDATE',
    body: blockBody,
    answer: card,
  })
  block(@Called() call: Call<BlockBody>) {
    return call.write((work) =>
      blockCustomer(work, call.params.id, call.body.reason).then(() => customerCards.find(work, call.params.id)),
    )
  }

  @Route.post(':id/unblock', { summary: 'Take off the stop list', permission: 'CUSTOMERS_UPDATE', answer: card })
  unblock(@Called() call: Call) {
    return call.write((work) =>
      unblockCustomer(work, call.params.id).then(() => customerCards.find(work, call.params.id)),
    )
  }

  @Route.get(':id/credit', { summary: 'Credit of a customer', permission: 'CUSTOMERS_VIEW', answer: customerCredit })
  credit(@Called() call: Call) {
    return call.read(async (work) => {
      await customerList.find(work, call.params.id)
      return creditOfCustomer(work, call.params.id)
    })
  }

  @Route.put(':id/credit', {
    summary: 'Set the credit limit',
    permission: 'CUSTOMERS_CREDIT_MANAGE',
    body: changeCreditBody,
    answer: customerCredit,
  })
  setCredit(@Called() call: Call<ChangeCreditBody>) {
    const change = { ...call.body, ifMatch: call.ifMatch }
    return call.write((work) =>
      changeCredit(work, call.params.id, change).then(() => creditOfCustomer(work, call.params.id)),
    )
  }
}

function update(call: Call<UpdateCustomerBody>) {
  return call.write(async (work) => {
    const { warnings } = await updateCustomer(work, call.params.id, call.body, call.ifMatch)
    return { ...(await customerCards.find(work, call.params.id)), warnings }
  })
}
