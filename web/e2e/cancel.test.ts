import { beforeAll, expect, test } from 'vitest'
import { cancelling } from '../../server/scenarios/support/cancelling.js'
import { ok } from '../../server/scenarios/support/cast.js'
import { inBrowser } from './in-browser.js'
import { comeIn, mustBeAccessible, shot } from './visitor.js'

inBrowser('an order is cancelled', { timeout: 90_000 }, (scene) => {
  let act: ReturnType<typeof cancelling>

  beforeAll(() => void (act = cancelling(scene.company)))

  test('after its goods were picked, by a plan that is shown first and shown again when it no longer holds', async () => {
    const shelf = await act.product('PRODUCT', 'Полка архивная')
    const chair = await act.product('PRODUCT', 'Кресло')
    await act.stock(shelf.id, 10)
    const { orderId } = await act.sell([
      [shelf.id, 6],
      [chair.id, 2],
    ])
    await act.pick(orderId)
    await scene.company.settle()
    const { orderNumber, totalAmount } = await act.orderOf(orderId)

    const { page, complaints, leave } = await comeIn(scene, { bypassCSP: true, reducedMotion: 'reduce' })
    await page.goto(`/orders/${orderId}`)
    await page.getByRole('heading', { name: `Заказ ${orderNumber}` }).waitFor()
    await page.getByRole('button', { name: 'Ещё действия' }).click()
    await page.getByRole('menuitem', { name: 'Отменить…' }).click()
    const dialog = page.getByRole('dialog', { name: `Отмена заказа ${orderNumber}` })
    await dialog.getByText('Товар уже собран: складу придётся вернуть его на место.').waitFor()
    const undone = dialog.getByRole('region', { name: 'Будет отменено' })
    for (const what of [
      /Отбор PK-.+отменяется/,
      /Резерв Полка архивная/,
      /Заявка на закупку/,
      /Счёт INV-.+кредит-нотой/,
    ])
      await undone.getByRole('listitem').filter({ hasText: what }).first().waitFor()
    await mustBeAccessible(page)
    await shot(page, 'cancel')
    const verb = dialog.getByRole('button', { name: `Отменить заказ ${orderNumber}` })
    expect(await verb.isDisabled()).toBe(true)
    await dialog.getByLabel('Причина отмены').fill('Клиент передумал')

    // Meanwhile money comes in: what was looked at is not what would be done.
    ok(await scene.company.owner.post(`/orders/${orderId}/payments`, { amount: totalAmount, method: 'TRANSFER' }))
    await verb.click()
    await dialog
      .getByRole('alert')
      .getByText(/документы изменились/)
      .waitFor()
    const choice = dialog.getByRole('radiogroup', { name: 'Клиент уже платил' })
    await choice.waitFor()
    await shot(page, 'cancel-changed')
    await choice.getByRole('radio', { name: 'Вернуть деньги' }).check()
    await undone.getByText('возвращается клиенту').waitFor()
    await verb.click()

    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('banner').or(page.getByRole('article')).getByText('Отменён', { exact: true }).first().waitFor()
    await page
      .getByRole('region', { name: 'Документы' })
      .getByRole('link', { name: /Отменено/ })
      .first()
      .waitFor()
    expect((await act.orderOf(orderId)).status).toBe('CANCELLED')
    expect(complaints.filter((line) => !line.includes('409'))).toEqual([])
    await shot(page, 'cancelled')
    await leave()
    await act.sound()
  })

  test('by one of its lines: the rest stays', async () => {
    const shelf = await act.product('PRODUCT', 'Стеллаж')
    const lamp = await act.product('PRODUCT', 'Лампа')
    await act.stock(shelf.id, 10)
    await act.stock(lamp.id, 10)
    const { orderId } = await act.sell([
      [shelf.id, 4],
      [lamp.id, 2],
    ])
    await scene.company.settle()
    const { page, leave } = await comeIn(scene)
    await page.goto(`/orders/${orderId}`)
    await page.getByRole('button', { name: 'Ещё действия' }).click()
    await page.getByRole('menuitem', { name: 'Отменить…' }).click()
    const dialog = page.getByRole('dialog', { name: /^Отмена заказа/ })
    await dialog.getByText('Часть позиций').click()
    await dialog.getByRole('checkbox', { name: /Стеллаж/ }).check()
    await dialog.getByLabel('Отменить: Стеллаж').fill('3')
    await dialog.getByRole('listitem').filter({ hasText: 'Резерв Стеллаж' }).waitFor()
    await dialog.getByLabel('Причина отмены').fill('Взяли меньше')
    await dialog.getByRole('button', { name: 'Отменить 1 позицию' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText('отменено 3').waitFor()
    expect((await act.itemOf(orderId, shelf.id)).quantityCancelled).toBe(3)
    await leave()
  })
})
