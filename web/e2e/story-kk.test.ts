import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { castOf } from '../../server/scenarios/support/cast.js'
import type { Client } from '../../server/scenarios/support/client.js'
import { password } from '../../server/scenarios/support/company.js'
import { inBrowser, type Scene } from './in-browser.js'
import { shot, type Visitor, visit } from './visitor.js'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

inBrowser('the whole story, in Kazakh and with the mouse', { timeout: 150_000, relay: true }, (scene) => {
  test('from the win to the last payment', async () => {
    const scanned = await aDealOfThree(scene)
    const boss = await comeInInKazakh(scene, scene.company.owner)
    const storekeeper = await comeInInKazakh(scene, await scene.company.as('WAREHOUSE'), {
      at: '/picking',
      ...phone,
    })

    await win(boss.page)
    await pickWithScanner(storekeeper.page, scanned)
    await make(boss.page)
    await receive(boss.page)
    await pickTheRest(storekeeper.page)
    await shipAndDeliver(boss.page)
    await pay(boss.page)

    await boss.page.getByRole('link', { name: 'Бүкіл тізбек' }).click()
    await boss.page.waitForURL(/\/orders\/[0-9a-f-]{36}/)
    await boss.page.getByRole('heading', { level: 1, name: /SO-/ }).waitFor()
    await boss.page.getByText('Аяқталды', { exact: true }).first().waitFor()
    await shot(boss.page, 'kk-order-completed')
    expect(boss.complaints).toEqual([])
    expect(storekeeper.complaints).toEqual([])
    await storekeeper.leave()
    await boss.leave()
  })
})

/** One thing lies in stock, one is made, one is bought. Answers with the code on the shelf of the first. */
async function aDealOfThree({ company }: Scene): Promise<string> {
  const cast = castOf(company)
  const shelf = await cast.product('PRODUCT', 'Мұрағат сөресі')
  const table = await cast.product('MANUFACTURED', 'Дәнекерленген үстел')
  const vice = await cast.product('PRODUCT', 'Слесарь қысқышы')
  const steel = await cast.product('MATERIAL', 'Болат табақ')
  await cast.bom(table.id, [{ componentId: steel.id, quantityPerUnit: 2 }])
  await cast.stock(steel.id, 100)
  await cast.stock(shelf.id, 5)
  const buyer = await cast.customer({ name: 'ТОО «Сарыарқа Жиһаз»' })
  const lines: Array<[string, number]> = [
    [shelf.id, 2],
    [table.id, 3],
    [vice.id, 4],
  ]
  await cast.deal(buyer.id, lines, { title: 'Цех жиһазы' })
  return shelf.code
}

async function comeInInKazakh(
  scene: Scene,
  { email }: Client,
  { at = '/', ...options }: NonNullable<Parameters<typeof visit>[1]> & { at?: string } = {},
): Promise<Visitor> {
  const visitor = await visit(scene, options)
  const { page } = visitor
  await page.goto(at)
  await page.getByRole('button', { name: 'Язык: Русский' }).click()
  await page.getByRole('menuitemradio', { name: 'Қазақша' }).click()
  await page.getByLabel('Эл. пошта').fill(email)
  await page.getByLabel('Құпиясөз', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Кіру', exact: true }).click()
  await page.getByRole('navigation', { name: 'Бөлімдер' }).waitFor()
  return visitor
}

/** Through the rail to a page, and there to the only document that it lists. */
async function goTo(page: Page, section: string, number?: RegExp): Promise<void> {
  await page.getByRole('navigation', { name: 'Бөлімдер' }).getByRole('link', { name: section, exact: true }).click()
  if (!number) return
  await page.getByRole('link', { name: number }).first().click()
  await page.waitForURL(/[0-9a-f-]{36}/)
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true })

async function win(page: Page): Promise<void> {
  await goTo(page, 'Мәмілелер', /^DL-/)
  await page.getByRole('button', { name: /^Ұтып алу/ }).click()
  await page.getByRole('dialog').getByText('Слесарь қысқышы').waitFor()
  await shot(page, 'kk-win')
  await inDialog(page, 'Мәмілені ұтып алу').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /SO-/ }).first().waitFor()
}

