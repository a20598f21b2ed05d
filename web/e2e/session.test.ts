import { expect, test } from 'vitest'
import { inBrowser } from './in-browser.js'
import { comeIn, mustBeAccessible, shot, signIn, visit } from './visitor.js'

inBrowser('coming in and going out', { timeout: 60_000 }, (scene) => {
  test('a wrong password is told in words; the page that was asked for comes after the right one', async () => {
    const { page, leave } = await visit(scene)
    await page.goto('/tasks?search=a')
    await signIn(page, scene.company.owner.email, 'Qate-2026')
    const refused = await scene.company.anonymous.post('/api/v1/auth/login', {
      email: scene.company.owner.email,
      password: 'Qate',
    })
    await page.getByRole('alert').getByText(refused.error.message).waitFor()
    await shot(page, 'sign-in-refused')
    await signIn(page, scene.company.owner.email)
    await page.waitForURL('**/tasks?search=a')
    await page.getByRole('heading', { name: 'Задачи' }).waitFor()
    await leave()
  })

  test('a reload asks once for the session and shows the page with two requests more', async () => {
    const { page, complaints, asked, leave } = await comeIn(scene)
    await page.waitForLoadState('networkidle')
    asked()
    await page.reload()
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(asked().toSorted()).toEqual(['/auth/refresh', '/deals/pipeline', '/notifications/unread-count'])
    expect(complaints).toEqual([])
    await leave()
  })

  test('three languages by their own names, kept by the browser and told to the server', async () => {
    const rep = await scene.company.as('SALES_REP')
    const { page, leave } = await comeIn(scene, { as: rep })
    for (const [name, word, tag] of [
      ['Қазақша', 'Тапсырыстар', 'kk'],
      ['English', 'Orders', 'en'],
    ] as const) {
      await page
        .getByRole('banner')
        .getByRole('button', { name: /^(Язык|Тіл)/ })
        .click()
      await page.getByRole('menuitemradio', { name }).click()
      await page.getByRole('navigation').getByRole('link', { name: word }).waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe(tag)
    }
    await expect.poll(async () => (await rep.get('/api/v1/auth/me')).data.user.locale).toBe('en')
    const answered = page.waitForRequest((request) => request.url().includes('/deals/pipeline'))
    await page.reload()
    expect((await answered).headers()['accept-language']).toBe('en')
    await page.getByRole('navigation').getByRole('link', { name: 'Orders' }).waitFor()
    await leave()
  })

  test('signed out in one tab, signed out in all; the next person does not land on the last one’s page', async () => {
    const { page, leave } = await comeIn(scene)
    const other = await page.context().newPage()
    await other.goto('/tasks')
    await other.getByRole('heading', { name: 'Задачи' }).waitFor()
    await page.getByRole('button', { name: /^Меню: Айгерим/ }).click()
    await page.getByRole('menuitem', { name: 'Выйти' }).click()
    await page.waitForURL('**/sign-in')
    await other.getByLabel('Пароль', { exact: true }).waitFor()
    await page.reload()
    await page.getByLabel('Пароль', { exact: true }).waitFor()
    await leave()
  })

  test('a session that the server has ended leads to the door and back', async () => {
    const rep = await scene.company.as('SALES_REP')
    const { page, leave } = await comeIn(scene, { as: rep })
    await page.goto('/customers')
    await page.getByRole('heading', { name: 'Клиенты' }).waitFor()
    await scene.company.sql('update refresh_tokens set revoked_at = now() where user_id = $1', [rep.userId])
    await page.reload()
    await page.waitForURL('**/sign-in?next=*')
    await signIn(page, rep.email)
    await page.waitForURL('**/customers')
    await leave()
  })

  test('the door is open to everybody', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, leave } = await visit(scene, { colorScheme, bypassCSP: true })
      for (const path of ['/sign-in', '/register', '/reset-password']) {
        await page.goto(path)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await mustBeAccessible(page)
      }
      await leave()
    }
  })
})
