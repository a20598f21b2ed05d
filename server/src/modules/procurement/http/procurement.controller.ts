import {
  createRequisitionBody,
  type CreateRequisitionBody,
  createSupplierBody,
  type CreateSupplierBody,
  updateSupplierBody,
  type UpdateSupplierBody,
} from '@prometric/contracts/procurement'
import { id } from '@prometric/contracts/wire'
import { z } from 'zod'
import { Called, type Call } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { createRequisition } from '../operations/create-requisition.js'
import { createSupplier, deleteSupplier, updateSupplier } from '../operations/keep-supplier.js'
import { requisitionList, supplierList } from '../queries/procurement-lists.js'

const cardQuery = z.strictObject({ include: z.enum(['lines']).optional() })

@WorkspaceController('operations/procurement/suppliers')
export class SuppliersController {
  @Route.get('', {
    summary: 'Suppliers',
    permission: 'PROCUREMENT_VIEW',
    query: supplierList.query,
    answer: supplierList.answer,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => supplierList.list(work, call.query))
  }

  @Route.get(':id', { summary: 'A supplier', permission: 'PROCUREMENT_VIEW', answer: supplierList.answer })
  get(@Called() call: Call) {
    return call.read((work) => supplierList.find(work, call.params.id))
  }

  @Route.post('', {
    summary: 'Create a supplier',
    permission: 'PROCUREMENT_MANAGE',
    body: createSupplierBody,
    answer: supplierList.answer,
    status: 201,
  })
  create(@Called() call: Call<CreateSupplierBody>) {
    return call.write(async (work) => supplierList.find(work, await createSupplier(work, call.body)))
  }

  @Route.put(':id', {
    summary: 'Change a supplier',
    permission: 'PROCUREMENT_MANAGE',
    body: updateSupplierBody,
    answer: supplierList.answer,
  })
  put(@Called() call: Call<UpdateSupplierBody>) {
    return this.change(call)
  }

  @Route.patch(':id', {
    summary: 'Change a supplier',
    permission: 'PROCUREMENT_MANAGE',
    body: updateSupplierBody,
    answer: supplierList.answer,
  })
  change(@Called() call: Call<UpdateSupplierBody>) {
    return call.write(async (work) => {
      await updateSupplier(work, call.params.id, call.body, call.ifMatch)
      return supplierList.find(work, call.params.id)
    })
  }

  @Route.delete(':id', {
    summary: 'Delete a supplier',
    permission: 'PROCUREMENT_MANAGE',
    answer: z.object({ id, deleted: z.literal(true) }),
  })
  delete(@Called() call: Call) {
    return call.write(async (work) => {
      await deleteSupplier(work, call.params.id)
      return { id: call.params.id, deleted: true as const }
    })
  }
}

@WorkspaceController('operations/procurement/requisitions')
export class RequisitionsController {
  @Route.get('', {
    summary: 'Purchase requisitions',
    permission: 'PROCUREMENT_VIEW',
    query: requisitionList.query,
    answer: requisitionList.answer,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => requisitionList.list(work, call.query))
  }

  @Route.get(':id', {
    summary: 'A purchase requisition',
    permission: 'PROCUREMENT_VIEW',
    query: cardQuery,
    answer: requisitionList.answer,
  })
  get(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => requisitionList.find(work, call.params.id, call.query.include ?? 'lines'))
  }

  @Route.post('', {
    summary: 'Ask for goods',
    permission: 'PROCUREMENT_CREATE',
    body: createRequisitionBody,
    answer: requisitionList.answer,
    status: 201,
  })
  create(@Called() call: Call<CreateRequisitionBody>) {
    return call.write(async (work) => requisitionList.find(work, await createRequisition(work, call.body), 'lines'))
  }
}
