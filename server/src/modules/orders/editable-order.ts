import type { OrderStatus } from '@prometric/contracts/orders'
import { Money } from '../../kernel/money.js'
import { Rate } from '../../kernel/rate.js'
import { Refusal } from '../../kernel/refusal.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { Discount } from '../pricing/public.js'

/** A locked order, as far as editing looks at it. */
export interface EditableOrder {
  readonly id: string
  readonly status: OrderStatus
  readonly version: number
  readonly customerId: string
  readonly dealId: string | null
  readonly orderDate: string
  readonly isConfirmed: boolean
  readonly discount: Discount | undefined
  readonly shippingCost: Money
  readonly shippingVatRate: Rate
  readonly totalAmount: bigint
}

/** What the caller believes the order's version to be: by its body, or by If-Match. */
export interface Believed {
  readonly version?: number | undefined
  readonly ifMatch?: number | undefined
}

interface Row extends Omit<EditableOrder, 'discount' | 'shippingCost' | 'shippingVatRate'> {
  readonly discount: bigint
  readonly discountType: Discount['type'] | null
  readonly shippingCost: bigint
  readonly shippingVatRate: string
}

/** Locks an order for a change of its header or its lines. */
export async function lockForEditing(work: UnitOfWork, orderId: string, believed: Believed): Promise<EditableOrder> {
  const row = await work.row<Row>(lock, [work.workspaceId, orderId])
  if (!row) throw new Refusal('NOT_FOUND', { orderId })
  if (believed.ifMatch !== undefined && believed.ifMatch !== row.version)
    throw new Refusal('PRECONDITION_FAILED', { version: row.version })
  if (believed.version !== undefined && believed.version !== row.version)
    throw new Refusal('VERSION_CONFLICT', { version: row.version })
  const { discount, discountType, shippingCost, shippingVatRate, ...order } = row
  return {
    ...order,
    discount: discountType === null ? undefined : discountOf(discount, discountType),
    shippingCost: Money.of(shippingCost),
    shippingVatRate: Rate.parse(shippingVatRate),
  }
}

/** A discount that takes something off, or none. */
export const discountOf = (value: bigint, type: Discount['type']): Discount | undefined =>
  value === 0n ? undefined : { value, type }

/** Before its confirmation an order may be changed in every way: as a draft, waiting, or held by its gates. */
export const isOpenForEditing = ({ status, isConfirmed }: EditableOrder): boolean =>
  !isConfirmed && (status === 'DRAFT' || status === 'PENDING' || status === 'ON_HOLD')

/** Refuses a change that only an order before its confirmation takes. */
export function refuseUnlessOpen(order: EditableOrder): void {
  if (!isOpenForEditing(order)) throw new Refusal('ORDER_LOCKED', { status: order.status })
}

const lock = sql`
  select id, status, version, customer_id as "customerId", deal_id as "dealId", order_date as "orderDate", confirmed_at is not null as "isConfirmed",
    discount, discount_type as "discountType", shipping_cost as "shippingCost", shipping_vat_rate as "shippingVatRate", total_amount as "totalAmount"
  from app.orders where workspace_id = $1 and id = $2 and deleted_at is null for no key update`
