import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'
import type { ApplicationOptions } from '../../server/src/application.js'
import { buildWeb, hasChromium, openChromium, webFolder } from '../../server/scenarios/support/browser.js'
import { type Company, openCompany } from '../../server/scenarios/support/company.js'

/** A company of its own behind the built web application, and a browser before it. They are there once hooks and tests run. */
export interface Scene {
  readonly company: Company
  readonly browser: Browser
}

/** Stories that are told in a browser; skipped, by name, where there is none. */
export function inBrowser(
  title: string,
  { timeout, ...options }: { timeout: number } & Partial<ApplicationOptions>,
  stories: (scene: Scene) => void,
): void {
  describe.skipIf(!hasChromium)(title, { timeout }, () => {
    let company: Company | undefined
    let browser: Browser | undefined
    beforeAll(async () => {
      buildWeb()
      company = await openCompany({ webFolder, ...options })
      browser = await openChromium()
    }, 120_000)
    afterAll(async () => {
      await browser?.close()
      await company?.close()
    })
    stories({
      get company() {
        return company!
      },
      get browser() {
        return browser!
      },
    })
  })
}
