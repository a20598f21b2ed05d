import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { buildWeb, webFolder } from '../../server/scenarios/support/browser.js'

const ruTexts = 'src/texts/ru.ts'
/** Script before the application can do anything, and with a page and its words; compressed, in KB. The goal for a whole page is 200. */
const budgets = [
  { what: 'before any page', entries: ['index.html'], most: 200 },
  { what: 'the page to sign in', entries: ['index.html', 'src/features/session/sign-in-page.tsx', ruTexts], most: 300 },
  { what: 'the pipeline', entries: ['index.html', 'src/features/deals/board/board-page.tsx', ruTexts], most: 300 },
]

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}
type Manifest = Readonly<Record<string, Chunk>>

beforeAll(() => buildWeb(), 120_000)

test.each(budgets)('$what: at most $most KB of script', ({ what, entries, most }) => {
  const files = [...new Set(entries.flatMap((entry) => filesOf(manifest(), entry)))]
  expect(files.length).toBeGreaterThan(1)
  const weights = files.map((file) => ({ file, bytes: gzipSync(readFileSync(join(webFolder, file))).length }))
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(`${what}: ${Math.ceil(total / 1024)} KB in ${files.length} files`)
  expect(total, JSON.stringify(weights, null, 2)).toBeLessThanOrEqual(most * 1024)
  expect(total).toBeGreaterThan(50 * 1024)
})

test('no two files of the build wait for each other: the page would stay white', () => {
  expect(circlesIn(manifest())).toEqual([])
  const circle = {
    a: { file: 'a.js', imports: ['b'] },
    b: { file: 'b.js', imports: ['c'] },
    c: { file: 'c.js', imports: ['b'] },
  }
  expect(circlesIn(circle)).toEqual(['b.js → c.js → b.js'])
})

test('the walk follows static imports, each once, and not the lazy ones', () => {
  const sample = {
    'index.html': { file: 'a.js', imports: ['_b.js', '_c.js'], dynamicImports: ['_d.js'] },
    '_b.js': { file: 'b.js', imports: ['_c.js'] },
    '_c.js': { file: 'c.js', imports: ['_b.js'] },
    '_d.js': { file: 'd.js' },
  }
  expect(filesOf(sample, 'index.html')).toEqual(['a.js', 'b.js', 'c.js'])
  expect(() => filesOf(sample, 'nothing.html')).toThrow('nothing.html')
})

const manifest = (): Manifest => JSON.parse(readFileSync(join(webFolder, '.vite/manifest.json'), 'utf8')) as Manifest

/** Files that import one another at once, each circle as a sentence. */
function circlesIn(all: Manifest): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const walk = (key: string, path: readonly string[]) => {
    if (path.includes(key)) {
      found.push([...path.slice(path.indexOf(key)), key].map((each) => all[each]!.file).join(' → '))
      return
    }
    if (done.has(key)) return
    done.add(key)
    for (const next of all[key]?.imports ?? []) walk(next, [...path, key])
  }
  for (const key of Object.keys(all)) walk(key, [])
  return found
}

/** An entry's file and those that it imports at once, and they in turn. */
function filesOf(all: Manifest, entry: string): string[] {
  const found = new Map<string, string>()
  const walk = (key: string) => {
    const chunk = all[key]
    if (!chunk) throw new Error(`${key} is not in the build's manifest`)
    if (found.has(key)) return
    found.set(key, chunk.file)
    chunk.imports?.forEach(walk)
  }
  walk(entry)
  return [...found.values()]
}
