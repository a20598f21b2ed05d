import type { CreateOrderBody } from '@prometric/contracts/orders'
import type { Rate } from '../../../kernel/rate.js'
import { invalid, Refusal } from '../../../kernel/refusal.js'
import { parseScaled } from '../../../kernel/scaled.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { CreatedOrder } from './announce-order-created.js'
import { insertOrder } from './insert-order.js'
import { priceOrder } from './price-order.js'

interface Party {
  readonly id: string
  readonly isActive: boolean
  readonly isMerged: boolean
  readonly paymentTerms: string
  readonly departmentId: string | null
  readonly addressId: string | null
  readonly address: Record<string, unknown> | null
}

/** An order made by hand. It is PENDING and its gates run before the commit, unless it is asked for as a draft. */
export async function createOrder(work: UnitOfWork, body: CreateOrderBody): Promise<CreatedOrder> {
  const customer = await work.row<Party>(party, [work.workspaceId, body.customerId, body.shippingAddressId ?? null])
  if (!customer) throw new Refusal('NOT_FOUND', { customerId: body.customerId }, 'customerId')
  if (!customer.isActive || customer.isMerged)
    throw new Refusal('CUSTOMER_BLOCKED', { customerId: body.customerId }, 'customerId')
  if (body.shippingAddressId && customer.addressId !== body.shippingAddressId)
    throw new Refusal('NOT_FOUND', {}, 'shippingAddressId')
  if (body.requestedDeliveryDate && body.requestedDeliveryDate < work.today)
    throw invalid('requestedDeliveryDate', 'NOT_IN_THE_PAST')
  const { lines, priced, shippingVatRate } = await priceOrder(work, body)
  return insertOrder(work, headerOf(work, body, customer, shippingVatRate), lines, priced)
}

function headerOf(work: UnitOfWork, body: CreateOrderBody, customer: Party, shippingVatRate: Rate) {
  return {
    customer_id: customer.id,
    source: 'MANUAL',
    status: body.asDraft ? 'DRAFT' : 'PENDING',
    order_date: body.orderDate ?? work.today,
    sales_rep_id: body.salesRepId ?? work.actor.employeeId,
    department_id: work.actor.departmentId ?? customer.departmentId,
    contact_person_id: body.contactPersonId,
    po_number: body.poNumber,
    contract_number: body.contractNumber,
    discount: String(parseScaled(body.discount ?? 0, 4)),
    discount_type: body.discount === undefined ? null : (body.discountType ?? 'PERCENTAGE'),
    shipping_vat_rate: shippingVatRate.toString(),
    payment_method: body.paymentMethod,
    payment_terms: body.paymentTerms ?? customer.paymentTerms,
    priority: body.priority ?? 'NORMAL',
    is_urgent: body.isUrgent ?? false,
    fulfillment_method: body.fulfillmentMethod ?? 'DELIVERY',
    allow_partial_shipment: body.allowPartialShipment ?? true,
    warehouse_id: body.warehouseId,
    shipping_address_id: body.deliveryAddress ? null : customer.addressId,
    delivery_address: body.deliveryAddress ?? customer.address,
    requested_delivery_date: body.requestedDeliveryDate,
    requires_approval: body.requiresApproval ?? false,
    special_instructions: body.specialInstructions,
    notes: body.notes,
    internal_notes: body.internalNotes,
    tags: body.tags ?? [],
    custom_fields: body.customFields ?? {},
  }
}

// The customer's own row is locked by the acceptance that follows; here it is only read.
const party = sql`
  select c.id, c.is_active as "isActive", c.merged_into_id is not null as "isMerged", c.payment_terms as "paymentTerms", c.department_id as "departmentId",
    a.id as "addressId", case when a.id is not null then jsonb_strip_nulls(jsonb_build_object('street', a.street, 'building', a.building, 'apartment', a.apartment, 'city', a.city, 'region', a.region,
      'postalCode', a.postal_code, 'country', a.country, 'contactName', a.contact_name, 'contactPhone', a.contact_phone, 'deliveryInstructions', a.delivery_instructions)) end as address
  from app.customers c
  left join lateral (
    select * from app.customer_addresses a where a.workspace_id = $1 and a.customer_id = c.id and a.deleted_at is null and ($3::uuid is null or a.id = $3)
    order by a.is_default_shipping desc, a.type = 'SHIPPING' desc, a.is_primary desc, a.is_default_billing desc, a.created_at limit 1
  ) a on true
  where c.workspace_id = $1 and c.id = $2 and c.deleted_at is null`
