import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWeb, hasChromium, openChromium, webFolder } from './support/browser.js'
import { castOf } from './support/cast.js'
import { type Company, openCompany, password } from './support/company.js'

let company: Company

beforeAll(async () => {
  buildWeb()
  company = await openCompany({ webFolder })
}, 60_000)
afterAll(() => company?.close())

describe('the web application and the API on one port', () => {
  const asked = (path: string, accept = 'text/html') => fetch(company.url + path, { headers: { accept } })

  test('any page is index.html, asked for again each time', async () => {
    for (const path of ['/', '/orders/0199c2b0-0000-7000-8000-000000000000', '/index.html']) {
      const page = await asked(path)
      expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
        200,
        expect.stringContaining('text/html'),
        'no-cache',
      ])
      expect(await page.text()).toContain('<div id="root">')
    }
  })

  test('files with a hash in their name are kept for a year', async () => {
    const [script] = /\/assets\/[\w.-]+\.js/.exec(await (await asked('/')).text())!
    const file = await asked(script, '*/*')
    expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
  })

  test('what does not exist is refused in the envelope', async () => {
    const missing: ReadonlyArray<readonly [path: string, accept?: string]> = [
      ['/api/v1/nothing'],
      ['/api'],
      ['/health/nothing'],
      ['/assets/nothing.js'],
      ['/.built'],
      ['/../package.json'],
      ['/deals', 'application/json'],
    ]
    for (const [path, accept] of missing) {
      const answer = await asked(path, accept)
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 404, null])
      expect(await answer.json()).toMatchObject({ success: false, error: { code: 'NOT_FOUND' } })
    }
    const above = await asked('/assets/..%2f..%2fpackage.json')
    expect(above.status).toBe(403)
    expect(await above.json()).toMatchObject({ success: false, error: { code: 'FORBIDDEN' } })
  })
})

describe.skipIf(!hasChromium)('Chromium', { timeout: 90_000 }, () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser?.close())

  test('Chromium: the owner wins a deal with the mouse and sees the order, its documents and its chain', async () => {
    const cast = castOf(company)
    const shelf = await cast.product('PRODUCT', 'Стеллаж архивный')
    const table = await cast.product('MANUFACTURED', 'Стол сварной', { price: 1_204_567.25 })
    const chair = await cast.product('PRODUCT', 'Кресло')
    await cast.bom(table.id, [
      { componentId: (await cast.product('MATERIAL', 'Труба профильная')).id, quantityPerUnit: 3 },
    ])
    await cast.stock(shelf.id, 10)
    const buyer = await cast.customer()
    const deal = await cast.deal(
      buyer.id,
      [
        [shelf.id, 3],
        [table.id, 1],
        [chair.id, 5],
      ],
      { title: 'Мебель для архива' },
    )
    await cast.deal(buyer.id, [[shelf.id, 1]], { title: 'Один стеллаж', expectedCloseDate: '2030-11-21' })
    const page = await browser.newPage({ locale: 'ru-RU', viewport: { width: 1440, height: 900 } })
    page.setDefaultTimeout(20_000)
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))

    await page.goto(company.url)
    await page.getByLabel('Эл. почта').fill(company.owner.email)
    await page.getByLabel('Пароль').fill(password)
    await page.getByRole('button', { name: 'Войти' }).click()
    await page.getByRole('heading', { name: 'Воронка продаж' }).waitFor()
    const lane = page.getByRole('region', { name: /^Лид/ })
    await lane.getByText('Мебель для архива').waitFor()
    const [lead] = (await company.owner.get('/deals/pipeline')).data.stages
    expect(await lane.textContent()).toContain(tenge(lead.totalValue))
    expect(await lane.textContent()).toContain('21.11.2030')
    await shot(page, 'board')

    await lane.getByRole('button', { name: /^Выиграть: Мебель для архива/ }).click()
    await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/)
    const documents = page.getByRole('region', { name: 'Документы' })
    for (const [kind, number] of [
      ['Сделка', /DL-\d{4}-\d{6}/],
      ['Счёт', /INV-\d{4}-\d{6}/],
      ['Отбор', /\d{6}/],
      ['Производственный заказ', /\d{6}/],
      ['Заявка на закупку', /\d{6}/],
      ['Доставка', /\d{6}/],
    ] as const)
      await documents.getByRole('listitem').filter({ hasText: kind }).filter({ hasText: number }).first().waitFor()
    expect(await page.getByRole('region', { name: 'Деньги' }).textContent()).toContain(tenge(deal.value))
    const lines = page.getByRole('region', { name: 'Позиции' })
    expect(await lines.getByRole('row').count()).toBe(4)
    const chain = page.getByRole('region', { name: 'Что произошло и почему' })
    await chain.getByRole('listitem').filter({ hasText: 'Айгерим' }).first().waitFor()
    expect(await chain.getByRole('listitem').count()).toBeGreaterThan(5)
    expect(await chain.textContent()).toMatch(/потому что/)
    await shot(page, 'order')

    await page.reload()
    await chain.getByRole('listitem').first().waitFor()
    await page.getByLabel('Язык').selectOption('kk')
    await page.getByRole('heading', { name: 'Құжаттар' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('kk')
    await page.getByLabel('Тіл').selectOption('en')
    await page.getByRole('heading', { name: 'What happened and why' }).waitFor()
    await page.getByRole('link', { name: 'To the pipeline' }).click()
    await page.getByRole('button', { name: /^Order: Мебель для архива/ }).click()
    await page.waitForURL(/\/orders\//)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('Password').waitFor()
    await page.reload()
    await page.getByLabel('Password').waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  test('Chromium: a wrong password and a deal that cannot be won are told in words', async () => {
    const cast = castOf(company)
    const buyer = await cast.customer()
    const deal = await cast.deal(buyer.id, [[(await cast.product('SERVICE', 'Монтаж')).id, 1]], { title: 'Без права' })
    await company.owner.post(`/customers/${buyer.id}/block`, { reason: 'Стоп-лист' })
    const page = await browser.newPage({ locale: 'ru-RU', viewport: { width: 390, height: 800 } })
    await page.goto(company.url)
    await page.getByLabel('Эл. почта').fill(company.owner.email)
    await page.getByLabel('Пароль').fill('Qate-2026')
    await page.getByRole('button', { name: 'Войти' }).click()
    await page.getByRole('alert').getByText('AUTH_INVALID_CREDENTIALS').waitFor()
    await page.getByLabel('Пароль').fill(password)
    await page.getByRole('button', { name: 'Войти' }).click()
    const refused = await company.owner.post(`/deals/${deal.id}/win`, {})
    await page.getByRole('button', { name: /^Выиграть: Без права/ }).click()
    await page.getByRole('alert').getByText(refused.error.message).waitFor()
    await shot(page, 'phone')
    await page.close()
  })
})

/** As the page writes it, whatever spaces stand between the thousands. */
function tenge(amount: number): string {
  return `${new Intl.NumberFormat('ru-KZ', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount)}\u00a0₸`
}

/** With SCREENSHOTS=folder the pages can be looked at. */
async function shot(page: Awaited<ReturnType<Browser['newPage']>>, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
