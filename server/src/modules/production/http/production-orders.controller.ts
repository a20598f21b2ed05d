import {
  cancelProductionBody,
  type CancelProductionBody,
  completeProductionBody,
  type CompleteProductionBody,
  createProductionOrderBody,
  type CreateProductionOrderBody,
} from '@prometric/contracts/production'
import { z } from 'zod'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { Called, type Call } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { completeProductionOrder } from '../operations/complete-production-order.js'
import { createProductionOrder } from '../operations/create-production-order.js'
import { cancelProductionOrder, moveProductionOrder } from '../operations/move-production-order.js'
import { planProductionOrder } from '../operations/plan-production-order.js'
import { findProductionOrder, listProductionOrders, productionOrderList } from '../queries/production-order-list.js'

const { query, answer } = productionOrderList
const cardQuery = z.strictObject({ include: z.enum(['materials']).optional() })

/** Does it and shows the order as it is now. */
const after = (call: Call<unknown>, change: (work: UnitOfWork) => Promise<unknown>) =>
  call.write(async (work) => {
    await change(work)
    return findProductionOrder(work, call.params.id)
  })

@WorkspaceController('operations/production/production-orders')
export class ProductionOrdersController {
  @Route.get('', { summary: 'Production orders', permission: 'PRODUCTION_VIEW', query, answer, list: true })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => listProductionOrders(work, call.query))
  }

  @Route.get(':id', { summary: 'A production order', permission: 'PRODUCTION_VIEW', query: cardQuery, answer })
  get(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => findProductionOrder(work, call.params.id, call.query.include))
  }

  @Route.post('', {
    summary: 'Create a production order',
    permission: 'PRODUCTION_CREATE',
    body: createProductionOrderBody,
    answer,
    status: 201,
  })
  create(@Called() call: Call<CreateProductionOrderBody>) {
    return call.write(async (work) => findProductionOrder(work, await createProductionOrder(work, call.body)))
  }

  @Route.post(':id/plan', { summary: 'Freeze the bill that was missing', permission: 'PRODUCTION_UPDATE', answer })
  plan(@Called() call: Call) {
    return after(call, (work) => planProductionOrder(work, call.params.id))
  }

  @Route.post(':id/release', { summary: 'Release to the workshop', permission: 'PRODUCTION_UPDATE', answer })
  release(@Called() call: Call) {
    return after(call, (work) => moveProductionOrder(work, call.params.id, 'SCHEDULED'))
  }

  @Route.post(':id/start', { summary: 'Start production', permission: 'PRODUCTION_UPDATE', answer })
  start(@Called() call: Call) {
    return after(call, (work) => moveProductionOrder(work, call.params.id, 'IN_PROGRESS'))
  }

  @Route.post(':id/complete', {
    summary: 'Complete production',
    permission: 'PRODUCTION_UPDATE',
    body: completeProductionBody,
    answer,
  })
  complete(@Called() call: Call<CompleteProductionBody>) {
    return after(call, (work) => completeProductionOrder(work, call.params.id, call.body))
  }

  @Route.post(':id/cancel', {
    summary: 'Cancel a production order',
    permission: 'PRODUCTION_UPDATE',
    body: cancelProductionBody,
    answer,
  })
  cancel(@Called() call: Call<CancelProductionBody>) {
    return after(call, (work) => cancelProductionOrder(work, call.params.id, call.body.reason))
  }
}
