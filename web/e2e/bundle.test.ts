import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { buildWeb, webFolder } from '../../server/scenarios/support/browser.js'

/** What a page is shown with: the start, its frame and its words. In KB of script, compressed. */
const outside = {
  most: 200,
  with: ['index.html', 'src/features/session/guest-layout.tsx', 'src/texts/outside.ru.ts'],
}
const inside = {
  most: 275,
  with: ['index.html', 'src/features/shell/shell.tsx', 'src/texts/outside.ru.ts', 'src/texts/inside.ru.ts'],
}

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}
type Manifest = Readonly<Record<string, Chunk>>

beforeAll(() => buildWeb(), 120_000)

test('a first visit loads at most 200 KB of script, and no page more than 275', () => {
  const pages = Object.keys(manifest()).filter((key) => /^src\/features\/(?!design).*page\.tsx$/.test(key))
  expect(pages.length).toBeGreaterThan(25)
  const weights = pages.map((page) => {
    const { most, with: entries } = page.startsWith('src/features/session/') ? outside : inside
    const files = [...new Set([...entries, page].flatMap((entry) => filesOf(manifest(), entry)))]
    return {
      page,
      most,
      files: files.length,
      kilobytes: Math.ceil(files.reduce((sum, file) => sum + weightOf(file), 0) / 1024),
    }
  })
  console.log(
    weights
      .map(({ page, kilobytes, files }) => `${kilobytes} KB in ${files} files: ${page}`)
      .toSorted()
      .join('\n'),
  )
  expect(weights.filter(({ kilobytes, most }) => kilobytes > most)).toEqual([])
  expect(Math.min(...weights.map(({ kilobytes }) => kilobytes))).toBeGreaterThan(100)
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

const weightOf = (file: string): number => gzipSync(readFileSync(join(webFolder, file))).length

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
