import type { orderHistoryRow, orderItemRow } from '@prometric/contracts/orders'
import type { z } from 'zod'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { orderList } from './order-list.js'

interface Parts {
  readonly items?: Array<z.infer<typeof orderItemRow>>
  readonly history?: Array<z.infer<typeof orderHistoryRow>>
}

/** The lines of an order that the caller may see. */
export const orderItems = async (work: UnitOfWork, orderId: string) =>
  ((await orderList.find(work, orderId, 'items')) as Parts).items ?? []

/** Where it stood, the first status first. */
export const statusHistory = async (work: UnitOfWork, orderId: string) =>
  ((await orderList.find(work, orderId, 'history')) as Parts).history ?? []
