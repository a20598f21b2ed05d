import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const folder = fileURLToPath(new URL('../../web/dist', import.meta.url))
const weighed = new Map()
const weigh = (file) => {
  if (!weighed.has(file)) weighed.set(file, gzipSync(readFileSync(join(folder, file))).length / 1024)
  return weighed.get(file)
}

/** What the browser loads before a page stands, by the build's manifest: the entry, the language, the frame around the page, the page. */
export function bytesOfPages() {
  if (!existsSync(join(folder, '.vite/manifest.json'))) return []
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
  const filesOf = (keys) => {
    const files = new Set()
    const seen = new Set()
    const walk = (key) => {
      if (seen.has(key)) return
      seen.add(key)
      const chunk = manifest[key]
      files.add(chunk.file)
      for (const style of chunk.css ?? []) files.add(style)
      for (const next of chunk.imports ?? []) walk(next)
    }
    for (const key of keys) walk(key)
    return files
  }
  const sum = (files) => [...files].reduce((total, file) => total + weigh(file), 0)
  const outside = ['index.html', 'src/texts/outside.ru.ts', 'src/features/session/guest-layout.tsx']
  const inside = ['index.html', 'src/texts/outside.ru.ts', 'src/texts/inside.ru.ts', 'src/features/shell/shell.tsx']
  return Object.keys(manifest)
    .filter((key) => key.endsWith('-page.tsx') && manifest[key].isDynamicEntry)
    .map((page) => {
      const frame = page.includes('/session/') ? outside : inside
      const before = filesOf(frame)
      const all = filesOf([...frame, page])
      const script = sum([...all].filter((file) => file.endsWith('.js')))
      const style = sum([...all].filter((file) => file.endsWith('.css')))
      const own = sum([...all].filter((file) => !before.has(file)))
      return [page.replace(/^src\/features\/(.*)\.tsx$/, '$1'), script + style, script, style, own]
    })
    .toSorted((a, b) => b[1] - a[1])
}
