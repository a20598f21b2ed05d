import type { CloneOrderBody } from '@prometric/contracts/order-commands'
import type { CreateOrderBody, OrderItemBody } from '@prometric/contracts/orders'
import { Refusal } from '../../../kernel/refusal.js'
import { UnitPrice } from '../../../kernel/unit-price.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { storedLines, type StoredLine } from '../stored-lines.js'
import type { CreatedOrder } from './announce-order-created.js'
import { createOrder } from './create-order.js'

/** A draft like an order that was: its lines and terms, not its dates and its history. The VAT is that of today. */
export async function cloneOrder(
  work: UnitOfWork,
  orderId: string,
  { refreshPrices = false }: CloneOrderBody,
): Promise<CreatedOrder> {
  const source = await work.row<{ header: Omit<CreateOrderBody, 'items'> }>(readHeader, [work.workspaceId, orderId])
  if (!source) throw new Refusal('NOT_FOUND', { orderId })
  const lines = await storedLines(work, orderId)
  if (lines.length === 0) throw new Refusal('ORDER_EMPTY', { orderId })
  const items = lines.map((line) => copyOf(line, refreshPrices))
  return createOrder(work, { ...source.header, items, asDraft: true })
}

function copyOf(line: StoredLine, refreshPrices: boolean): OrderItemBody {
  return {
    productId: line.productId,
    quantity: line.quantity.toString(),
    discount: UnitPrice.of(line.discount).toString(),
    discountType: line.discountType,
    specifications: line.specifications as NonNullable<OrderItemBody['specifications']>,
    ...(line.notes ? { notes: line.notes } : {}),
    ...(refreshPrices ? {} : { unitPrice: line.unitPrice.toString(), priceIncludesVat: line.priceIncludesVat }),
  }
}

// What was not said stays unsaid: a missing key takes the customer's or the house's default.
const readHeader = sql`
  select jsonb_strip_nulls(jsonb_build_object('customerId', customer_id, 'contractNumber', contract_number, 'contactPersonId', contact_person_id,
    'salesRepId', sales_rep_id, 'shippingAddressId', shipping_address_id, 'deliveryAddress', case when shipping_address_id is null then delivery_address end,
    'fulfillmentMethod', fulfillment_method, 'allowPartialShipment', allow_partial_shipment, 'warehouseId', warehouse_id, 'paymentMethod', payment_method,
    'paymentTerms', payment_terms, 'discount', case when discount_type is not null then app.price(discount)::text end, 'discountType', discount_type,
    'shippingCost', case when shipping_cost > 0 then app.money(shipping_cost)::text end,
    'priority', priority, 'isUrgent', is_urgent, 'requiresApproval', requires_approval, 'specialInstructions', special_instructions, 'notes', notes,
    'internalNotes', internal_notes, 'tags', to_jsonb(tags), 'customFields', custom_fields)) as header
  from app.orders where workspace_id = $1 and id = $2 and deleted_at is null`
