import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

const executablePath = '/usr/bin/chromium'
const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Tests in a browser are skipped, by name, where there is none. */
export const hasChromium = existsSync(executablePath)

export const webFolder = fileURLToPath(new URL('../../../web/dist', import.meta.url))

/** Builds the web application when it is missing or older than its sources. Of several test files that ask at once, one builds. */
export function buildWeb(): void {
  const lock = join(root, 'node_modules/.building-web')
  while (!claimed(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  try {
    const program = ['scripts/build.mjs', 'web']
    const { status, stderr } = spawnSync(process.execPath, program, { cwd: root, encoding: 'utf8' })
    if (status !== 0) throw new Error(`The web application could not be built:\n${stderr}`)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** A folder is made by one only. What a killed build left behind counts for two minutes. */
function claimed(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
    if (since && Date.now() - since > 120_000) rmSync(lock, { recursive: true, force: true })
    return false
  }
}

export function openChromium(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] })
}
