import axe from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Client } from '../../server/scenarios/support/client.js'
import { password } from '../../server/scenarios/support/company.js'
import type { Scene } from './in-browser.js'

export interface Visitor {
  readonly page: Page
  /** What the browser complained of: nothing, in a good story. */
  readonly complaints: readonly string[]
  /** Paths of the API that the page has asked since the last look. */
  asked(): string[]
  leave(): Promise<void>
}

/** Somebody in front of the page who has not come in yet. */
export async function visit({ browser, company }: Scene, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: company.url,
    locale: 'ru-RU',
    viewport: { width: 1440, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  const paths: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname
    if (path.startsWith('/api/')) paths.push(path.replace(/^\/api\/v1(\/workspaces\/[^/]+)?/, ''))
  })
  return { page, complaints, asked: () => paths.splice(0), leave: () => context.close() }
}

/** Somebody who works here: through the door, as people come. */
export async function comeIn(
  scene: Scene,
  { as: client = scene.company.owner, ...options }: BrowserContextOptions & { as?: Client } = {},
): Promise<Visitor> {
  const visitor = await visit(scene, options)
  await visitor.page.goto('/')
  await signIn(visitor.page, client.email)
  await visitor.page.getByRole('banner').getByRole('button', { name: /^Меню/ }).waitFor()
  return visitor
}

export async function signIn(page: Page, email: string, word = password): Promise<void> {
  await page.getByLabel('Эл. почта').fill(email)
  await page.getByLabel('Пароль', { exact: true }).fill(word)
  await page.getByRole('button', { name: 'Войти' }).click()
}

/** Nothing on the page keeps anybody out: WCAG 2.2 AA, as far as a program can tell. The context needs `bypassCSP`. */
export async function mustBeAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const violations = await page.evaluate<string[]>(`
    axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ': ' + target + ' ' + failureSummary)))`)
  expect(violations).toEqual([])
}

/** With SCREENSHOTS=folder the pages can be looked at. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

/** An amount as the page writes it. */
export const tenge = (amount: number): string =>
  `${new Intl.NumberFormat('ru-KZ', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    .format(amount)
    .replaceAll('\u00a0', '\u202f')}\u00a0₸`
