import type { SourceFiles } from '../source-files.js'
import { literal, nodesOf, type SyntaxNode } from '../syntax.js'

const eventName = /^[a-z]+(\.[a-z_]+)+$/

/** What stands under these keys is listened to, not said. */
const hearingKeys = new Set(['wakesOn', 'events', 'inline', 'queued'])

export interface Announcements {
  /** Event name to the files that announce it. */
  readonly byEvent: ReadonlyMap<string, readonly string[]>
}

/** Who announces what, read from the source: the names inside calls of `announce…` and `say`, and, where a name is computed, every event named beside such a call. */
export function announcements(files: SourceFiles, heard: Iterable<string>): Announcements {
  const read = [...files]
    .filter(
      ([path]) =>
        path.startsWith('server/src/') && !path.endsWith('.test.ts') && !path.startsWith('server/src/platform/'),
    )
    .map(([path, text]) => ({ path, ...announcedIn(nodesOf(path, text)) }))
  const known = new Set([...heard, ...read.flatMap(({ direct, declared }) => [...direct, ...declared])])
  const byEvent = new Map<string, string[]>([...known].toSorted().map((name) => [name, []]))
  for (const { path, announces, named } of read) {
    if (!announces || path.endsWith('/events.ts') || path.endsWith('listeners.ts')) continue
    for (const name of named) byEvent.get(name)?.push(path)
  }
  return { byEvent }
}

function announcedIn(nodes: readonly SyntaxNode[]) {
  const calls = nodes.filter(isAnnouncement)
  const direct = calls.flatMap((call) => namesIn(call))
  const declared = nodes
    .filter((node) => node.type === 'TSPropertySignature')
    .flatMap((node) => literal(node['key']) ?? [])
    .filter((name) => eventName.test(name))
  // A literal name says all; only where some call has none does the rest of the file count.
  const computed = calls.some((call) => namesIn(call).length === 0)
  const hearing = nodes.filter(
    (node) => node.type === 'Property' && hearingKeys.has((node['key'] as { name?: string }).name ?? ''),
  )
  const said = (node: SyntaxNode) =>
    !hearing.some(
      (part) => Number(part['start']) <= Number(node['start']) && Number(node['end']) <= Number(part['end']),
    )
  const beside = () =>
    nodes
      .filter(said)
      .flatMap((node) => literal(node) ?? [])
      .filter((name) => eventName.test(name))
  const named = new Set(computed ? beside() : direct)
  return { announces: calls.length > 0, direct, declared, named }
}

function isAnnouncement(node: SyntaxNode): boolean {
  if (node.type !== 'CallExpression') return false
  const callee = node['callee'] as { name?: string; property?: { name?: string } }
  return /^(announce|say$)/.test(callee.property?.name ?? callee.name ?? '')
}

/** Event names among the arguments: the plain ones, the `name` of an object, and the branches of a choice. */
function namesIn(call: SyntaxNode): string[] {
  const found: string[] = []
  const look = (value: unknown): void => {
    const node = value as SyntaxNode
    const text = literal(node)
    if (text !== undefined && eventName.test(text)) found.push(text)
    if (node.type === 'ConditionalExpression') [node['consequent'], node['alternate']].forEach(look)
    if (node.type !== 'ObjectExpression') return
    for (const property of node['properties'] as SyntaxNode[]) {
      if ((property['key'] as { name?: string } | undefined)?.name === 'name') look(property['value'])
    }
  }
  ;(call['arguments'] as unknown[]).forEach(look)
  return found
}
