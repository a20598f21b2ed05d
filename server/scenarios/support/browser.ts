import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

const executablePath = '/usr/bin/chromium'
const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Tests in a browser are skipped, by name, where there is none. */
export const hasChromium = existsSync(executablePath)

export const webFolder = fileURLToPath(new URL('../../../web/dist', import.meta.url))

/** Builds the web application when it is missing or older than its sources. */
export function buildWeb(): void {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', 'web'], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The web application could not be built:\n${stderr}`)
}

export function openChromium(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] })
}
