import { beforeAll, expect, test } from 'vitest'
import { castOf, ok } from '../../server/scenarios/support/cast.js'
import { plantFault, untilParked } from '../../server/scenarios/support/fault.js'
import { inBrowser } from './in-browser.js'
import { comeIn, mustBeAccessible, shot } from './visitor.js'

inBrowser('a step that stopped', { timeout: 90_000 }, (scene) => {
  let cast: ReturnType<typeof castOf>

  beforeAll(() => void (cast = castOf(scene.company)))

  test('is seen on the order and among the processes, mended, tried again, and the order goes on', async () => {
    const table = await cast.product('MANUFACTURED', 'Стол сварной')
    const steel = await cast.product('MATERIAL', 'Лист стальной')
    await cast.bom(table.id, [{ componentId: steel.id, quantityPerUnit: 2 }])
    await cast.stock(steel.id, 100)
    const deal = await cast.deal((await cast.customer()).id, [[table.id, 5]])
    const won = ok(await scene.company.owner.post(`/deals/${deal.id}/win`, {})).data
    await scene.company.settle()
    const mend = await plantFault(scene.company, 'stock_reservations', `new.product_id = '${table.id}'`)
    ok(
      await scene.company.owner.post(
        `/operations/production/production-orders/${won.productionOrderIds[0]}/complete`,
        {},
      ),
    )
    await untilParked(scene.company)

    const { page, complaints, leave } = await comeIn(scene, { bypassCSP: true, reducedMotion: 'reduce' })
    await page.goto(`/orders/${won.order.id}`)
    await page.getByText(/^Ошибка при исполнении/).waitFor()
    const story = page.getByRole('region', { name: 'Что произошло и почему' }).first()
    await story.getByRole('button', { name: 'Показать ошибку' }).first().click()
    await story
      .getByText(/planted fault/)
      .first()
      .waitFor()
    await mustBeAccessible(page)
    await shot(page, 'parked-order')
    await page.getByRole('link', { name: 'Разобрать остановку' }).click()

    await page.getByRole('heading', { name: 'Процессы' }).waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: /^Остановлен/ })
      .waitFor()
    const steps = page.getByRole('region', { name: 'Шаги процессов' })
    await steps.getByText('Исполнение заказа').first().click()
    const peek = page.getByRole('complementary').filter({ hasText: 'Исполнение заказа' })
    await peek.getByText('planted fault', { exact: true }).waitFor()
    await mustBeAccessible(page)
    await shot(page, 'operations')

    // Tried before it is mended it stops again, and the page knows.
    await peek.getByRole('button', { name: 'Повторить' }).click()
    await peek.getByText('В очереди').waitFor()
    await untilParked(scene.company)
    await peek.getByText('Остановлено').waitFor()

    await mend()
    await page.goto('/operations?state=DEAD')
    await page.getByRole('checkbox', { name: 'Выбрать загруженные строки' }).check()
    await page.getByRole('toolbar').getByRole('button', { name: 'Повторить' }).click()
    await page.getByText(/^Выполнено: \d+, не удалось: 0$/).waitFor()
    await scene.company.settle()
    await page.getByText('Все процессы идут.').waitFor()

    await page.goto(`/orders/${won.order.id}`)
    await page.getByRole('region', { name: 'Документы' }).getByRole('link', { name: /^PK-/ }).waitFor()
    expect(await page.getByText(/^Ошибка при исполнении/).count()).toBe(0)
    await page.goto('/tasks')
    await page.getByRole('heading', { name: 'Задачи' }).waitFor()
    await mustBeAccessible(page)
    await shot(page, 'tasks')
    expect(complaints).toEqual([])
    await leave()
  })

  test('is given up with a reason, which its story tells', async () => {
    const chair = await cast.product('PRODUCT', 'Табурет')
    const mend = await plantFault(scene.company, 'notifications', `new.code = 'DEAL_WON'`)
    const deal = await cast.deal((await cast.customer()).id, [[chair.id, 1]])
    ok(await scene.company.owner.post(`/deals/${deal.id}/win`, {}))
    await untilParked(scene.company)
    const { page, leave } = await comeIn(scene)
    await page.goto('/operations?state=DEAD')
    await page.getByRole('checkbox', { name: 'Выбрать загруженные строки' }).check()
    await page.getByRole('toolbar').getByRole('button', { name: 'Пропустить' }).click()
    const dialog = page.getByRole('dialog', { name: /^Пропустить/ })
    expect(await dialog.getByRole('button', { name: /^Пропустить/ }).isDisabled()).toBe(true)
    await dialog.getByLabel('Причина').fill('Все уже знают')
    await dialog.getByRole('button', { name: /^Пропустить/ }).click()
    await page.getByText('Все процессы идут.').waitFor()
    await page.goto('/operations?state=DISCARDED')
    await page.getByRole('region', { name: 'Шаги процессов' }).getByText('Пропущено').first().waitFor()
    await mend()
    await leave()
  })
})
