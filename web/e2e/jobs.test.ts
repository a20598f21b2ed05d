import { expect, test } from 'vitest'
import { inBrowser } from './in-browser.js'
import { comeIn, mustBeAccessible, shot } from './visitor.js'

inBrowser('background jobs', { timeout: 90_000 }, (scene) => {
  test('the books are checked on demand, and what is wrong is named', async () => {
    const { company } = scene
    const { page, complaints, leave } = await comeIn(scene, { bypassCSP: true, reducedMotion: 'reduce' })
    await page.goto('/operations')
    await page.getByText('Фоновые задания').click()
    await page.getByText('Заданий ещё не было.').waitFor()

    await page.getByRole('button', { name: 'Проверить учёт' }).click()
    const jobs = page.getByRole('list', { name: 'Фоновые задания' })
    await jobs.getByText('В очереди').waitFor()
    await company.application.runner.drain()
    await jobs.getByText('Расхождений нет').waitFor()

    await company.sql(
      `insert into customers (organization_id, workspace_id, id, customer_number, type, name, balance)
       values ($1, $2, gen_random_uuid(), 'CUS-2026-900001', 'COMPANY', 'Без истории', 700)`,
      [company.organizationId, company.workspaceId],
    )
    await page.getByRole('button', { name: 'Проверить учёт' }).click()
    await jobs.getByText('В очереди').waitFor()
    await company.application.runner.drain()
    await jobs
      .getByText(/расхождени/)
      .first()
      .click()
    await jobs.getByText('customer.balance-is-the-ledger').waitFor()
    await mustBeAccessible(page)
    await shot(page, 'background-jobs')
    expect(complaints).toEqual([])
    await leave()
  })
})
