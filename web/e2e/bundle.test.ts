import { beforeAll, expect, test } from 'vitest'
import { buildWeb, webFolder } from '../../server/scenarios/support/browser.js'
import { filesOf, type Manifest, manifestOf, pageWeights } from './page-weights.mjs'

beforeAll(() => buildWeb(), 120_000)

test('a first visit loads at most 200 KB of script, and no page more than 275', () => {
  const pages = pageWeights(webFolder)
  expect(pages.length).toBeGreaterThan(25)
  const told = pages.map(({ page, scripts, script }) => `${Math.ceil(script)} KB in ${scripts} files: ${page}`)
  console.log(told.toSorted().join('\n'))
  expect(pages.filter(({ isOutside, script }) => script > (isOutside ? 200 : 275))).toEqual([])
  expect(Math.min(...pages.map(({ script }) => script))).toBeGreaterThan(100)
})

test('no two files of the build wait for each other: the page would stay white', () => {
  expect(circlesIn(manifestOf(webFolder))).toEqual([])
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
  expect(filesOf(sample, ['index.html'])).toEqual(['a.js', 'b.js', 'c.js'])
  expect(() => filesOf(sample, ['nothing.html'])).toThrow('nothing.html')
})

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
