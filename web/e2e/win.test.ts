import { beforeAll, expect, test } from 'vitest'
import { castOf } from '../../server/scenarios/support/cast.js'
import { inBrowser } from './in-browser.js'
import { comeIn, mustBeAccessible, shot, tenge } from './visitor.js'

inBrowser('a deal is won', { timeout: 90_000 }, (scene) => {
  let cast: ReturnType<typeof castOf>

  beforeAll(() => void (cast = castOf(scene.company)))

  test('with the mouse: it is seen before what follows, and then the documents are there', async () => {
    const shelf = await cast.product('PRODUCT', 'Стеллаж архивный')
    const table = await cast.product('MANUFACTURED', 'Стол сварной', { price: 1_204_567.25 })
    const chair = await cast.product('PRODUCT', 'Кресло')
    const tube = await cast.product('MATERIAL', 'Труба профильная')
    await cast.bom(table.id, [{ componentId: tube.id, quantityPerUnit: 3 }])
    await cast.stock(shelf.id, 10)
    const buyer = await cast.customer()
    const lines: Array<[string, number]> = [
      [shelf.id, 3],
      [table.id, 1],
      [chair.id, 5],
    ]
    const deal = await cast.deal(buyer.id, lines, { title: 'Мебель для архива' })
    const { page, complaints, asked, leave } = await comeIn(scene, { bypassCSP: true })
    await page
      .getByRole('region', { name: 'Лид' })
      .getByRole('button', { name: /Мебель для архива/ })
      .click()
    await page.getByRole('heading', { level: 1, name: 'Мебель для архива' }).waitFor()
    await page.getByRole('region', { name: 'Деньги' }).getByText(tenge(deal.value)).waitFor()
    await mustBeAccessible(page)

    await page.getByRole('button', { name: 'Выиграть' }).click()
    const dialog = page.getByRole('dialog', { name: 'Выиграть: Мебель для архива' })
    const source = (name: string) => dialog.getByRole('region', { name }).getByRole('listitem').allInnerTexts()
    await dialog.getByRole('region', { name: 'Есть на складе' }).waitFor()
    expect((await source('Есть на складе')).join()).toMatch(/Стеллаж архивный\s+3\sшт/)
    expect((await source('Будет произведено')).join()).toMatch(/Стол сварной\s+к \d\d\.\d\d\.\d{4}\s+1\sшт/)
    expect((await source('Будет закуплено')).join()).toMatch(/Кресло\s+к \d\d\.\d\d\.\d{4}\s+5\sшт/)
    expect(await dialog.textContent()).toContain('Обещанный срок')
    await mustBeAccessible(page)
    await shot(page, 'win-dialog')

    asked()
    await dialog.getByRole('button', { name: 'Выиграть сделку' }).click()
    const joy = page.getByRole('complementary', { name: 'Выигранная сделка' })
    await joy.getByText('Сделка выиграна: Мебель для архива').waitFor()
    await shot(page, 'won')
    const papers = page.getByRole('region', { name: 'Документы' })
    for (const number of [/SO-/, /INV-/, /PK-/, /MO-/, /PR-/, /DO-/])
      await papers.getByRole('link', { name: number }).or(papers.getByText(number)).first().waitFor()
    await page.getByRole('listitem').filter({ hasText: 'Выиграна' }).first().waitFor()
    await mustBeAccessible(page)

    await joy.getByRole('link', { name: /^Открыть заказ SO-\d{4}-\d{6}/ }).click()
    await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/)
    await page.getByRole('heading', { level: 1, name: /SO-\d{4}-\d{6}/ }).waitFor()
    expect(complaints).toEqual([])
    await leave()
  })

  test('with the keys alone, from the board; a step back says why', async () => {
    const service = await cast.product('SERVICE', 'Замер', { price: 240_000 })
    const deal = await cast.deal((await cast.customer()).id, [[service.id, 1]], { title: 'Замер цеха' })
    const { page, complaints, leave } = await comeIn(scene)
    const card = page.getByRole('button', { name: /Замер цеха/ })
    await card.focus()
    await page.keyboard.press('3')
    await page
      .getByRole('region', { name: 'Предложение' })
      .getByRole('button', { name: /Замер цеха/ })
      .waitFor()
    await expect.poll(async () => (await scene.company.owner.get(`/deals/${deal.id}`)).data.stage).toBe('PROPOSAL')

    await card.focus()
    await page.keyboard.press('1')
    const back = page.getByRole('dialog', { name: 'Шаг назад: Замер цеха' })
    await back.getByLabel('Причина').fill('Поторопились')
    await page.keyboard.press('Enter')
    await page
      .getByRole('region', { name: 'Лид' })
      .getByRole('button', { name: /Замер цеха/ })
      .waitFor()
    await expect
      .poll(async () =>
        (await scene.company.owner.get(`/deals/${deal.id}?include=stageHistory`)).data.stageHistory.at(-1),
      )
      .toMatchObject({ toStage: 'LEAD', reason: 'Поторопились' })

    await card.focus()
    await page.keyboard.press('6')
    const dialog = page.getByRole('dialog', { name: 'Выиграть: Замер цеха' })
    await dialog.getByText('Услуги и цифровые товары').waitFor()
    await page.keyboard.press('Enter')
    await page
      .getByRole('complementary', { name: 'Выигранная сделка' })
      .getByRole('link', { name: /^Открыть заказ SV-/ })
      .waitFor()
    await page.getByRole('button', { name: /^Развернуть столбец: ?Выиграна/ }).click()
    await page
      .getByRole('region', { name: 'Выиграна' })
      .getByRole('button', { name: /Замер цеха/ })
      .waitFor()
    expect(complaints).toEqual([])
    await leave()
  })

  test('by dragging it onto «Выиграна»; what is dragged elsewhere and refused goes back with the reason', async () => {
    const service = await cast.product('SERVICE', 'Монтаж')
    const buyer = await cast.customer()
    await cast.deal(buyer.id, [[service.id, 1]], { title: 'Монтаж полок' })
    const held = await cast.deal(buyer.id, [[service.id, 2]], { title: 'Монтаж балкона' })
    const { page, leave } = await comeIn(scene)
    const lane = (name: string) => page.getByRole('region', { name, exact: true })
    const card = (name: RegExp) => page.getByRole('button', { name })
    await card(/Монтаж полок/).dragTo(lane('Квалификация').getByRole('list'))
    await lane('Квалификация')
      .getByRole('button', { name: /Монтаж полок/ })
      .waitFor()
    await card(/Монтаж полок/).dragTo(lane('Выиграна'))
    await page
      .getByRole('dialog', { name: 'Выиграть: Монтаж полок' })
      .getByRole('button', { name: 'Выиграть сделку' })
      .click()
    await page.getByText('Сделка выиграна: Монтаж полок').waitFor()

    await scene.company.sql('update app.pipelines set strict_stages = true where workspace_id = $1', [
      scene.company.workspaceId,
    ])
    const refused = await scene.company.owner.patch(
      `/deals/${held.id}/move`,
      { stage: 'CLOSING' },
      { 'accept-language': 'ru' },
    )
    await card(/Монтаж балкона/).dragTo(lane('Закрытие'))
    await page.getByRole('alert').getByText(refused.error.message).waitFor()
    await lane('Лид')
      .getByRole('button', { name: /Монтаж балкона/ })
      .waitFor()
    await shot(page, 'went-back')
    await scene.company.sql('update app.pipelines set strict_stages = false where workspace_id = $1', [
      scene.company.workspaceId,
    ])
    await leave()
  })

  test('not: the dialog says why, in the server’s words, also on a phone', async () => {
    const buyer = await cast.customer()
    const service = await cast.product('SERVICE', 'Доставка')
    const deal = await cast.deal(buyer.id, [[service.id, 1]], { title: 'Без права' })
    await scene.company.owner.post(`/customers/${buyer.id}/block`, { reason: 'Стоп-лист' })
    const { page, leave } = await comeIn(scene, { viewport: { width: 390, height: 800 }, bypassCSP: true })
    const refused = await scene.company.owner.post(`/deals/${deal.id}/win`, {}, { 'accept-language': 'ru' })
    await page.getByRole('button', { name: /Без права/ }).click()
    await page.getByRole('button', { name: 'Выиграть' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('alert').getByText(refused.error.message).waitFor()
    expect(await dialog.getByRole('button', { name: 'Выиграть сделку' }).isDisabled()).toBe(true)
    await mustBeAccessible(page)
    await shot(page, 'refused-win')
    await leave()
  })

  test('a deal grows under the hands: a line is added, its quantity typed, its total is the server’s', async () => {
    await cast.product('PRODUCT', 'Парта ученическая', { price: 45_000 })
    const deal = await cast.deal((await cast.customer()).id, [], { title: 'Парты в класс', value: 1000 })
    const { page, complaints, leave } = await comeIn(scene)
    await page.goto(`/deals/${deal.id}`)
    await page.getByRole('textbox', { name: 'Добавить позицию' }).fill('Парта')
    await page.getByRole('option', { name: /Парта ученическая/ }).click()
    const quantity = page.getByRole('textbox', { name: 'Количество: Парта ученическая' })
    await quantity.fill('24')
    await page
      .getByRole('region', { name: 'Деньги' })
      .getByText(tenge(24 * 45_000))
      .waitFor()
    expect((await scene.company.owner.get(`/deals/${deal.id}`)).data.value).toBe(24 * 45_000)

    await page.getByLabel('Содержание').fill('Согласовать цвет')
    await page.getByRole('button', { name: 'Запланировать' }).click()
    await page.getByRole('button', { name: 'Сделано: Согласовать цвет' }).click()
    await page.getByRole('button', { name: 'Хорошо' }).click()
    await page.getByRole('region', { name: 'История' }).getByText('Согласовать цвет').waitFor()
    expect((await scene.company.owner.get(`/deals/${deal.id}/activities`)).data).toMatchObject([
      { subject: 'Согласовать цвет', status: 'COMPLETED', outcome: 'POSITIVE' },
    ])
    expect(complaints).toEqual([])
    await leave()
  })
})
