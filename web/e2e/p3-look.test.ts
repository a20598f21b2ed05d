import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWeb, openChromium, webFolder } from '../../server/scenarios/support/browser.js'
import { castOf, ok } from '../../server/scenarios/support/cast.js'
import { type Company, openCompany } from '../../server/scenarios/support/company.js'
import { comeIn, mustBeAccessible, shot } from './visitor.js'

describe('look', { timeout: 200_000 }, () => {
  let company: Company
  let browser: Browser
  beforeAll(async () => {
    buildWeb()
    company = await openCompany({ webFolder })
    browser = await openChromium()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await company?.close()
  })
  test('pages', async () => {
    const cast = castOf(company)
    const shelf = await cast.product('PRODUCT', 'Стеллаж архивный металлический усиленный с полимерным покрытием и регулируемыми полками 2000×1000×500', { minStockLevel: 20, price: 1_204_567.25 })
    const table = await cast.product('MANUFACTURED', 'Стол сварной')
    const tube = await cast.product('MATERIAL', 'Труба')
    await cast.bom(table.id, [{ componentId: tube.id, quantityPerUnit: 3 }])
    await cast.stock(shelf.id, 10)
    await cast.stock(shelf.id, 3)
    const buyer = await cast.customer({ name: 'Товарищество с ограниченной ответственностью «Северо-Казахстанский завод металлоконструкций имени Абая»', email: 'very.long.address.of.accounting@sk-metall-konstrukcii.kz', contacts: [{ firstName: 'Айгүл', lastName: 'Нұрмағамбетова', position: 'Главный бухгалтер', mobilePhone: '+77012223344', isPrimary: true }] })
    for (let n = 0; n < 3; n++) {
      const deal = await cast.deal(buyer.id, [[shelf.id, 2], [table.id, 1]], { title: `Мебель для архива и склада, очередь ${n}` })
      if (n < 2) ok(await company.owner.post(`/deals/${deal.id}/win`, {}))
    }
    for (let n = 0; n < 12; n++) await cast.customer({ name: `ТОО «Покупатель ${n}»` })
    ok(await company.owner.post(`/customers/${buyer.id}/block`, { reason: 'Не платит третий месяц' }))
    const asked: string[] = []
    for (const [name, scheme, width, height] of [
      ['light', 'light', 1440, 900],
      ['dark', 'dark', 1440, 900],
      ['phone', 'light', 390, 844],
    ] as const) {
      const { page, asked: paths, complaints, leave } = await comeIn(browser, company, { bypassCSP: true, colorScheme: scheme, viewport: { width, height } })
      for (const [what, path] of [['customers', '/customers'], ['customer', `/customers/${buyer.id}`], ['products', '/products'], ['product', `/products/${table.id}`], ['shelf', `/products/${shelf.id}`], ['settings', '/settings']] as const) {
        await page.goto(path)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        asked.push(`${name} ${what}: ${paths().join(' ')}`)
        await shot(page, `${name}-${what}`)
        await mustBeAccessible(page).catch((e: Error) => asked.push(`AXE ${name} ${what} ${e.message.slice(0, 1500)}`))
      }
      if (complaints.length) asked.push(...complaints)
      await leave()
    }
    console.log(asked.join('\n'))
    expect(1).toBe(1)
  })
})
