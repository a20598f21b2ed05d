import { castOf, mainWarehouse, ok } from './cast.js'
import type { Company } from './company.js'

/** Gives the company something of everything: its range, a supplier, customers, an open deal and a won one with all that follows. */
export async function fillCompany(company: Company): Promise<void> {
  const { owner } = company
  const cast = castOf(company)
  const shelf = await cast.product('PRODUCT', 'Стеллаж')
  const table = await cast.product('MANUFACTURED', 'Стол сварной')
  const steel = await cast.product('MATERIAL', 'Труба профильная')
  const chair = await cast.product('PRODUCT', 'Кресло')
  const fitting = await cast.product('SERVICE', 'Монтаж')
  await cast.bom(table.id, [{ componentId: steel.id, quantityPerUnit: 3 }])
  await cast.stock(shelf.id, 100)
  await cast.stock(table.id, 4)
  ok(await owner.post('/products/categories', { name: 'Мебель' }))
  const supplier = ok(await owner.post('/operations/procurement/suppliers', { name: 'ТОО «Поставщик»' })).data
  ok(
    await owner.post('/operations/warehouse/goods-receipts', {
      warehouseId: await mainWarehouse(company),
      supplierId: supplier.id,
      lines: [{ productId: chair.id, quantity: 1, unitCost: 900 }],
    }),
  )
  const buyer = await cast.customer()
  ok(
    await owner.post(`/customers/${buyer.id}/contacts`, {
      firstName: 'Ержан',
      lastName: 'Оспанов',
      phone: '+77012345678',
    }),
  )
  ok(await owner.post(`/customers/${buyer.id}/notes`, { content: 'Важный клиент' }))
  const open = await cast.deal(buyer.id, [[shelf.id, 1]])
  ok(await owner.post(`/deals/${open.id}/activities`, { type: 'CALL', subject: 'Позвонить' }))
  const won = await cast.deal(buyer.id, [
    [shelf.id, 10],
    [table.id, 10],
    [chair.id, 5],
    [fitting.id, 1],
  ])
  const { order, pickingOrderIds } = ok(await owner.post(`/deals/${won.id}/win`, {})).data
  ok(await owner.post('/finance/payments', { method: 'TRANSFER', amount: 1000, orderId: order.id }))
  ok(await owner.post(`/operations/warehouse/picking-orders/${pickingOrderIds[0]}/start`, {}))
  ok(await owner.post(`/operations/warehouse/picking-orders/${pickingOrderIds[0]}/complete`, {}))
  ok(await owner.post(`/orders/${order.id}/ship`, {}))
  const asked = { customerId: buyer.id, items: [{ productId: shelf.id, quantity: 1 }], requiresApproval: true }
  ok(await owner.post('/orders', asked))
  const regretted = await cast.deal(buyer.id, [[shelf.id, 1]])
  const { id: regrettedId } = ok(await owner.post(`/deals/${regretted.id}/win`, {})).data.order
  ok(await owner.post(`/orders/${regrettedId}/payments`, { method: 'CASH', amount: 500 }))
  ok(await owner.post(`/orders/${regrettedId}/cancel`, { reason: 'Клиент передумал' }))
  ok(await owner.post(`/orders/${regrettedId}/refund`, { amount: 100, reason: 'Часть аванса' }))
  ok(await owner.post('/operations/integrity-checks', {}))
  await company.settle()
}
