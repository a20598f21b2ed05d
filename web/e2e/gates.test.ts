import { beforeAll, expect, test } from 'vitest'
import { castOf } from '../../server/scenarios/support/cast.js'
import type { Client } from '../../server/scenarios/support/client.js'
import { inBrowser } from './in-browser.js'
import { comeIn, mustBeAccessible, shot } from './visitor.js'

inBrowser('an order over the limit', { timeout: 90_000 }, (scene) => {
  let rep: Client
  let manager: Client

  beforeAll(async () => {
    rep = await scene.company.as('SALES_REP')
    manager = await scene.company.as('SALES_MANAGER')
  }, 120_000)

  test('is written by hand, held with its reason, approved by somebody else, and goes on before the eyes of whoever wrote it', async () => {
    const cast = castOf(scene.company)
    const goods = await cast.product('PRODUCT', 'Шкаф архивный', { price: 100_000 })
    await cast.stock(goods.id, 50)
    const [me] = await scene.company.sql<{ id: string }>('select id from employees where user_id = $1', [rep.userId])
    await cast.customer({
      name: 'ТОО «Предел»',
      creditLimit: 250_000,
      creditPolicy: 'HOLD',
      paymentTerms: 'NET_30',
      assignedTo: me!.id,
    })
    const seller = await comeIn(scene, { as: rep, bypassCSP: true, reducedMotion: 'reduce' })
    const { page } = seller
    await page.getByRole('link', { name: 'Заказы' }).click()
    await page.getByRole('link', { name: /^Заказ( N)?$/ }).click()
    await page.getByRole('textbox', { name: 'Клиент' }).fill('Предел')
    await page.getByRole('option', { name: /Предел/ }).click()
    await page.getByRole('textbox', { name: 'Добавить позицию' }).fill('Шкаф')
    await page.getByRole('option', { name: /Шкаф архивный/ }).click()
    await page.getByLabel('Количество: Шкаф архивный').fill('3')
    const money = page.getByRole('region', { name: 'Деньги' })
    await money.getByText(/Превышен кредитный лимит/).waitFor()
    await mustBeAccessible(page)
    await shot(page, 'new-order')
    await page.getByRole('button', { name: 'Создать заказ' }).click()

    await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/)
    await page.getByText(/Превышен кредитный лимит.+это больше на 50.000/).waitFor()
    await page.getByText(/Руководитель продаж/).waitFor()
    expect(await page.getByRole('button', { name: 'Согласовать' }).count()).toBe(0)
    await page.getByRole('heading', { name: /^Заказ SO-/ }).waitFor()
    await mustBeAccessible(page)
    await shot(page, 'held-order')

    const boss = await comeIn(scene, { as: manager, bypassCSP: true, reducedMotion: 'reduce' })
    await boss.page.getByRole('link', { name: 'Согласования' }).click()
    const question = boss.page.getByRole('article', { name: /сверх кредитного лимита/ })
    await question.waitFor()
    await mustBeAccessible(boss.page)
    await shot(boss.page, 'approvals')
    await question.getByRole('button', { name: 'Отклонить' }).click()
    await question.getByText('Напишите, почему нет').waitFor()
    await question.getByRole('textbox', { name: /^Комментарий/ }).fill('Клиент надёжный')
    await question.getByRole('button', { name: 'Согласовать' }).click()
    await boss.page.getByText(/Вашего решения ничто не ждёт/).waitFor()

    // Nobody has touched the seller's page.
    await page.getByText(/Превышен кредитный лимит/).waitFor({ state: 'hidden' })
    const papers = page.getByRole('region', { name: 'Документы' })
    await papers.getByRole('link', { name: /^PK-/ }).waitFor()
    await papers.getByRole('link', { name: /^INV-/ }).waitFor()
    await page.getByRole('listitem', { name: '' }).filter({ hasText: 'резерв' }).first().waitFor()
    await shot(page, 'released-order')
    expect([...seller.complaints, ...boss.complaints]).toEqual([])
    await boss.leave()
    await seller.leave()
  })
})
