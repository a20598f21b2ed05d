import type { Chain, ChainNode } from '@prometric/contracts/chains'

export interface Branch {
  readonly node: ChainNode
  readonly children: readonly Branch[]
}

export const sizeOf = (branches: readonly Branch[]): number =>
  branches.reduce((sum, { children }) => sum + 1 + sizeOf(children), 0)

/** The chain as a tree by cause. What follows the first cause stands beside it, so that the story is not indented as a whole. */
export function treeOf(nodes: readonly ChainNode[]): Branch[] {
  const below = new Map<string | null, ChainNode[]>()
  for (const node of nodes) below.set(node.parentId, [...(below.get(node.parentId) ?? []), node])
  const grow = (node: ChainNode): Branch => ({ node, children: (below.get(node.id) ?? []).map(grow) })
  const known = new Set(nodes.map(({ id }) => id))
  const roots = nodes.filter(({ parentId }) => parentId === null || !known.has(parentId)).map(grow)
  return roots.flatMap((root) => [{ node: root.node, children: [] }, ...root.children])
}

const asides = new Set(['product', 'customer', 'task', 'stock'])
const wordy = /\.(status|stage)\.changed$/

/**
 * What a person needs to follow the story: no handled consequences, no frames around steps, nothing told twice.
 * What followed from something left out stands under what led to it.
 */
export function mainOf({ nodes }: Chain): ChainNode[] {
  const events = new Set(nodes.filter(({ kind }) => kind === 'EVENT').map(({ label }) => label))
  const told = new Set<string>()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const madeBySteps = new Set(
    nodes.filter(({ kind }) => kind === 'STEP').flatMap(({ documents }) => documents.map(({ id }) => id)),
  )
  const leads = new Set(nodes.map(({ parentId }) => parentId))
  const kept = nodes.filter((node) => {
    if (node.kind === 'DELIVERY') return node.state !== 'DONE'
    if (node.kind === 'RUN') return node.state === 'ATTENTION'
    if (node.kind === 'STEP' && events.has(node.label)) return false
    if (node.kind === 'EVENT' && isAside(node, madeBySteps, leads)) return false
    const once = `${node.parentId}:${node.label}`
    if (told.has(once)) return false
    told.add(once)
    return true
  })
  const shown = new Set(kept.map(({ id }) => id))
  const standing = (id: string | null): string | null =>
    id === null || shown.has(id) ? id : standing(byId.get(id)?.parentId ?? null)
  return kept.map((node) => ({ ...node, parentId: standing(node.parentId) }))
}

function isAside(node: ChainNode, madeBySteps: ReadonlySet<string>, leads: ReadonlySet<string | null>): boolean {
  if (wordy.test(node.name)) return true
  if (node.documents.length === 0) return false
  if (node.documents.every(({ type }) => asides.has(type))) return true
  const isMade = node.documents.every(({ id, type }) => type !== 'order' && type !== 'deal' && madeBySteps.has(id))
  return isMade && !leads.has(node.id)
}
