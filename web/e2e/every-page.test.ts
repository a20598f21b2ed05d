import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWeb, hasChromium, openChromium, webFolder } from '../../server/scenarios/support/browser.js'
import { fillCompany } from '../../server/scenarios/support/busy-company.js'
import { type Company, openCompany } from '../../server/scenarios/support/company.js'
import { addressOf, places } from './places.js'
import { comeIn, mustBeAccessible, visit, type Visitor } from './visitor.js'

const themes = ['light', 'dark'] as const
/** Asked on every page alike: the session's renewal and the count of the bell. */
const ofTheFrame = ['/auth/refresh', '/notifications/unread-count']

describe.skipIf(!hasChromium)('every page', { timeout: 60_000 }, () => {
  let company: Company
  let browser: Browser
  const inside = new Map<string, Visitor>()
  const outside = new Map<string, Visitor>()

  beforeAll(async () => {
    buildWeb()
    company = await openCompany({ webFolder })
    await fillCompany(company)
    browser = await openChromium()
    for (const colorScheme of themes) {
      inside.set(colorScheme, await comeIn(browser, company, { colorScheme, bypassCSP: true }))
      outside.set(colorScheme, await visit(browser, company, { colorScheme, bypassCSP: true }))
    }
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await company?.close()
  })

  test.each(places.flatMap((place) => themes.map((theme) => ({ ...place, theme }))))(
    '$name, $theme: keeps nobody out, asks at most twice, complains of nothing',
    async ({ theme, ...place }) => {
      const { page, asked, complaints } = (place.guest ? outside : inside).get(theme)!
      const address = await addressOf(place, async (path) => (await company.owner.get(path)).data)
      expect(address, 'the company has something of everything').toBeDefined()
      asked()
      await page.goto(address!)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      const requests = asked().filter((path) => !ofTheFrame.includes(path))
      expect(requests.length, requests.join(', ')).toBeLessThanOrEqual(2)
      await mustBeAccessible(page)
      expect(complaints).toEqual([])
      expect(await page.title()).not.toBe('')
    },
  )
})
