import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { someBin } from '../../server/scenarios/support/bin.js'
import { castOf, ok } from '../../server/scenarios/support/cast.js'
import { inBrowser } from './in-browser.js'
import { comeIn, mustBeAccessible, shot, type Visitor } from './visitor.js'

inBrowser('customers, products and settings', { timeout: 120_000 }, (scene) => {
  let visitor: Visitor
  let page: Page

  beforeAll(async () => {
    visitor = await comeIn(scene, { bypassCSP: true })
    page = visitor.page
  }, 180_000)

  const go = (name: string) =>
    page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name, exact: true }).click()
  const dialog = () => page.getByRole('dialog')
  const field = (name: string) => dialog().getByRole('textbox', { name, exact: true })
  async function choose(name: string, option: string | RegExp): Promise<void> {
    await dialog().getByRole('combobox', { name, exact: true }).or(field(name)).first().click()
    await page.getByRole('option', { name: option }).click()
  }
  /** The list is found by words; what is found is opened. */
  async function find(words: string, name: string): Promise<void> {
    await page.getByRole('searchbox', { name: 'Найти в списке' }).fill(words)
    await page
      .getByRole('status')
      .filter({ hasText: /^1 запись/ })
      .waitFor()
    await page.getByRole('row').filter({ hasText: name }).getByText(name).click()
  }

  test('a company is written down with a wrong BIN, then with the right one', async () => {
    await go('Клиенты')
    await page.getByText('Здесь будут ваши клиенты').waitFor()
    await shot(page, 'customers-empty')
    await mustBeAccessible(page)
    await page.getByRole('button', { name: 'Клиент N' }).click()
    await field('Название компании').fill('ТОО «Жибек Жолы Логистик»')
    await field('БИН').fill('19044000012')
    await field('Телефон').click()
    await dialog().getByRole('alert').filter({ hasText: 'Нужно 12 цифр, пока 11' }).waitFor()
    const bin = someBin()
    const wrong = bin.slice(0, 11) + String((Number(bin[11]) + 1) % 10)
    await field('БИН').fill(wrong)
    await dialog().getByRole('alert').filter({ hasText: 'Контрольная цифра не сходится' }).waitFor()
    await shot(page, 'customer-form')
    await mustBeAccessible(page)
    await field('БИН').fill(bin)
    await dialog().getByRole('status').filter({ hasText: 'Номер верный' }).waitFor()
    await field('Телефон').pressSequentially('87012345678')
    expect(await field('Телефон').inputValue()).toBe('+7 701 234 56 78')
    await choose('Форма', 'ТОО')
    await dialog().getByRole('button', { name: 'Завести клиента' }).click()
    await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/)
    await page.getByRole('heading', { level: 1, name: 'ТОО «Жибек Жолы Логистик»' }).waitFor()
    await page.getByText(bin).first().waitFor()

    await page.getByRole('button', { name: 'Добавить контакт' }).click()
    await field('Фамилия').fill('Омарова')
    await field('Имя').fill('Айгерим')
    await field('Телефон').pressSequentially('7077654321')
    await dialog().getByRole('checkbox', { name: 'Основной контакт' }).check()
    await dialog().getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('Омарова Айгерим').waitFor()
    await page.getByRole('button', { name: 'Добавить адрес' }).click()
    await field('Город').fill('Алматы')
    await field('Улица').fill('проспект Абая')
    await dialog().getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('Алматы, проспект Абая').waitFor()
    await page.getByRole('button', { name: 'Изменить лимит' }).click()
    await field('Кредитный лимит').fill('1500000')
    await field('Причина').fill('Постоянный покупатель')
    await dialog().getByRole('button', { name: 'Изменить лимит' }).click()
    const credit = page.getByRole('region', { name: 'Долг и кредит' })
    await credit.getByText('Можно ещё отгрузить в долг').waitFor()
    await page.getByRole('textbox', { name: 'Написать заметку' }).fill('Просили звонить после обеда')
    await page.getByRole('button', { name: 'Записать' }).click()
    await page.getByRole('listitem').filter({ hasText: 'Просили звонить после обеда' }).waitFor()
    await shot(page, 'customer')
    await mustBeAccessible(page)
  })

  test('a customer goes to the stop list and comes off it; a lead becomes a customer', async () => {
    await page.getByRole('button', { name: 'Ещё действия' }).click()
    await page.getByRole('menuitem', { name: 'Внести в стоп-лист' }).click()
    await field('Причина').fill('Не платит')
    await dialog().getByRole('button', { name: 'Внести в стоп-лист' }).click()
    await page.getByText('В стоп-листе: Не платит').waitFor()
    await page.getByRole('button', { name: 'Убрать из стоп-листа' }).click()
    await page.getByText('В стоп-листе: Не платит').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Сделать клиентом' }).click()
    await dialog().getByRole('button', { name: 'Сделать клиентом' }).click()
    await dialog().waitFor({ state: 'hidden' })
    await page.getByText('Действующий').first().waitFor()
    await page.getByRole('button', { name: 'Сделать клиентом' }).waitFor({ state: 'hidden' })
  })

  test('somebody who is here already is told while the form is filled in', async () => {
    await go('Клиенты')
    await page.getByRole('button', { name: 'Клиент N' }).click()
    await field('Название компании').fill('Другая компания')
    await field('Телефон').pressSequentially('87012345678')
    await dialog().getByRole('status').filter({ hasText: 'тот же телефон' }).waitFor()
    await dialog().getByRole('button', { name: 'Не надо' }).click()
    await find('жибек', 'Жибек Жолы Логистик')
    await page.waitForURL(/\/customers\/[0-9a-f-]{36}/)
  })

  test('a thing is made of a material, and its stock is put right', async () => {
    await ok(
      await scene.company.owner.post('/products', {
        name: 'Труба профильная 40×20',
        productType: 'MATERIAL',
        unit: 'м',
        price: 900,
        purchasePrice: 600,
        weight: 1.2,
      }),
    )
    await go('Товары')
    await page.getByRole('row').filter({ hasText: 'Труба профильная' }).waitFor()
    await page.getByRole('button', { name: 'Товар N' }).click()
    await field('Название').fill('Стол слесарный')
    await choose('Вид', 'Изделие')
    await field('Материалы на единицу').fill('25000')
    await field('Работа на единицу').fill('15000')
    await field('Наценка').fill('40')
    await dialog()
      .getByRole('status')
      .filter({ hasText: /48.000,00/ })
      .filter({ hasText: /Цена по затратам/ })
      .waitFor()
    await shot(page, 'product-form')
    await mustBeAccessible(page)
    await dialog().getByRole('button', { name: 'Завести товар' }).click()
    await page.waitForURL(/\/products\/[0-9a-f-]{36}$/)
    await page.getByRole('heading', { level: 1, name: 'Стол слесарный' }).waitFor()

    await page.getByRole('button', { name: 'Создать спецификацию' }).click()
    await field('Добавить компонент').fill('труба')
    await page.getByRole('option', { name: /Труба профильная/ }).click()
    await field('Количество: Труба профильная 40×20').fill('3,5')
    await dialog().getByRole('button', { name: 'Сохранить спецификацию' }).click()
    const bom = page.getByRole('region', { name: 'Спецификация', exact: true })
    await bom.getByRole('row').filter({ hasText: 'Труба профильная' }).filter({ hasText: '3,5' }).waitFor()
    await bom.getByText('Действует').waitFor()

    await page.getByRole('button', { name: 'Исправить остаток' }).click()
    await field('Количество').fill('12')
    await choose('Причина', 'Начальный остаток')
    await field('Себестоимость единицы').fill('48000')
    await mustBeAccessible(page)
    await dialog().getByRole('button', { name: 'Прибавить к остатку' }).click()
    const stock = page.getByRole('region', { name: 'Остатки', exact: true }).first()
    await stock.getByText(/^12/).first().waitFor()
    await page.getByRole('region', { name: 'Движения', exact: true }).first().getByText('+12').waitFor()
    await shot(page, 'product')
    await mustBeAccessible(page)
  })

  test('a bundle is put together of what there is', async () => {
    await go('Товары')
    await page.getByRole('button', { name: 'Товар N' }).click()
    await field('Название').fill('Набор мастера')
    await choose('Вид', 'Комплект')
    await choose('Как считать цену', 'Сумма цен состава')
    await field('Добавить в комплект').fill('слесарный')
    await page.getByRole('option', { name: /Стол слесарный/ }).click()
    await field('Количество: Стол слесарный').fill('2')
    // Without a description it is refused, and the form says where.
    await dialog().getByRole('button', { name: 'Завести товар' }).click()
    await dialog().getByText('Без этого товар нельзя продавать').waitFor()
    await field('Описание').fill('Два стола')
    await dialog().getByRole('button', { name: 'Завести товар' }).click()
    await page.waitForURL(/\/products\/[0-9a-f-]{36}$/)
    const parts = page.getByRole('region', { name: 'Состав комплекта', exact: true }).first()
    await parts.getByRole('row').filter({ hasText: 'Стол слесарный' }).waitFor()
    await parts.getByText('Хватит на').waitFor()
    await shot(page, 'bundle')
    await go('Товары')
    await find('набор мас', 'Набор мастера')
    await page.getByRole('heading', { level: 1, name: 'Набор мастера' }).waitFor()
    await go('Товары')
    await shot(page, 'products')
    await mustBeAccessible(page)
  })

  test('VAT is fixed at a rate that is not the law’s, and the page says so', async () => {
    await go('Настройки')
    const vat = page.getByRole('region', { name: 'НДС', exact: true })
    await vat.getByRole('radio', { name: /^Одна ставка/ }).check()
    await vat.getByRole('textbox', { name: 'Ставка' }).fill('11')
    await vat.getByRole('button', { name: 'Сохранить НДС' }).click()
    await vat
      .getByRole('status')
      .filter({ hasText: /фиксирует 11 %/ })
      .waitFor()
    await shot(page, 'settings')
    await mustBeAccessible(page)
    await vat.getByRole('radio', { name: /^По закону/ }).check()
    await vat.getByRole('button', { name: 'Сохранить НДС' }).click()
    await vat.getByRole('status').waitFor({ state: 'hidden' })
    const flag = page.getByRole('checkbox', { name: 'Проверять качество после производства' })
    await flag.check()
    const days = page.getByRole('textbox', { name: 'Рабочих дней на доставку' })
    await days.fill('5')
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
    await page.getByRole('button', { name: 'Сохранить', exact: true }).waitFor({ state: 'hidden' })
    await page.reload()
    expect(await days.inputValue()).toBe('5')
    expect(await flag.isChecked()).toBe(true)
    expect(visitor.complaints.filter((complaint) => !/4(00|09|22) /.test(complaint))).toEqual([])
  })

  test('who may not change settings or see costs does not meet them', async () => {
    await castOf(scene.company).product('PRODUCT', 'Кресло')
    const rep = await comeIn(scene, {
      as: await scene.company.as('SALES_REP'),
      viewport: { width: 390, height: 800 },
    })
    await rep.page.goto('/settings')
    await rep.page.getByText('У вас нет права на эту страницу').waitFor()
    await rep.page.goto('/products')
    await rep.page.getByText('Кресло').click()
    await rep.page.getByRole('heading', { level: 1, name: 'Кресло' }).waitFor()
    expect(await rep.page.getByText('Себестоимость').count()).toBe(0)
    await shot(rep.page, 'product-phone')
    await rep.leave()
  })
})
