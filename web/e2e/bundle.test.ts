import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { buildWeb, webFolder } from '../../server/scenarios/support/browser.js'

/** What the first page may load before it can do anything, compressed. */
const budget = 200 * 1024

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}
type Manifest = Readonly<Record<string, Chunk>>

beforeAll(() => buildWeb(), 120_000)

test('the first page loads at most 200 KB of script', () => {
  const files = filesOf(
    JSON.parse(readFileSync(join(webFolder, '.vite/manifest.json'), 'utf8')) as Manifest,
    'index.html',
  )
  expect(files.length).toBeGreaterThan(1)
  const weights = files.map((file) => ({ file, bytes: gzipSync(readFileSync(join(webFolder, file))).length }))
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0)
  expect(total, JSON.stringify(weights, null, 2)).toBeLessThanOrEqual(budget)
  expect(total).toBeGreaterThan(50 * 1024)
})

test('the walk follows static imports, each once, and not the lazy ones', () => {
  const manifest = {
    'index.html': { file: 'a.js', imports: ['_b.js', '_c.js'], dynamicImports: ['_d.js'] },
    '_b.js': { file: 'b.js', imports: ['_c.js'] },
    '_c.js': { file: 'c.js', imports: ['_b.js'] },
    '_d.js': { file: 'd.js' },
  }
  expect(filesOf(manifest, 'index.html')).toEqual(['a.js', 'b.js', 'c.js'])
  expect(() => filesOf(manifest, 'nothing.html')).toThrow('nothing.html')
})

/** An entry's file and those that it imports at once, and they in turn. */
function filesOf(manifest: Manifest, entry: string): string[] {
  const found = new Map<string, string>()
  const walk = (key: string) => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`${key} is not in the build's manifest`)
    if (found.has(key)) return
    found.set(key, chunk.file)
    chunk.imports?.forEach(walk)
  }
  walk(entry)
  return [...found.values()]
}
