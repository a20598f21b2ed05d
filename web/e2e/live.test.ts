import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { castOf } from '../../server/scenarios/support/cast.js'
import type { Client } from '../../server/scenarios/support/client.js'
import { inBrowser } from './in-browser.js'
import { comeIn, shot } from './visitor.js'

inBrowser('what one does, another sees', { timeout: 90_000 }, (scene) => {
  let cast: ReturnType<typeof castOf>

  beforeAll(() => void (cast = castOf(scene.company)))

  test('a card moves on the board of a colleague, with the initials of who moved it; then its documents arrive', async () => {
    const shelf = await cast.product('PRODUCT', 'Стеллаж')
    await cast.stock(shelf.id, 10)
    const deal = await cast.deal((await cast.customer()).id, [[shelf.id, 4]], { title: 'Стеллажи в архив' })
    const rep = await comeIn(scene)
    const colleague = await comeIn(scene, { as: await scene.company.as('ADMIN') })
    const keeper = await scene.company.as('WAREHOUSE')
    const stranger = await comeInListening(keeper)
    const lane = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
    const card = { name: /Стеллажи в архив/ }
    await lane(colleague.page, 'Лид').getByRole('button', card).waitFor()
    await colleague.page.waitForLoadState('networkidle')
    colleague.asked()
    await colleague.page.evaluate('window.stays = true')

    await rep.page.getByRole('button', card).focus()
    await rep.page.keyboard.press('4')
    await lane(colleague.page, 'Переговоры').getByRole('button', card).waitFor()
    await colleague.page.getByText(/Айгерим Сатпаева: «Стеллажи в архив» → Переговоры/).waitFor()
    await shot(colleague.page, 'arrived')

    await lane(colleague.page, 'Переговоры').getByRole('button', card).click()
    await colleague.page.getByRole('heading', { level: 1, name: 'Стеллажи в архив' }).waitFor()
    await rep.page.getByRole('button', card).focus()
    await rep.page.keyboard.press('6')
    await rep.page.getByRole('dialog').getByRole('heading', { name: 'Есть на складе' }).waitFor()
    await rep.page.keyboard.press('Enter')
    await rep.page.getByText('Сделка выиграна: Стеллажи в архив').waitFor()
    const papers = colleague.page.getByRole('region', { name: 'Документы' })
    for (const number of [/SO-/, /INV-/, /PK-/]) await papers.getByRole('link', { name: number }).first().waitFor()
    await colleague.page
      .getByRole('link', { name: /^Заказ SO-/ })
      .first()
      .waitFor()
    expect(await colleague.page.evaluate('window.stays'), 'without a reload').toBe(true)

    // The storekeeper may not see deals: of all this they hear what concerns the warehouse, and not a word about deals.
    expect((await keeper.get(`/deals/${deal.id}`)).status).toBe(403)
    await expect
      .poll(() => stranger.heard.some((frame) => frame.includes('stock:') || frame.includes('picking:')))
      .toBe(true)
    expect(stranger.heard.filter((frame) => frame.includes('deal:'))).toEqual([])
    expect([...rep.complaints, ...colleague.complaints]).toEqual([])
    for (const { leave } of [rep, colleague, stranger]) await leave()
  })

  /** Somebody whose browser notes every frame that the socket brings. */
  async function comeInListening(as: Client) {
    const heard: string[] = []
    const visitor = await comeIn(scene, { as })
    visitor.page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => heard.push(payload.toString())),
    )
    // The socket of the first page was opened before anybody listened.
    await visitor.page.reload()
    await expect.poll(() => heard.length).toBeGreaterThan(0)
    await visitor.page.waitForLoadState('networkidle')
    return { ...visitor, heard }
  }
})
