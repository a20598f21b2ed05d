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

/**
 * What a person needs to follow the story: no handled consequences, no frames around steps, nothing told twice.
 * What followed from something left out stands under what led to it.
 */
export function mainOf({ nodes }: Chain): ChainNode[] {
  const weighty = nodes.filter((node) => !isAside(node))
  const holds = new Set(nodes.filter(({ kind }) => kind === 'HOLD').map(({ label }) => bare(label)))
  const leads = new Set(weighty.map(({ parentId }) => parentId))
  const steps = weighty.filter(({ kind }) => kind === 'STEP')
  const made = new Set(steps.flatMap(({ documents }) => documents.map(({ id }) => id)))
  const leading = new Set(weighty.filter(({ id, kind }) => kind === 'EVENT' && leads.has(id)).map(({ label }) => label))
  const told = new Set<string>()
  const kept = weighty.filter((node) => {
    // A step and the event that it announced say the same: the one with consequences stays, or else the step.
    if (node.kind === 'STEP' && leading.has(node.label)) return false
    // The hold itself says it, and whether it still stands.
    if (node.kind === 'EVENT' && holds.has(bare(node.label))) return false
    if (node.kind === 'EVENT' && !leads.has(node.id) && isMade(node, made)) return false
    const once = `${node.parentId}:${node.label}`
    if (told.has(once)) return false
    told.add(once)
    return true
  })
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const shown = new Set(kept.map(({ id }) => id))
  const standing = (id: string | null): string | null =>
    id === null || shown.has(id) ? id : standing(byId.get(id)?.parentId ?? null)
  return kept.map((node) => ({ ...node, parentId: standing(node.parentId) }))
}

/** A sentence without its cause, which stands above it. */
const bare = (label: string): string => label.replace(/(, потому что |, себебі | because ).*$/, '')

const asides = new Set(['product', 'customer', 'task', 'stock'])
const wordy = /\.(status|stage)\.changed$/

function isAside({ kind, state, name, documents }: ChainNode): boolean {
  if (kind === 'DELIVERY') return state === 'DONE'
  if (kind === 'RUN') return state !== 'ATTENTION'
  if (kind !== 'EVENT') return false
  return wordy.test(name) || (documents.length > 0 && documents.every(({ type }) => asides.has(type)))
}

const isMade = ({ documents }: ChainNode, made: ReadonlySet<string>): boolean =>
  documents.length > 0 && documents.every(({ id, type }) => type !== 'order' && type !== 'deal' && made.has(id))
