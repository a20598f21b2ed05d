import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Path from the root, with slashes, to text. */
export type SourceFiles = ReadonlyMap<string, string>

export const sourceFolders = [
  'contracts/src',
  'server/src',
  'server/scenarios',
  'web/src',
  'web/e2e',
  'proofs',
  'rules',
]

/** Every TypeScript file of the project. */
export function sourceFiles(): SourceFiles {
  return new Map(
    sourceFolders
      .flatMap((folder) => walk(folder))
      .filter((path) => /\.(ts|tsx|mts)$/.test(path))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )
}

/** Every folder under the source folders. */
export function sourceDirectories(): string[] {
  return sourceFolders.flatMap((folder) => walk(folder, 'folders'))
}

function walk(folder: string, wanted: 'files' | 'folders' = 'files'): string[] {
  let entries
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true })
  } catch {
    return []
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (!entry.isDirectory()) return wanted === 'files' ? [path] : []
    return wanted === 'folders' ? [path, ...walk(path, wanted)] : walk(path, wanted)
  })
}
