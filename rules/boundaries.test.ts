import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { boundaryProblems } from './boundaries.js'
import { importGraph } from './import-graph.js'
import { asks } from './modules.js'
import { root, sourceFiles, sourceFolders } from './source-files.js'

const deals = 'server/src/modules/deals'
const orders = 'server/src/modules/orders'

const house: Record<string, string> = {
  'contracts/src/deals.ts': 'export type Deal = { id: string }',
  'server/src/kernel/money.ts': 'export class Money {}',
  'server/src/platform/database/tenant.ts': "import type { Money } from '../../kernel/money.js'",
  [`${deals}/operations/win-deal.ts`]: "import type { Deal } from '@prometric/contracts/deals'",
  [`${deals}/queries/deal.ts`]: '',
  [`${deals}/http/deals.controller.ts`]: "import { w } from '../operations/win-deal.js'",
  [`${deals}/events.ts`]: '',
  [`${deals}/public.ts`]: '',
  [`${orders}/operations/place-order.ts`]: "import { a } from '../../deals/public.js'; import '../../deals/events.js'",
  'server/src/orchestrators/win-deal.ts': "import { w } from '../modules/deals/operations/win-deal.js'",
  'server/src/main.ts': "import { c } from './modules/deals/http/deals.controller.js'",
  'server/scenarios/story.test.ts': "import { w } from '../src/modules/deals/operations/win-deal.js'",
  'web/src/main.tsx': "import type { Deal } from '@prometric/contracts/deals'",
}
const pairs = { orders: ['deals'] }

function problems(more: Record<string, string>, allowed: Record<string, readonly string[]> = pairs): string[] {
  return boundaryProblems(new Map(Object.entries({ ...house, ...more })), allowed)
}

test('a house in order has no problems', () => {
  expect(problems({})).toEqual([])
})

describe('what the rules refuse', () => {
  const kernel = 'server/src/kernel/x.ts'
  const platform = 'server/src/platform/x.ts'
  const module = `${orders}/operations/x.ts`
  const up = '../../../'
  test.each<[string, string, string, string]>([
    ['kernel → platform', kernel, "import '../platform/database/tenant.js'", 'the kernel imports only'],
    ['kernel → a package', kernel, "import pg from 'pg'", 'few packages of the kernel'],
    ['kernel → a node module', kernel, "import 'node:fs'", 'few packages of the kernel'],
    ['platform → module', platform, "import '../modules/deals/public.js'", 'knows no business'],
    ['platform → events', platform, "import '../modules/deals/events.js'", 'knows no business'],
    ['platform → orchestrator', platform, "import '../orchestrators/win-deal.js'", 'knows no business'],
    ['module → operation', module, "import '../../deals/operations/win-deal.js'", 'through its public.ts'],
    ['module → query', module, "import '../../deals/queries/deal.js'", 'through its public.ts'],
    ['module → orchestrator', module, `import '${up}orchestrators/win-deal.js'`, 'never up'],
    ['module → wiring', module, `import '${up}main.js'`, 'never up'],
    ['type-only', module, "import type { A } from '../../deals/queries/deal.js'", 'through its public.ts'],
    ['an import type', module, "type A = import('../../deals/queries/deal.js').A", 'through its public.ts'],
    ['dynamic', module, "void import('../../deals/queries/deal.js')", 'through its public.ts'],
    ['re-export', module, "export { a } from '../../deals/queries/deal.js'", 'through its public.ts'],
    ['re-export of all', module, "export * from '../../deals/queries/deal.js'", 'through its public.ts'],
    ['import = require', module, "import a = require('../../deals/queries/deal.js')", 'through its public.ts'],
    ['unlisted pair', `${deals}/x.ts`, "import '../orders/public.js'", "'deals' asking 'orders' is not in"],
    [
      'orchestrator → HTTP',
      'server/src/orchestrators/x.ts',
      "import '../modules/deals/http/deals.controller.js'",
      'without HTTP',
    ],
    ['contracts → ours', 'contracts/src/x.ts', "import '../../server/src/kernel/money.js'", 'nothing of ours'],
    ['contracts → a package', 'contracts/src/x.ts', "import 'pg'", 'zod and nothing else'],
    ['web → server', 'web/src/x.ts', "import '../../server/src/kernel/money.js'", 'by its contracts only'],
    ['server → web', 'server/src/x.ts', "import '../../web/src/main.js'", 'does not import the web'],
    ['server → test', 'server/src/x.ts', "import '../scenarios/story.test.js'", 'only tests import tests'],
    ['nowhere', platform, "import './missing.js'", 'leads nowhere'],
    ['no such contract', platform, "import '@prometric/contracts/missing'", 'leads nowhere'],
    ['computed', platform, 'const a = "x"; void import(a)', 'computed'],
  ])('%s', (_name, path, text, reason) => {
    const found = problems({ [path]: text, [`${orders}/public.ts`]: '' })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(reason)
  })

  test('files in a circle, even by types only', () => {
    const found = problems({
      [`${deals}/a.ts`]: "import type { B } from './b.js'",
      [`${deals}/b.ts`]: "export type B = import('./a.js').A",
    })
    expect(found).toEqual([`files import one another in a circle: ${deals}/a.ts → ${deals}/b.ts → ${deals}/a.ts`])
  })

  test('modules in a circle', () => {
    expect(problems({}, { orders: ['deals'], deals: ['orders'] })).toEqual([
      'modules ask one another in a circle: orders → deals → orders',
    ])
  })

  test('a file that cannot be read, or stands where the house has no room', () => {
    expect(() => problems({ 'server/src/platform/x.ts': 'const = 1' })).toThrow('server/src/platform/x.ts')
    expect(() => problems({ 'server/src/misc/x.ts': "import '../kernel/money.js'" })).toThrow('no such place')
  })
})

test('our own house', () => {
  const files = sourceFiles()
  const counted = sourceFolders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
    .filter((path) => ['.ts', '.tsx', '.mts'].some((ending) => path.endsWith(ending)))
  expect(files.size).toBeGreaterThan(0)
  expect(files.size).toBe(counted.length)
  const isAsset = (path: string) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false
  expect(importGraph(files, isAsset).imports.size).toBe(counted.length)
  expect(boundaryProblems(files, asks, isAsset)).toEqual([])
})
