import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { root } from './project.mjs'

// Pictures of every page in both themes and three languages, of the program that runs at ADDRESS with its demo company: docs/screens.
const address = process.env.ADDRESS ?? 'http://localhost:5001'
const places = JSON.parse(readFileSync(join(root, 'web/e2e/places.json'), 'utf8'))
const folder = join(root, 'docs/screens')
const person = { email: 'demo@prometric.kz', password: 'Demo-2026!' }

const signedIn = await call('/api/v1/auth/login', { method: 'POST', body: JSON.stringify(person) })
const workspace = signedIn.memberships[0].workspaceId
const list = (path) =>
  call(`/api/v1/workspaces/${workspace}${path}`, { headers: { authorization: `Bearer ${signedIn.accessToken}` } })

// Taken anew, or with --missing only those that are not there yet. The server needs RATE_LIMIT_AUTH=1000 and
// RATE_LIMIT_LOGINS_ACCOUNT=10: every page is a fresh load, every language another browser.
const missingOnly = process.argv.includes('--missing')
if (!missingOnly) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const colorScheme of ['light', 'dark']) {
  for (const locale of ['ru-RU', 'kk-KZ', 'en-GB']) {
    const language = locale.slice(0, 2)
    const context = await browser.newContext({
      baseURL: address,
      locale,
      colorScheme,
      viewport: { width: 1280, height: 800 },
    })
    const page = await context.newPage()
    for (const guest of [true, false]) {
      if (!guest) await comeIn(page)
      for (const place of places.filter((each) => Boolean(each.guest) === guest)) {
        const path = join(folder, `${place.name}-${colorScheme}-${language}.jpg`)
        if (missingOnly && existsSync(path)) continue
        const [row] = place.first
          ? await list(`${place.first}${place.first.includes('?') ? '&' : '?'}limit=1`)
          : [{ id: '' }]
        if (!row) continue
        await page.goto(place.path.replace('$id', row.id))
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        await page.screenshot({ path, type: 'jpeg', quality: 60 })
      }
    }
    await context.close()
    console.log(`${colorScheme} ${language}`)
  }
}
await browser.close()

async function comeIn(page) {
  await page.goto('/sign-in')
  await page.locator('input[type=email]').fill(person.email)
  await page.locator('input[type=password]').fill(person.password)
  await page.locator('form button[type=submit]').click()
  await page.getByRole('navigation').first().waitFor()
}

async function call(path, options = {}) {
  const headers = { 'content-type': 'application/json', ...options.headers }
  const answer = await fetch(address + path, { ...options, headers })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return (await answer.json()).data
}
