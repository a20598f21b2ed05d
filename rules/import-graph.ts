import { posix } from 'node:path'
import type { SourceFiles } from './source-files.js'
import { literal, nodesOf } from './syntax.js'

export interface Imports {
  /** Files of ours. */
  files: string[]
  /** Names of packages, `node:` modules included. */
  packages: string[]
}

export interface ImportGraph {
  imports: Map<string, Imports>
  problems: string[]
}

/**
 * Who imports whom: static, dynamic, re-exported and type-only imports and `import('…')` types. `isAsset` says whether a file that is no
 * TypeScript (a style sheet, say) exists.
 */
export function importGraph(files: SourceFiles, isAsset: (path: string) => boolean = () => false): ImportGraph {
  const imports = new Map<string, Imports>()
  const problems: string[] = []
  for (const [path, text] of files) {
    const found: Imports = { files: [], packages: [] }
    for (const source of sourcesIn(path, text)) {
      if (source === undefined) {
        problems.push(`${path}: an import whose address is computed cannot be checked; write it out`)
        continue
      }
      const target = ours(path, source)
      if (target === undefined) found.packages.push(packageName(source))
      else {
        const file = candidates(target).find((candidate) => files.has(candidate))
        if (file) found.files.push(file)
        else if (isCode(target) || !isAsset(target.replace(/\?\w+$/, '')))
          problems.push(`${path}: '${source}' leads nowhere`)
      }
    }
    imports.set(path, found)
  }
  return { imports, problems }
}

function sourcesIn(path: string, text: string): (string | undefined)[] {
  return nodesOf(path, text).flatMap((node) => {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'ImportExpression':
        return [literal(node['source'])]
      case 'ExportNamedDeclaration':
        return node['source'] ? [literal(node['source'])] : []
      case 'TSImportType':
        return [literal(node['source'] ?? node['argument'])]
      case 'TSExternalModuleReference':
        return [literal(node['expression'])]
      default:
        return []
    }
  })
}

function ours(from: string, source: string): string | undefined {
  if (source.startsWith('.')) return posix.join(posix.dirname(from), source)
  const contract = /^@prometric\/(contracts|server|web)(?:\/(.*))?$/.exec(source)
  return contract ? `${contract[1]}/src/${contract[2] ?? 'index'}` : undefined
}

/** Code outside the source folders is read by nobody here, so nothing inside them may lean on it. */
function isCode(target: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(target)
}

function candidates(target: string): string[] {
  const bare = target.replace(/\.jsx?$/, '')
  return [`${bare}.ts`, `${bare}.tsx`, target, target.replace(/\.mjs$/, '.d.mts')]
}

function packageName(source: string): string {
  if (source.startsWith('node:')) return source
  return source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/')
}

/** The circles among the files: for each group of files that reach one another, one way round. */
export function circles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = []
  const done = new Set<string>()
  const path: string[] = []
  const onPath = new Set<string>()
  const visit = (node: string): void => {
    if (onPath.has(node)) {
      found.push([...path.slice(path.indexOf(node)), node])
      return
    }
    if (done.has(node)) return
    path.push(node)
    onPath.add(node)
    for (const next of edges.get(node) ?? []) visit(next)
    path.pop()
    onPath.delete(node)
    done.add(node)
  }
  for (const node of edges.keys()) visit(node)
  return found
}
