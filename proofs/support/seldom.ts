import { castOf, ok } from '../../server/scenarios/support/cast.js'
import type { Answer } from '../../server/scenarios/support/client.js'
import type { Company } from '../../server/scenarios/support/company.js'

type Loose = Answer['data']

/** Brings about, once, what chance hardly ever does: each needs something in a state of its own. */
export async function doWhatIsSeldom(company: Company): Promise<void> {
  const { owner } = company
  const made = async (path: string, body: object): Promise<Loose> => ok(await owner.post(path, body)).data
  const cast = castOf(company)
  const goods = await cast.product('PRODUCT', 'Полка', { code: 'SELDOM-1' })
  const work = await cast.product('SERVICE', 'Сборка', { code: 'SELDOM-2' })
  await cast.stock(goods.id, 1_000)
  const customerId = (await cast.customer()).id
  const order = (productId: string, more: object = {}): Promise<Loose> =>
    made('/orders', {
      customerId,
      items: [{ productId, quantity: 1 }],
      deliveryAddress: { street: 'Абая', city: 'Алматы' },
      ...more,
    })

  const draft = await order(goods.id, { asDraft: true })
  await owner.put(`/orders/${draft.id}`, { notes: 'Позвонить' })
  await owner.patch(`/orders/${draft.id}`, { notes: 'Позвонить утром' })
  await owner.post(`/orders/${draft.id}/items`, { productId: work.id, quantity: 1 })
  await owner.delete(`/orders/${draft.id}`)

  const asked = await order(goods.id, { requiresApproval: true })
  await owner.post(`/orders/${asked.id}/reject`, { reason: 'Невыгодно' })

  const served = await order(work.id)
  const [line] = ok(await owner.get(`/orders/${served.id}/items`)).data
  await owner.post(`/orders/${served.id}/items/${line.id}/complete`, {})
  await owner.post(`/orders/${served.id}/complete`, {})

  for (const end of ['complete', 'fail']) {
    const sent = await order(goods.id)
    await cast.pick(sent.id)
    await made(`/orders/${sent.id}/ship`, {})
    const trips = '/operations/logistics/delivery-orders'
    const trip = ok(await owner.get(trips)).data.find(({ orderNumber }: Loose) => orderNumber === sent.orderNumber)
    await owner.post(`${trips}/${trip.id}/start`, {})
    await owner.post(`${trips}/${trip.id}/${end}`, end === 'fail' ? { reason: 'NO_RECIPIENT' } : {})
    await owner.post(`/orders/${sent.id}/payments`, { method: 'CASH', amount: sent.totalAmount })
    await owner.post(`/orders/${sent.id}/complete`, {})
  }
  await owner.patch(`/orders/${(await order(goods.id)).id}/status`, { status: 'CANCELLED', reason: 'Ошибка' })

  const person = { email: 'seldom@example.kz', firstName: 'Данияр', lastName: 'Ким', roleCode: 'SALES_REP' }
  const { id: memberId } = await made('/members', person)
  await owner.put(`/members/${memberId}`, { roleCode: 'SALES_MANAGER' })
  await owner.patch(`/members/${memberId}`, { roleCode: 'SALES_REP' })
  await owner.delete(`/members/${memberId}`)

  await owner.put('/settings/orders.autoConfirm', { value: true })
}
