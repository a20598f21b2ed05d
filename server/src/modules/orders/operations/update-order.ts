import type { UpdateOrderBody } from '@prometric/contracts/order-commands'
import { Money } from '../../../kernel/money.js'
import { Rate } from '../../../kernel/rate.js'
import { invalid, Refusal } from '../../../kernel/refusal.js'
import { parseScaled } from '../../../kernel/scaled.js'
import { sql, statement } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { rateSaid, vatRegimeOn } from '../../pricing/public.js'
import { discountOf, type EditableOrder, isOpenForEditing } from '../editable-order.js'
import { raisedPriority } from '../raised-priority.js'
import { storedLines } from '../stored-lines.js'
import { repriceOrder } from './reprice-order.js'
import { sayUpdated } from './say-updated.js'

export type OrderChanges = Omit<UpdateOrderBody, 'version'>

/** What may be changed at any time. */
const always: ReadonlySet<string> = new Set([
  'poNumber',
  'contractNumber',
  'contactPersonId',
  'requestedDeliveryDate',
  'specialInstructions',
  'notes',
  'internalNotes',
  'tags',
  'customFields',
])
const untilShipped: ReadonlySet<string> = new Set(['deliveryAddress', 'shippingAddressId'])
/** What its price, its gates and the stock that is kept for it hang on. */
const weighty: ReadonlySet<string> = new Set([
  'discount',
  'discountType',
  'shippingCost',
  'shippingVatRate',
  'paymentTerms',
  'requiresApproval',
  'warehouseId',
])

/** Whether the gates must look at the order again after these changes. */
export const concernsGates = (changes: OrderChanges): boolean => Object.keys(changes).some((key) => weighty.has(key))

/** Changes the header of a locked order. Once it is confirmed: texts and dates, and the address until the goods leave. */
export async function updateOrder(work: UnitOfWork, order: EditableOrder, changes: OrderChanges): Promise<void> {
  if (Object.keys(changes).length === 0) return
  refuseLocked(order, changes)
  if (changes.requestedDeliveryDate && changes.requestedDeliveryDate < work.today)
    throw invalid('requestedDeliveryDate', 'NOT_IN_THE_PAST')
  let version = await patch(work, order.id, { ...columnsOf(changes), ...(await addressOf(work, order, changes)) })
  if (Object.keys(changes).some((key) => /^(discount|shipping(Cost|VatRate))/.test(key)))
    version = await repriceOrder(work, await repriced(work, order, changes), await storedLines(work, order.id))
  sayUpdated(work, order, version, changes)
}

function refuseLocked(order: EditableOrder, changes: OrderChanges): void {
  if (isOpenForEditing(order)) return
  const goodsLeft = ['SHIPPED', 'DELIVERED', 'COMPLETED', 'CANCELLED'].includes(order.status)
  const locked = Object.keys(changes).find((key) => !always.has(key) && (goodsLeft || !untilShipped.has(key)))
  if (locked) throw new Refusal('ORDER_LOCKED', { status: order.status }, locked)
}

async function repriced(work: UnitOfWork, order: EditableOrder, changes: OrderChanges): Promise<EditableOrder> {
  const value = changes.discount === undefined ? (order.discount?.value ?? 0n) : parseScaled(changes.discount, 4)
  return {
    ...order,
    discount: discountOf(value, changes.discountType ?? order.discount?.type ?? 'PERCENTAGE'),
    ...(await shippingOf(work, order, changes)),
  }
}

/** Shipping takes the rate that was said, else that of the order's day. */
async function shippingOf(work: UnitOfWork, order: EditableOrder, { shippingCost, shippingVatRate }: OrderChanges) {
  if (shippingCost === undefined && shippingVatRate === undefined) return {}
  const said = shippingVatRate === undefined ? undefined : Rate.parse(shippingVatRate)
  return {
    shippingCost: shippingCost === undefined ? order.shippingCost : Money.parse(shippingCost),
    shippingVatRate: rateSaid(await vatRegimeOn(work, order.orderDate), said, 'shippingVatRate'),
  }
}

/** The address as it is now, copied from the customer's book when one of his is named. */
async function addressOf(work: UnitOfWork, order: EditableOrder, { deliveryAddress, shippingAddressId }: OrderChanges) {
  if (deliveryAddress) return { delivery_address: deliveryAddress, shipping_address_id: null }
  if (!shippingAddressId) return {}
  const found = await work.row<{ address: unknown }>(readAddress, [
    work.workspaceId,
    order.customerId,
    shippingAddressId,
  ])
  if (!found) throw new Refusal('NOT_FOUND', {}, 'shippingAddressId')
  return { delivery_address: found.address, shipping_address_id: shippingAddressId }
}

/** Columns that take what was said as it is. */
const plain = {
  poNumber: 'po_number',
  contractNumber: 'contract_number',
  contactPersonId: 'contact_person_id',
  salesRepId: 'sales_rep_id',
  requestedDeliveryDate: 'requested_delivery_date',
  fulfillmentMethod: 'fulfillment_method',
  allowPartialShipment: 'allow_partial_shipment',
  warehouseId: 'warehouse_id',
  paymentMethod: 'payment_method',
  paymentTerms: 'payment_terms',
  priority: 'priority',
  isUrgent: 'is_urgent',
  requiresApproval: 'requires_approval',
  specialInstructions: 'special_instructions',
  notes: 'notes',
  internalNotes: 'internal_notes',
  tags: 'tags',
  customFields: 'custom_fields',
} as const satisfies Partial<Record<keyof OrderChanges, string>>

const writable = [...Object.values(plain), 'delivery_address', 'shipping_address_id']

function columnsOf(changes: OrderChanges): Record<string, unknown> {
  const said = Object.entries(plain).filter(([key]) => changes[key as keyof typeof plain] !== undefined)
  return Object.fromEntries(said.map(([key, column]) => [column, changes[key as keyof typeof plain]]))
}

async function patch(work: UnitOfWork, orderId: string, columns: Readonly<Record<string, unknown>>): Promise<number> {
  return (await work.row<{ version: number }>(patchOrder, [
    work.workspaceId,
    orderId,
    JSON.stringify(columns),
    work.actor.userId,
  ]))!.version
}

/** Whatever was said of an urgent order's priority, now or before, it is at least URGENT. */
const kept = (column: string) => (column === 'priority' ? raisedPriority('r') : `r.${column}`)

const patchOrder = statement(`
  update app.orders o set (${writable.join(', ')}) = (select ${writable.map(kept).join(', ')} from jsonb_populate_record(o, $3::jsonb) r),
    version = o.version + 1, updated_at = app.now(), updated_by = $4
  where o.workspace_id = $1 and o.id = $2 returning o.version`)

const readAddress = sql`
  select jsonb_strip_nulls(jsonb_build_object('street', a.street, 'building', a.building, 'apartment', a.apartment, 'city', a.city, 'region', a.region,
    'postalCode', a.postal_code, 'country', a.country, 'contactName', a.contact_name, 'contactPhone', a.contact_phone, 'deliveryInstructions', a.delivery_instructions)) as address
  from app.customer_addresses a where a.workspace_id = $1 and a.customer_id = $2 and a.id = $3 and a.deleted_at is null`
