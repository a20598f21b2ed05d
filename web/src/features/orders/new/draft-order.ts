import type { CreateOrderBody, orderPreview } from '@prometric/contracts/orders'
import type { Answered } from '../../../lib/api.js'

export type OrderPreview = Answered<typeof orderPreview>

export interface DraftLine {
  /** The same product may stand twice. */
  readonly key: string
  readonly productId: string
  readonly name: string
  readonly code: string | null
  readonly unit: string
  readonly quantity: number | null
  /** Null: the product's own. */
  readonly price: number | null
  readonly discount: number | null
}

export interface DraftOrder {
  readonly customerId: string | null
  readonly lines: readonly DraftLine[]
  readonly requestedDeliveryDate: string | null
  readonly fulfillmentMethod: NonNullable<CreateOrderBody['fulfillmentMethod']>
  readonly paymentTerms: NonNullable<CreateOrderBody['paymentTerms']> | null
  readonly street: string
  readonly city: string
  readonly notes: string
}

export const emptyDraft: DraftOrder = {
  customerId: null,
  lines: [],
  requestedDeliveryDate: null,
  fulfillmentMethod: 'DELIVERY',
  paymentTerms: null,
  street: '',
  city: '',
  notes: '',
}

/** What is sent of a draft; nothing until it has a customer and every line its quantity. */
export function bodyOf(draft: DraftOrder): CreateOrderBody | undefined {
  const { customerId, lines, requestedDeliveryDate, fulfillmentMethod, paymentTerms } = draft
  if (!customerId || lines.length === 0 || lines.some(({ quantity }) => !quantity || quantity <= 0)) return undefined
  const [street, city, notes] = [draft.street.trim(), draft.city.trim(), draft.notes.trim()]
  return {
    customerId,
    fulfillmentMethod,
    items: lines.map(({ productId, quantity, price, discount }) => ({
      productId,
      quantity: quantity!,
      ...(price !== null && { unitPrice: price }),
      ...(discount !== null && discount > 0 && { discount, discountType: 'PERCENTAGE' as const }),
    })),
    ...(requestedDeliveryDate && { requestedDeliveryDate }),
    ...(paymentTerms && { paymentTerms }),
    ...(street && city && fulfillmentMethod !== 'PICKUP' && { deliveryAddress: { street, city } }),
    ...(notes && { notes }),
  }
}
