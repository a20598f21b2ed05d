import type { OrderCard, OrderItem, OrderRow } from './order-answer.js'

const stocked: ReadonlySet<string> = new Set(['PRODUCT', 'MATERIAL', 'MANUFACTURED'])

/** Goods that pass through the warehouse; a bundle is told by its parts. */
export const isStocked = ({ productType }: Pick<OrderItem, 'productType'>): boolean => stocked.has(productType)

/** What of a line is still wanted. */
export const wanted = ({ quantity, quantityCancelled }: OrderItem): number => rounded(quantity - quantityCancelled)

/** Picked and still here. */
export const toShip = (item: OrderItem): number =>
  isStocked(item) ? rounded(item.quantityPicked - item.quantityShipped) : 0

/** Under way to the customer. */
export const toDeliver = (item: OrderItem): number =>
  isStocked(item) ? rounded(item.quantityShipped - item.quantityDelivered) : 0

/** Work that is not done yet. */
export const toComplete = (item: OrderItem): number =>
  item.productType === 'SERVICE' ? rounded(wanted(item) - item.quantityDelivered) : 0

/** What can still be cancelled of a line: what has not left. */
export const toCancel = (item: OrderItem): number =>
  rounded(wanted(item) - (isStocked(item) ? item.quantityShipped : item.quantityDelivered))

export const due = ({ totalAmount, paidAmount }: OrderRow): number => Math.round((totalAmount - paidAmount) * 100) / 100

/** It moves, and may be moved. */
export const isLive = ({ status }: OrderRow): boolean => !['DRAFT', 'CANCELLED', 'COMPLETED'].includes(status)
export const isEnded = ({ status }: OrderRow): boolean => status === 'CANCELLED' || status === 'COMPLETED'

export const openHolds = ({ holds }: OrderCard) => holds.filter(({ releasedAt }) => releasedAt === null)

export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6
