import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWeb, hasChromium, openChromium, webFolder } from '../../server/scenarios/support/browser.js'
import { castOf } from '../../server/scenarios/support/cast.js'
import { type Company, openCompany } from '../../server/scenarios/support/company.js'
import { comeIn, shot, tenge } from './visitor.js'

describe.skipIf(!hasChromium)('a deal is won', { timeout: 60_000 }, () => {
  let company: Company
  let cast: ReturnType<typeof castOf>
  let browser: Browser

  beforeAll(async () => {
    buildWeb()
    company = await openCompany({ webFolder })
    cast = castOf(company)
    browser = await openChromium()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await company?.close()
  })

  test('with the mouse, and the order shows its documents and its chain', async () => {
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
    await cast.deal(buyer.id, [[shelf.id, 1]], { title: 'Один стеллаж', expectedCloseDate: '2030-11-21' })
    const { page, complaints, leave } = await comeIn(browser, company)
    const lane = page.getByRole('region', { name: /^Лид/ })
    await lane.getByText('Мебель для архива').waitFor()
    const [lead] = (await company.owner.get('/deals/pipeline')).data.stages
    expect(await lane.textContent()).toContain(tenge(lead.totalValue))
    expect(await lane.textContent()).toContain('21.11.2030')
    await shot(page, 'board')

    await lane.getByRole('button', { name: /^Выиграть: Мебель для архива/ }).click()
    await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/)
    const documents = page.getByRole('region', { name: 'Документы' })
    for (const number of [/DL-\d{4}-\d{6}/, /INV-\d{4}-\d{6}/, /PK-/, /MO-/, /PR-/, /DO-/])
      await documents.getByRole('listitem').filter({ hasText: number }).first().waitFor()
    expect(await page.getByRole('region', { name: 'Деньги' }).textContent()).toContain(tenge(deal.value))
    expect(await page.getByRole('region', { name: 'Позиции' }).getByRole('row').count()).toBe(4)
    const chain = page.getByRole('region', { name: 'Что произошло и почему' })
    await chain.getByRole('listitem').filter({ hasText: 'Айгерим' }).first().waitFor()
    expect(await chain.getByRole('listitem').count()).toBeGreaterThan(5)
    expect(await chain.textContent()).toMatch(/потому что/)
    await shot(page, 'order')
    expect(complaints).toEqual([])
    await leave()
  })

  test('by somebody else, and the board of a colleague moves by itself', async () => {
    const deal = await cast.deal((await cast.customer()).id, [[(await cast.product('SERVICE', 'Замер')).id, 1]], {
      title: 'Замер цеха',
    })
    const { page, leave } = await comeIn(browser, company)
    await page.getByRole('button', { name: /^Выиграть: Замер цеха/ }).waitFor()
    await page.waitForLoadState('networkidle')
    expect((await company.owner.post(`/deals/${deal.id}/win`, {})).status).toBe(200)
    await page.getByRole('button', { name: /^Заказ: Замер цеха/ }).click()
    await page.waitForURL(/\/orders\//)
    await leave()
  })

  test('not: the board says why, in the server’s words', async () => {
    const buyer = await cast.customer()
    const service = await cast.product('SERVICE', 'Монтаж')
    const deal = await cast.deal(buyer.id, [[service.id, 1]], { title: 'Без права' })
    await company.owner.post(`/customers/${buyer.id}/block`, { reason: 'Стоп-лист' })
    const { page, leave } = await comeIn(browser, company, { viewport: { width: 390, height: 800 } })
    const refused = await company.owner.post(`/deals/${deal.id}/win`, {}, { 'accept-language': 'ru' })
    await page.getByRole('button', { name: /^Выиграть: Без права/ }).click()
    await page.getByRole('alert').getByText(refused.error.message).waitFor()
    await shot(page, 'refused-win')
    await leave()
  })
})
