import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What stands before a page: the start, its words, its frame. */
const outside = ['index.html', 'src/texts/outside.ru.ts', 'src/features/session/guest-layout.tsx']
const inside = ['index.html', 'src/texts/outside.ru.ts', 'src/texts/inside.ru.ts', 'src/features/shell/shell.tsx']

export const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))

/** What the browser loads before each page stands, by the manifest of the build in the folder. In KB, compressed with gzip. */
export function pageWeights(folder) {
  const manifest = manifestOf(folder)
  const weights = new Map()
  const weightOf = (file) => {
    if (!weights.has(file)) weights.set(file, gzipSync(readFileSync(join(folder, file))).length / 1024)
    return weights.get(file)
  }
  const sum = (files) => files.reduce((total, file) => total + weightOf(file), 0)
  return Object.keys(manifest)
    .filter((key) => /^src\/features\/(?!design\/).*page\.tsx$/.test(key) && manifest[key].isDynamicEntry)
    .map((page) => {
      const isOutside = page.includes('/session/')
      const before = isOutside ? outside : inside
      const files = filesOf(manifest, [...before, page])
      const scripts = files.filter((file) => file.endsWith('.js'))
      const known = new Set(filesOf(manifest, before))
      return {
        page: page.replace(/^src\/features\/(.*)\.tsx$/, '$1'),
        isOutside,
        scripts: scripts.length,
        script: sum(scripts),
        style: sum(files.filter((file) => file.endsWith('.css'))),
        own: sum(files.filter((file) => !known.has(file))),
      }
    })
}

/** The files of some entries and of those that they import at once, and they in turn, each once. */
export function filesOf(manifest, entries) {
  const seen = new Set()
  const files = new Set()
  const walk = (key) => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`${key} is not in the build's manifest`)
    if (seen.has(key)) return
    seen.add(key)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    chunk.imports?.forEach(walk)
  }
  entries.forEach(walk)
  return [...files]
}
