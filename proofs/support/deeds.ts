import { castOf, mainWarehouse, ok } from '../../server/scenarios/support/cast.js'
import type { Company } from '../../server/scenarios/support/company.js'

/** Something that a person asks for with a POST, marked so that its effects can be told from all others. */
export interface Deed {
  readonly name: string
  /** What must be there before it, and the path that it goes to. */
  path(mark: string): Promise<string> | string
  body(mark: string): Record<string, unknown>
  /** What is asked for when somebody uses the same key for something else; undefined where nothing else can be asked. */
  readonly otherwise?: ((mark: string) => Record<string, unknown>) | undefined
  /** A select of the mark of every effect that the database holds. */
  readonly effects: string
  /** How many effects it has when it is done once. */
  readonly rows: number
  /** Its items have keys of their own: several of the same requests may each do a part. */
  readonly inParts: boolean
}

/** Writes of every part of the program. */
export async function deedsOf(company: Company): Promise<Deed[]> {
  const { owner } = company
  const cast = castOf(company)
  const [goods, table, steel] = [
    await cast.product('PRODUCT', 'Стеллаж', { code: 'DEED-1' }),
    await cast.product('MANUFACTURED', 'Стол', { code: 'DEED-2' }),
    await cast.product('MATERIAL', 'Труба', { code: 'DEED-3' }),
  ]
  await cast.bom(table.id, [{ componentId: steel.id, quantityPerUnit: 1 }])
  await cast.stock(goods.id, 1_000_000)
  await cast.stock(steel.id, 1_000_000)
  const buyer = await cast.customer()
  const model = await cast.deal(buyer.id, [[goods.id, 1]])
  const warehouseId = await mainWarehouse(company)
  const supplierId = (await made('/operations/procurement/suppliers', { name: 'ТОО «Опт»' })).id
  const items = [{ productId: goods.id, quantity: 1 }]
  const address = { deliveryAddress: { street: 'Абая', city: 'Алматы' } }
  const order = async (notes: string, customerId = buyer.id): Promise<{ id: string }> =>
    made('/orders', { customerId, items, notes, ...address })
  const paid = await order('оплачивается')
  async function made(path: string, body: unknown) {
    return ok(await owner.post(path, body)).data
  }
  const pickingOf = async (orderId: string): Promise<string> =>
    ok(await owner.get(`/operations/warehouse/picking-orders?orderId=${orderId}`)).data[0].id
  const picked = async (mark: string) => {
    const one = await order(mark)
    await cast.pick(one.id)
    return one
  }
  // Of a buyer of its own: others' orders would take the money that has become free.
  const paidAndCancelled = async (mark: string) => {
    const one = await order(mark, (await cast.customer()).id)
    await made(`/orders/${one.id}/payments`, { method: 'CASH', amount: 100 })
    await made(`/orders/${one.id}/cancel`, { reason: 'Клиент передумал' })
    return one
  }
  const deal = (title: string) => ({ title, customerId: buyer.id, products: items })
  const production = (notes: string) => ({ productId: table.id, quantity: 1, notes })

  return [
    creates('/products', (name) => ({ name, productType: 'SERVICE', price: 1 }), 'select name as mark from products'),
    creates('/products/categories', (name) => ({ name }), 'select name as mark from product_categories'),
    creates('/units', (code) => ({ code, name: code, kind: 'LENGTH' }), 'select code as mark from units_of_measure'),
    creates(
      '/customers',
      (name) => ({ name, type: 'COMPANY', email: `${name}@example.kz`, ignoreDuplicates: true }),
      'select name as mark from customers',
    ),
    creates(`/customers/${buyer.id}/notes`, (content) => ({ content }), 'select content as mark from customer_notes'),
    creates(
      `/customers/${buyer.id}/contacts`,
      (firstName) => ({ firstName, lastName: 'Оспанов', phone: '+77012345678' }),
      'select first_name as mark from customer_contacts',
    ),
    creates(
      `/customers/${buyer.id}/addresses`,
      (street) => ({ type: 'SHIPPING', street, city: 'Алматы' }),
      'select street as mark from customer_addresses',
    ),
    creates('/deals', deal, 'select title as mark from deals'),
    creates(`/deals/${model.id}/clone`, (title) => ({ title }), 'select title as mark from deals'),
    creates(
      `/deals/${model.id}/activities`,
      (subject) => ({ type: 'CALL', subject }),
      'select subject as mark from deal_activities',
    ),
    {
      ...creates(
        '/deals/bulk',
        (mark) => ({ deals: [deal(mark), deal(mark), deal(mark)] }),
        'select title as mark from deals',
      ),
      rows: 3,
      inParts: true,
    },
    {
      name: 'POST /deals/:id/win',
      path: async (mark) => `/deals/${(await made('/deals', deal(mark))).id}/win`,
      body: () => ({}),
      otherwise: () => ({ notes: 'иначе' }),
      effects:
        'select d.title as mark from orders o join deals d on d.id = o.deal_id join invoices i on i.order_id = o.id',
      rows: 1,
      inParts: false,
    },
    creates(
      '/orders',
      (notes) => ({ customerId: buyer.id, items, notes, ...address }),
      'select o.notes as mark from orders o join invoices i on i.order_id = o.id join picking_orders p on p.order_id = o.id',
    ),
    ofOrder(
      'cancel',
      (mark) => order(mark),
      (reason) => ({ reason }),
      cancelled,
    ),
    ofOrder(
      'hold',
      (mark) => order(mark),
      (mark) => ({ reason: 'MANUAL', details: { mark } }),
      heldOrders,
    ),
    ofOrder(
      'ship',
      picked,
      (trackingNumber) => ({ trackingNumber }),
      'select o.notes as mark from shipments s join orders o on o.id = s.order_id',
    ),
    ofOrder(
      'refund',
      paidAndCancelled,
      (reason) => ({ amount: 40, reason }),
      'select o.notes as mark from refunds r join orders o on o.id = r.order_id',
    ),
    creates(
      `/orders/${paid.id}/payments`,
      (reference) => ({ method: 'CASH', amount: 1, acceptAdvance: true, reference }),
      'select reference_number as mark from payments',
    ),
    creates(
      '/finance/payments',
      (referenceNumber) => ({ method: 'TRANSFER', amount: 1, orderId: paid.id, acceptAdvance: true, referenceNumber }),
      'select reference_number as mark from payments',
    ),
    creates(
      '/operations/warehouse/inventory/adjust',
      (notes) => ({ warehouseId, productId: goods.id, adjustment: 1, reason: 'FOUND', notes, unitCost: 1 }),
      'select notes as mark from stock_movements',
    ),
    creates(
      '/operations/warehouse/goods-receipts',
      (supplierDocument) => ({
        warehouseId,
        supplierId,
        supplierDocument,
        confirm: true,
        lines: [{ productId: goods.id, quantity: 1, unitCost: 1 }],
      }),
      `select r.supplier_document as mark from goods_receipts r join stock_movements m on m.reference_type = 'GOODS_RECEIPT' and m.reference_id = r.id`,
    ),
    creates(
      '/operations/warehouse/warehouses',
      (name) => ({ name, code: name }),
      'select name as mark from warehouses',
    ),
    {
      name: 'POST /operations/warehouse/picking-orders/:id/complete',
      path: async (mark) => `/operations/warehouse/picking-orders/${await pickingOf((await order(mark)).id)}/complete`,
      body: () => ({}),
      effects: `select o.notes as mark from outbox_events e join orders o on o.id = (e.payload->>'orderId')::uuid where e.name = 'picking.completed'`,
      rows: 1,
      inParts: false,
    },
    creates('/operations/procurement/suppliers', (name) => ({ name }), 'select name as mark from suppliers'),
    {
      ...creates(
        '/operations/procurement/requisitions',
        () => ({ requiredBy: '2027-01-01', lines: [{ productId: goods.id, quantity: 1 }] }),
        // It bears no words of the asker; the audit knows whose request made it.
        `select split_part(request_id, '.', 1) as mark from audit_logs where entity_type = 'purchase_requisitions' and action = 'CREATE'`,
      ),
      otherwise: () => ({ requiredBy: '2027-01-02', lines: [{ productId: goods.id, quantity: 1 }] }),
    },
    creates(
      '/operations/production/boms',
      (name) => ({
        productId: table.id,
        name,
        version: name,
        components: [{ componentId: steel.id, quantityPerUnit: 1 }],
      }),
      'select name as mark from bills_of_materials',
    ),
    creates('/operations/production/production-orders', production, 'select notes as mark from production_orders'),
    {
      name: 'POST /operations/production/production-orders/:id/start',
      path: async (mark) => {
        const { id } = await made('/operations/production/production-orders', production(mark))
        return `/operations/production/production-orders/${id}/start`
      },
      body: () => ({}),
      effects: `select p.notes as mark from outbox_events e join production_orders p on p.id = e.aggregate_id where e.name = 'production.order.started'`,
      rows: 1,
      inParts: false,
    },
    creates('/tasks', (title) => ({ title }), 'select title as mark from tasks'),
    creates(
      '/members',
      (name) => ({ email: `${name}@example.kz`, firstName: name, lastName: 'Новый', roleCode: 'SALES_REP' }),
      `select u.first_name as mark from workspace_members m join users u on u.id = m.user_id`,
    ),
  ]
}

const cancelled = `select o.notes as mark from order_status_history h join orders o on o.id = h.order_id where h.to_status = 'CANCELLED'`
const heldOrders = 'select o.notes as mark from order_holds h join orders o on o.id = h.order_id'

/** Makes a row that bears the mark; under the same key another mark is something else. */
function creates(path: string, body: (mark: string) => Record<string, unknown>, effects: string): Deed {
  const name = `POST ${path.replace(/[0-9a-f-]{36}/, ':id')}`
  return { name, path: () => path, body, otherwise: (mark) => body(`${mark}x`), effects, rows: 1, inParts: false }
}

/** Is done to an order of its own, whose notes bear the mark. */
function ofOrder(
  verb: string,
  staged: (mark: string) => Promise<{ id: string }>,
  body: (mark: string) => Record<string, unknown>,
  effects: string,
): Deed {
  const path = async (mark: string) => `/orders/${(await staged(mark)).id}/${verb}`
  return { ...creates('', body, effects), name: `POST /orders/:id/${verb}`, path }
}
