import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { someBin } from '../../server/scenarios/support/bin.js'
import { codeFor } from '../../server/scenarios/support/letters.js'
import { inBrowser } from './in-browser.js'
import { mustBeAccessible, shot, signIn, visit } from './visitor.js'

const secret = 'Дала-Жел-2031!'

inBrowser('from nobody to work', { timeout: 60_000 }, (scene) => {
  /** Name, password, the code from the letter. */
  async function register(page: Page, email: string) {
    await page.goto('/register')
    await page.getByLabel('Имя', { exact: true }).fill('Данияр')
    await page.getByLabel('Фамилия').fill('Омаров')
    await page.getByLabel('Эл. почта').fill(email)
    await page.getByLabel('Пароль', { exact: true }).fill(secret)
    await page.getByRole('button', { name: 'Получить код' }).click()
    await page.getByRole('heading', { name: 'Проверьте почту' }).waitFor()
    await type(page, await codeFor(scene.company.dataDir, email))
    await page.getByRole('heading', { name: 'Как вы будете работать?' }).waitFor()
  }

  async function type(page: Page, code: string) {
    await page.getByLabel('Цифра 1 из шести').click()
    await page.keyboard.type(code)
  }

  test('an owner opens a company, and the law decides its VAT', async () => {
    const { page, complaints, leave } = await visit(scene, { bypassCSP: true })
    await register(page, 'daniyar@dala.kz')
    // A reload goes on where it was.
    await page.reload()
    await page.getByRole('button', { name: /^Я открываю компанию/ }).click()
    await page.getByLabel('БИН').fill('123456789012')
    await page.getByText('В номере ошибка').waitFor()
    await page.getByLabel('БИН').fill(someBin())
    await page.getByText('Номер составлен верно').waitFor()
    await page.getByLabel('Название').fill('ТОО «Дала»')
    await shot(page, 'company')
    await mustBeAccessible(page)
    await page.getByRole('button', { name: 'Открыть компанию' }).click()
    await page.getByRole('heading', { name: 'Как начислять НДС?' }).waitFor()
    await expect.poll(() => page.getByRole('radio', { name: /^По закону/ }).getAttribute('aria-checked')).toBe('true')
    await page.getByText(/Сегодня 16\s%/).waitFor()
    await shot(page, 'vat')
    await mustBeAccessible(page)
    await page.getByRole('button', { name: 'Начать работу' }).click()
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    const [{ value } = { value: '' }] = await scene.company.sql<{ value: string }>(
      `select value from app_settings s join workspaces w on w.id = s.workspace_id where w.name = 'ТОО «Дала»' and key = 'vat.rateMode'`,
    )
    expect(value).toBe('DATED')
    expect(complaints).toEqual([])
    await leave()
  })

  test('a wrong code says how often one may try; a newcomer asks to join and waits', async () => {
    const { page, leave } = await visit(scene)
    await page.goto('/register')
    const email = 'worker@dala.kz'
    await page.getByLabel('Имя', { exact: true }).fill('Әсем')
    await page.getByLabel('Фамилия').fill('Нұрланқызы')
    await page.getByLabel('Эл. почта').fill(email)
    await page.getByLabel('Пароль', { exact: true }).fill('password')
    await page.getByRole('button', { name: 'Получить код' }).click()
    await expect.poll(() => page.getByLabel('Пароль', { exact: true }).getAttribute('aria-invalid')).toBe('true')
    await shot(page, 'weak-password')
    await page.getByLabel('Пароль', { exact: true }).fill(secret)
    await page.getByRole('button', { name: 'Получить код' }).click()
    const code = await codeFor(scene.company.dataDir, email)
    await page.getByRole('heading', { name: 'Проверьте почту' }).waitFor()
    await type(page, code === '417208' ? '417209' : '417208')
    await page.getByRole('alert').getByText('Осталось попыток: 2').waitFor()
    await shot(page, 'wrong-code')
    await page.getByLabel('Цифра 6 из шести').click()
    for (let digit = 0; digit < 6; digit++) await page.keyboard.press('Backspace')
    await type(page, code)
    await page.getByRole('button', { name: /^Я работаю в компании/ }).click()
    const [{ bin } = { bin: '' }] = await scene.company.sql<{ bin: string }>(
      'select bin from organizations where id = $1',
      [scene.company.organizationId],
    )
    await page.getByLabel('БИН компании').fill(bin)
    await page.getByLabel(/^Должность/).fill('Кладовщик')
    await page.getByRole('button', { name: 'Отправить заявку' }).click()
    await page.getByRole('heading', { name: 'Заявка отправлена' }).waitFor()
    await page.getByRole('button', { name: 'Проверить' }).click()
    await page.getByText('Заявка ещё рассматривается.').waitFor()
    await shot(page, 'waiting')

    await page.getByRole('link', { name: 'Ко входу' }).click()
    await signIn(page, email, secret)
    await page.getByRole('link', { name: 'Что с моей заявкой' }).click()
    const [pending] = (await scene.company.owner.get('/employees/pending')).data
    const [department] = (await scene.company.owner.get('/departments')).data
    const grant = { roleCode: 'WAREHOUSE', departmentId: department.id }
    expect((await scene.company.owner.post(`/employees/${pending.id}/approve`, grant)).status).toBe(200)
    await page.getByRole('button', { name: 'Проверить' }).click()
    await page.getByText('Вас приняли').waitFor()
    await page.getByRole('link', { name: 'Ко входу' }).click()
    await signIn(page, email, secret)
    // A storekeeper may not see deals: their first page is the first they may see.
    await page.waitForURL('**/products')
    await leave()
  })

  test('a forgotten password', async () => {
    const rep = await scene.company.as('SALES_REP')
    const { page, leave } = await visit(scene)
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Забыли пароль?' }).click()
    await page.getByLabel('Эл. почта').fill(rep.email)
    await page.getByRole('button', { name: 'Отправить код' }).click()
    await page.getByText('отправлен код из шести цифр').waitFor()
    await type(page, await codeFor(scene.company.dataDir, rep.email))
    await page.getByLabel('Новый пароль').fill(secret)
    await page.getByRole('button', { name: 'Сменить пароль' }).click()
    await page.getByText('Пароль изменён').waitFor()
    await page.getByRole('link', { name: 'Войти' }).click()
    await signIn(page, rep.email, secret)
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    await leave()
  })
})
