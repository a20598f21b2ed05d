import { circles, importGraph } from './import-graph.js'
import type { SourceFiles } from './source-files.js'

const kernelPackages = ['libphonenumber-js', 'node:crypto']
const contractPackages = ['zod']

/** Where a file lives: the layer, and the module when it has one. */
interface Place {
  layer:
    | 'contracts'
    | 'kernel'
    | 'platform'
    | 'module'
    | 'orchestrators'
    | 'analytics'
    | 'invariants'
    | 'demo'
    | 'wiring'
    | 'scenarios'
    | 'web'
    | 'rules'
  module?: string
}

/** Everything in the import graph that the house forbids, as sentences. */
export function boundaryProblems(
  files: SourceFiles,
  asks: Readonly<Record<string, readonly string[]>>,
  isAsset?: (path: string) => boolean,
): string[] {
  const { imports, problems } = importGraph(files, isAsset)
  for (const [from, found] of imports) {
    for (const to of found.files) {
      const reason = forbidden(from, to, asks)
      if (reason) problems.push(`${from} imports ${to}: ${reason}`)
    }
    for (const name of found.packages) {
      const reason = forbiddenPackage(from, name)
      if (reason) problems.push(`${from} imports ${name}: ${reason}`)
    }
  }
  for (const circle of circles(new Map([...imports].map(([path, { files: targets }]) => [path, targets])))) {
    problems.push(`files import one another in a circle: ${circle.join(' → ')}`)
  }
  for (const circle of circles(new Map(Object.entries(asks)))) {
    problems.push(`modules ask one another in a circle: ${circle.join(' → ')}`)
  }
  return problems
}

function forbidden(from: string, to: string, asks: Readonly<Record<string, readonly string[]>>): string | undefined {
  const a = place(from)
  const b = place(to)
  if (a.layer === 'scenarios' || a.layer === 'rules') return undefined
  if (b.layer === 'scenarios' || b.layer === 'rules') return 'only tests import tests'
  if (b.layer === 'contracts') return undefined
  switch (a.layer) {
    case 'contracts':
      return 'contracts import nothing of ours'
    case 'web':
      return b.layer === 'web' ? undefined : 'the web knows the server by its contracts only'
    case 'kernel':
      return b.layer === 'kernel' ? undefined : 'the kernel imports only the kernel and contracts'
    case 'platform':
      return ['kernel', 'platform'].includes(b.layer) ? undefined : 'the platform knows no business'
    case 'module':
    case 'analytics':
      if (b.layer === 'module') return betweenModules(a, b, to, asks)
      if (b.layer === a.layer) return undefined
      return ['kernel', 'platform'].includes(b.layer) ? undefined : 'a module looks down, never up or aside'
    case 'orchestrators':
      if (b.layer === 'module' && inside(to, b, 'http/')) return 'a story is told without HTTP'
      return ['kernel', 'platform', 'module', 'invariants', 'orchestrators'].includes(b.layer)
        ? undefined
        : 'an orchestrator looks down'
    case 'invariants':
      return ['kernel', 'platform', 'invariants'].includes(b.layer)
        ? undefined
        : 'invariants look at rows, past the modules'
    case 'demo':
    case 'wiring':
      return b.layer === 'web' ? 'the server does not import the web' : undefined
  }
}

function betweenModules(
  a: Place,
  b: Place,
  to: string,
  asks: Readonly<Record<string, readonly string[]>>,
): string | undefined {
  if (a.module === b.module || inside(to, b, 'events.ts')) return undefined
  if (!inside(to, b, 'public.ts')) return `another module is asked through its public.ts or heard through its events.ts`
  if (a.layer === 'analytics' || asks[a.module ?? '']?.includes(b.module ?? '')) return undefined
  return `'${a.module}' asking '${b.module}' is not in rules/modules.ts`
}

function inside(path: string, at: Place, name: string): boolean {
  const rest = path.slice(`server/src/modules/${at.module}/`.length)
  return name.endsWith('/') ? rest.startsWith(name) : rest === name
}

function forbiddenPackage(from: string, name: string): string | undefined {
  const { layer } = place(from)
  if (layer === 'kernel' && !kernelPackages.includes(name)) return 'not one of the few packages of the kernel'
  if (layer === 'contracts' && !contractPackages.includes(name)) return 'contracts need zod and nothing else'
  return undefined
}

function place(path: string): Place {
  if (/\.test\.tsx?$/.test(path) || /^(server\/scenarios|web\/e2e|proofs)\//.test(path)) return { layer: 'scenarios' }
  if (path.startsWith('rules/')) return { layer: 'rules' }
  if (path.startsWith('contracts/src/')) return { layer: 'contracts' }
  if (path.startsWith('web/src/')) return { layer: 'web' }
  const [folder, next, ...rest] = path.slice('server/src/'.length).split('/')
  if (next === undefined || folder === 'commands') return { layer: 'wiring' }
  if (folder === 'modules' && next && rest.length > 0) return { layer: 'module', module: next }
  const known = ['kernel', 'platform', 'invariants', 'orchestrators', 'analytics', 'demo'] as const
  const layer = known.find((name) => name === folder)
  if (!layer) throw new Error(`${path}: the house has no such place`)
  return { layer }
}
