import type { SourceFiles } from './source-files.js'
import { literal, nodesOf } from './syntax.js'

const lostFolders = new Set(['services', 'utils', 'types', 'dto', 'helpers'])

/** Row locks other than `for no key update`: two of them on rows that others reference end in deadlocks. */
export function strongLocks(files: SourceFiles): string[] {
  return [...files].flatMap(([path, text]) => {
    if (!path.startsWith('server/src/')) return []
    return nodesOf(path, text)
      .flatMap((node) => texts(node))
      .filter((found) => /\bfor\s+(update|share|key\s+share)\b|pessimistic_(write|read)/i.test(found))
      .map((found) => `${path}: lock rows with 'for no key update', not as in: ${found.trim().slice(0, 60)}`)
  })
}

function texts(node: { type: string; [field: string]: unknown }): string[] {
  if (node.type === 'TemplateLiteral') {
    const parts = node['quasis'] as { value: { cooked: string | null } }[]
    return [parts.map((part) => part.value.cooked ?? '').join(' ? ')]
  }
  return [literal(node) ?? '']
}

/** Folders named after nothing. */
export function lostFolderNames(folders: readonly string[]): string[] {
  return folders
    .filter((folder) => lostFolders.has(folder.slice(folder.lastIndexOf('/') + 1)))
    .map((folder) => `${folder}: name a folder after what it is about`)
}

/** The type that switches types off. */
export function anyTypes(files: SourceFiles): string[] {
  return [...files].flatMap(([path, text]) =>
    nodesOf(path, text)
      .filter((node) => node.type === 'TSAnyKeyword')
      .map((node) => `${path}:${text.slice(0, Number(node['start'])).split('\n').length}: say the type, or 'unknown'`),
  )
}

/** The two refusals that say nothing by themselves: a field's or an act's rule says what is wrong (`invalid`, `against`). */
export function namelessRefusals(files: SourceFiles): string[] {
  return [...files].flatMap(([path, text]) => {
    if (!/^server\/src\/(modules|orchestrators)\//.test(path) || path.endsWith('.test.ts')) return []
    return nodesOf(path, text)
      .filter((node) => node.type === 'NewExpression' && (node['callee'] as { name?: string }).name === 'Refusal')
      .map((node) => node['arguments'] as unknown[])
      .filter(([code]) => ['VALIDATION_FAILED', 'BUSINESS_RULE'].includes(literal(code) ?? ''))
      .filter(([, facts]) => !JSON.stringify(facts ?? {}).includes('"fieldErrors"'))
      .map(() => `${path}: say which rule it breaks, with 'invalid' or 'against'`)
  })
}

/** Addresses in the lock file would bind an installation to one registry. */
export function downloadAddresses(lockFile: string): string[] {
  return [...lockFile.matchAll(/"resolved":\s*"((?:https?|git)[^"]*)"/g)].map((match) => match[1] ?? '')
}