/** A scanner writes a code and Enter; what it does not find on the list it says. */
async function pickWithScanner(page: Page, code: string): Promise<void> {
  await goTo(page, 'Жинау', /^PK-/)
  await press(page, 'Жинауды бастау')
  const scanner = page.getByLabel('Сканер')
  const scan = async (text: string) => {
    await scanner.fill(text)
    await scanner.press('Enter')
  }
  await scan('ЖОҚ-1')
  await page.getByText('Бұл жинауда ЖОҚ-1 коды бар тауар жоқ').waitFor()
  await scan(code)
  await page.getByText('Алынды: Мұрағат сөресі').waitFor()
  expect(await page.getByRole('button', { name: 'Жинауды аяқтау' }).isDisabled()).toBe(true)
  await shot(page, 'kk-picking-phone')
  await scan(code)
  await press(page, 'Жинауды аяқтау')
  await page.getByText('Жиналды', { exact: true }).first().waitFor()
}

async function make(page: Page): Promise<void> {
  await goTo(page, 'Өндіріс', /^MO-/)
  await page.getByRole('region', { name: 'Материалдар' }).getByText('Жетеді').first().waitFor()
  await press(page, 'Өндірісті бастау')
  await press(page, 'Өндірісті аяқтау')
  await shot(page, 'kk-production')
  await inDialog(page, 'Өндірісті аяқтау').click()
  await page.getByText('Аяқталды', { exact: true }).first().waitFor()
}

/** Nobody has written the supplier down yet: that is done on the way. */
async function receive(page: Page): Promise<void> {
  await goTo(page, 'Сатып алу', /^PR-/)
  await press(page, 'Тауарды қабылдау')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Жаңа жеткізуші' }).click()
  await dialog.getByLabel('Жеткізушінің атауы').fill('ТОО «Құрал»')
  await dialog.getByLabel('Жеткізушінің атауы').press('Enter')
  await dialog.getByLabel('Жеткізуші', { exact: true }).waitFor()
  await shot(page, 'kk-receipt')
  await inDialog(page, 'Қоймаға қабылдау').click()
  await page.getByText('Алынды', { exact: true }).first().waitFor()
  await dialog.waitFor({ state: 'detached' })
}

/** What was made and bought is reserved for the order, and picked: on one list or on two, as it came. */
async function pickTheRest(page: Page): Promise<void> {
  for (let picked = 0; picked < 2; picked++) {
    await goTo(page, 'Жинау')
    await press(page, 'Жинау керек')
    const fresh = page.getByRole('listitem').filter({ hasText: 'Жаңа' })
    await fresh.getByRole('link', { name: /^PK-/ }).first().click()
    await press(page, 'Жинауды бастау')
    await press(page, 'Бәрі жиналды')
    await press(page, 'Жинауды аяқтау')
    await page.getByText('Жиналды', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: 'Тапсырысты жөнелту' }).waitFor()
  }
}

async function shipAndDeliver(page: Page): Promise<void> {
  await goTo(page, 'Жеткізу', /^DO-/)
  await press(page, 'Жөнелту')
  await page.getByRole('dialog').getByLabel('Тасымалдаушы').fill('Өз көлігіміз')
  await inDialog(page, 'Жөнелту').click()
  await page.getByText('Жолда', { exact: true }).first().waitFor()
  await press(page, 'Жеткізілді')
  await page.getByRole('dialog').getByLabel('Кім қабылдады').fill('Е. Омаров')
  await shot(page, 'kk-delivery')
  await inDialog(page, 'Жеткізуді растау').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('Е. Омаров').first().waitFor()
}

async function pay(page: Page): Promise<void> {
  await goTo(page, 'Шоттар', /^INV-/)
  await press(page, 'Төлемді жазу')
  await page.getByRole('dialog').getByLabel('Төлем тәсілі').selectOption({ label: 'Kaspi' })
  await shot(page, 'kk-payment')
  await inDialog(page, 'Төлемді жазу').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('Төленді', { exact: true }).first().waitFor()
}
