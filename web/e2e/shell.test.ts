import { beforeAll, expect, test } from 'vitest'
import { castOf } from '../../server/scenarios/support/cast.js'
import { inBrowser } from './in-browser.js'
import { comeIn, mustBeAccessible, shot } from './visitor.js'

inBrowser('the frame around every page', { timeout: 60_000 }, (scene) => {
  let cast: ReturnType<typeof castOf>

  beforeAll(() => void (cast = castOf(scene.company)))

  test('everybody sees the pages of their rights; others say so', async () => {
    const { page, leave } = await comeIn(scene, { as: await scene.company.as('WAREHOUSE') })
    await page.waitForURL('**/products')
    const rail = page.getByRole('navigation', { name: 'Разделы' })
    const pages = await rail.getByRole('listitem').allInnerTexts()
    expect(pages).toEqual(expect.arrayContaining(['Товары', 'Заказы', 'Отбор', 'Доставка', 'Задачи']))
    for (const hidden of ['Воронка', 'Счета', 'Платежи', 'Процессы']) expect(pages).not.toContain(hidden)
    await page.goto('/invoices')
    await page.getByRole('heading', { name: 'У вас нет права на эту страницу' }).waitFor()
    await page.getByText('INVOICES_VIEW').waitFor()
    await shot(page, 'forbidden')
    await page.goto('/nowhere')
    await page.getByRole('heading', { name: 'Такой страницы нет' }).waitFor()
    await page.getByRole('link', { name: 'На первую страницу' }).click()
    await page.waitForURL('**/products')
    await leave()
  })

  test('an order is found by its number, a page by its name, with the keys alone', async () => {
    const deal = await cast.deal((await cast.customer()).id, [[(await cast.product('SERVICE', 'Монтаж')).id, 1]])
    const { order } = (await scene.company.owner.post(`/deals/${deal.id}/win`, {})).data
    const { page, complaints, leave } = await comeIn(scene)
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: 'Поиск и переходы' })
    await field.fill(order.orderNumber)
    await page.getByRole('option', { name: order.orderNumber }).waitFor()
    await shot(page, 'palette')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/orders/${order.id}`)
    await page.keyboard.press('Control+k')
    await field.fill('доста')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/deliveries')
    await page.getByRole('heading', { name: 'Доставка' }).waitFor()
    // Cyrillic hands press the same keys.
    await page.evaluate(`dispatchEvent(new KeyboardEvent('keydown', { key: 'п', code: 'KeyG' }))`)
    await page.keyboard.press('d')
    await page.waitForURL('**/deals')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Клавиши' }).getByText('Перейти: Заказы').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('[')
    await page.getByRole('button', { name: 'Развернуть меню' }).waitFor()
    await page.getByRole('navigation').getByRole('link', { name: 'Заказы' }).waitFor()
    expect(complaints).toEqual([])
    await leave()
  })

  test('the bell counts what is new while one looks on, and is read', async () => {
    const rep = await scene.company.as('SALES_REP')
    const { page, leave } = await comeIn(scene, { as: rep })
    await page.getByRole('button', { name: 'Уведомления', exact: true }).waitFor()
    await page.waitForTimeout(500)
    const [employee] = await scene.company.sql<{ id: string }>('select id from employees where user_id = $1', [
      rep.userId,
    ])
    const deal = await cast.deal((await cast.customer()).id, [[(await cast.product('SERVICE', 'Замер')).id, 1]], {
      assignedTo: employee!.id,
    })
    expect((await scene.company.owner.post(`/deals/${deal.id}/win`, {})).status).toBe(200)
    await scene.company.settle()
    const bell = page.getByRole('button', { name: /^Уведомления: \d+ нов/ })
    await bell.click()
    const news = page.getByRole('region', { name: 'Уведомления' })
    await news.getByRole('listitem').first().waitFor()
    await shot(page, 'bell')
    await news.getByRole('button', { name: 'Прочитать все' }).click()
    await page.getByRole('button', { name: 'Уведомления', exact: true }).waitFor()
    await leave()
  })

  test('another workspace is another place', async () => {
    expect((await scene.company.owner.post('/api/v1/workspaces', { name: 'Астана' })).status).toBe(201)
    const { page, leave } = await comeIn(scene)
    await page.getByRole('button', { name: /^Сменить рабочее пространство/ }).click()
    const asked = page.waitForRequest((request) => request.url().includes('/deals/pipeline'))
    await page.getByRole('menuitemradio', { name: /^Астана/ }).click()
    expect((await asked).url()).not.toContain(scene.company.workspaceId)
    await page.getByRole('button', { name: 'Сменить рабочее пространство: Астана' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Сменить рабочее пространство: Астана' }).waitFor()
    await leave()
  })

  test('without a connection the page says so, and goes on when there is one', async () => {
    const { page, leave } = await comeIn(scene)
    await page.route('**/api/**', (route) => route.abort())
    await page.reload()
    await page.getByRole('heading', { name: 'Сервер не отвечает' }).waitFor()
    await page.unroute('**/api/**')
    await page.getByRole('button', { name: 'Повторить' }).click()
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    await leave()
  })

  test('on a phone the pages are under the thumb', async () => {
    const { page, leave } = await comeIn(scene, { viewport: { width: 390, height: 800 }, bypassCSP: true })
    const thumb = page.getByRole('navigation', { name: 'Разделы' })
    await thumb.getByRole('button', { name: 'Ещё' }).click()
    await page.getByRole('dialog', { name: 'Разделы' }).getByRole('link', { name: 'Платежи' }).click()
    await page.waitForURL('**/payments')
    await mustBeAccessible(page)
    const small = await page.evaluate<string[]>(`[...document.querySelectorAll('a, button')]
      .filter((each) => each.checkVisibility() && !each.className.includes('skip') && each.getBoundingClientRect().height < 32)
      .map((each) => each.outerHTML.slice(0, 200))`)
    expect(small).toEqual([])
    await leave()
  })

  test('the frame keeps nobody out, by day and by night', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, leave } = await comeIn(scene, { colorScheme, bypassCSP: true })
      await page.goto('/payments')
      await page.getByRole('heading', { name: 'Платежи' }).waitFor()
      await mustBeAccessible(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').waitFor()
      await page.waitForTimeout(300)
      await mustBeAccessible(page)
      await page.keyboard.press('Tab')
      await leave()
    }
  })

  test('the first press of Tab offers the way past the rail', async () => {
    const { page, leave } = await comeIn(scene)
    await page.goto('/payments')
    await page.getByRole('heading', { name: 'Платежи' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('content')
    await leave()
  })
})
