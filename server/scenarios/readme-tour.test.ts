import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOwner } from '../src/orchestrators/owner-onboarding.js'
import { someBin } from './support/bin.js'
import { clientOf } from './support/client.js'
import { type Company, openCompany } from './support/company.js'
import { ok } from './support/cast.js'

const demo = { email: 'demo@prometric.kz', password: 'Demo-2026!' }
const page = (name: string) => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8')

let company: Company
let workspaceId: string

beforeAll(async () => {
  company = await openCompany({ relay: true })
  const owner = await createOwner(company.database, {
    ...demo,
    firstName: 'Айгерим',
    lastName: 'Демо',
    companyName: 'ТОО «Демо»',
    bin: someBin(),
    type: 'TOO',
  })
  workspaceId = owner.workspaceId
  const { data } = ok(await company.anonymous.post('/api/v1/auth/login', demo))
  const client = clientOf({
    url: company.url,
    workspaceId,
    userId: owner.userId,
    email: demo.email,
    token: data.accessToken,
  })
  const [warehouse] = ok(await client.get('/operations/warehouse/warehouses')).data
  for (const [code, price] of [
    ['SHELF-1', 45_000],
    ['CHAIR-1', 38_900.5],
    ['TABLE-1', 120_000],
    ['LAMP-1', 9_990],
  ]) {
    const product = {
      name: `Товар ${code}`,
      code,
      productType: 'PRODUCT',
      status: 'ACTIVE',
      price,
      purchasePrice: 5_000,
    }
    const productId = ok(await client.post('/products', product)).data.id
    const found = { warehouseId: warehouse.id, productId, adjustment: 1, reason: 'OPENING_BALANCE', unitCost: 5_000 }
    ok(await client.post('/operations/warehouse/inventory/adjust', found))
  }
})
afterAll(() => company?.close())

test('the tour of README.md works as it is printed', { timeout: 90_000 }, async () => {
  const blocks = shellBlocks(page('README.md'))
  expect(blocks.length).toBeGreaterThan(5)
  const { code, output } = await bash(blocks.join('\n'), { BASE: company.url })
  expect(code, output).toBe(0)
  expect(output).toMatch(/SO-\d{4}-\d{6}\nINV-\d{4}-\d{6}\n/)
  expect(output).toContain('STOCK 2')
  expect(output).toMatch(/because/)
  expect(output).not.toContain('undefined')
  await expect
    .poll(() => company.sql('select status from orders where workspace_id = $1', [workspaceId]), { timeout: 10_000 })
    .toEqual([{ status: 'COMPLETED' }])
})

test('the Russian twin prints the same commands', () => {
  expect(shellBlocks(page('README.ru.md'))).toEqual(shellBlocks(page('README.md')))
})

/** The ```sh blocks of a page. */
function shellBlocks(text: string): string[] {
  return [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block!)
}

/** Every command must succeed; a hung one is ended with the test. */
function bash(
  script: string,
  more: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string }> {
  const shell = spawn('bash', ['-c', `set -euo pipefail\n${script}`], {
    env: { ...process.env, ...more },
    timeout: 80_000,
  })
  let output = ''
  shell.stdout.on('data', (data) => (output += data))
  shell.stderr.on('data', (data) => (output += data))
  return new Promise((resolve, reject) => {
    shell.on('error', reject)
    shell.on('close', (code) => resolve({ code, output }))
  })
}
