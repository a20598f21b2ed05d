import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { anyTypes, downloadAddresses, lostFolderNames, namelessRefusals, strongLocks } from './house.js'
import { root, sourceDirectories, sourceFiles } from './source-files.js'

const file = (text: string) => new Map([['server/src/x.ts', text]])

describe('row locks', () => {
  test.each([
    'const a = sql`select 1 from app.deals where id = $1 for update`',
    "const a = 'select 1 FOR\\n  UPDATE skip locked'",
    'const a = `select ${b} from c for share`',
    "const a = { lock: { mode: 'pessimistic_write' } }",
  ])('refuses %s', (text) => {
    expect(strongLocks(file(text))).toHaveLength(1)
  })

  test('admits the weak lock and talk about the strong one', () => {
    expect(strongLocks(file('/* never for update */ const a = sql`select 1 for no key update skip locked`'))).toEqual(
      [],
    )
  })

  test('ours', () => {
    expect(strongLocks(sourceFiles())).toEqual([])
  })
})

describe('folder names', () => {
  test('refuses names that say nothing', () => {
    const folders = ['a/services', 'a/utils', 'a/dto', 'a/helpers', 'a/types']
    expect(lostFolderNames([...folders, 'a/deals'])).toHaveLength(folders.length)
  })

  test('ours', () => {
    expect(sourceDirectories().length).toBeGreaterThan(0)
    expect(lostFolderNames(sourceDirectories())).toEqual([])
  })
})

describe('the type that switches types off', () => {
  test.each(['let a: any', 'const a = b as any', 'type A = Record<string, any>'])('refuses %s', (text) => {
    expect(anyTypes(file(text))).toEqual(["server/src/x.ts:1: say the type, or 'unknown'"])
  })

  test('ours', () => {
    expect(anyTypes(sourceFiles())).toEqual([])
  })
})

describe('refusals', () => {
  const inModule = (text: string) => new Map([['server/src/modules/x.ts', text]])

  test.each(["throw new Refusal('VALIDATION_FAILED', {}, 'until')", "throw new Refusal('BUSINESS_RULE', { rule })"])(
    'refuses %s',
    (text) => {
      expect(namelessRefusals(inModule(text))).toHaveLength(1)
    },
  )

  test('admits a rule by name, and fields that say their own', () => {
    const named = "throw invalid('until', 'NOT_IN_THE_PAST')"
    const own = "throw new Refusal('VALIDATION_FAILED', { fieldErrors: [] }, 'password')"
    expect(namelessRefusals(inModule(`${named}; ${own}`))).toEqual([])
  })

  test('ours', () => {
    expect(namelessRefusals(sourceFiles())).toEqual([])
  })
})

describe('the lock file', () => {
  test('refuses an address', () => {
    expect(downloadAddresses('{ "resolved": "git:a.tgz" }')).toHaveLength(1)
    expect(downloadAddresses('{ "resolved": "contracts", "link": true }')).toEqual([])
  })

  test('ours', () => {
    expect(downloadAddresses(readFileSync(join(root, 'package-lock.json'), 'utf8'))).toEqual([])
  })
})

test('every module says in at most forty lines what it owns', () => {
  const modules = readdirSync(join(root, 'server/src/modules'))
  expect(modules.length).toBeGreaterThan(10)
  for (const name of modules) {
    const readme = readFileSync(join(root, 'server/src/modules', name, 'README.md'), 'utf8')
    expect([name, readme.split('\n').length <= 40, readme.includes('**Owns**')]).toEqual([name, true, true])
  }
})
