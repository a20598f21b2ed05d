import { beforeAll, expect, test } from 'vitest'
import { fillCompany } from '../../server/scenarios/support/busy-company.js'
import { addressOf, places } from './places.js'
import { inBrowser } from './in-browser.js'
import { comeIn, mustBeAccessible, visit, type Visitor } from './visitor.js'

const themes = ['light', 'dark'] as const
/** Asked on every page alike: the session's renewal and the count of the bell. */
const ofTheFrame = ['/auth/refresh', '/notifications/unread-count']

inBrowser('every page', { timeout: 60_000 }, (scene) => {
  const inside = new Map<string, Visitor>()
  const outside = new Map<string, Visitor>()

  beforeAll(async () => {
    await fillCompany(scene.company)
    for (const colorScheme of themes) {
      inside.set(colorScheme, await comeIn(scene, { colorScheme, bypassCSP: true }))
      outside.set(colorScheme, await visit(scene, { colorScheme, bypassCSP: true }))
    }
  }, 180_000)

  test.each(places.flatMap((place) => themes.map((theme) => ({ ...place, theme }))))(
    '$name, $theme: keeps nobody out, asks at most twice, complains of nothing',
    async ({ theme, ...place }) => {
      const { page, asked, complaints } = (place.guest ? outside : inside).get(theme)!
      const address = await addressOf(place, async (path) => (await scene.company.owner.get(path)).data)
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
