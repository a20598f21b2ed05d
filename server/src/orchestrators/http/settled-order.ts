import { orderList } from '../../modules/orders/queries/order-list.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { Call } from '../../platform/http/call.js'

/** The order's card after everything that follows in the same transaction. */
export async function settledOrder(work: UnitOfWork, orderId: string) {
  await work.settle()
  return orderList.find(work, orderId, 'items,holds')
}

/** Does something to an order that the caller may see, and answers what became of it. */
export function changeOrder(
  call: Call<unknown, unknown, { id: string }>,
  change: (work: UnitOfWork, orderId: string) => Promise<unknown>,
) {
  return call.write(async (work) => {
    const { id } = await orderList.find(work, call.params.id)
    await change(work, id)
    return settledOrder(work, id)
  })
}
