import type { Chain, ChainNode } from '@prometric/contracts/chains'

const gravest = ['ATTENTION', 'WAITING', 'RUNNING', 'DONE'] as const

/** The chains of an order as one story, the first cause first: what somebody did later stands as a new beginning in it. */
export function oneStory(chains: readonly Chain[]): Chain | undefined {
  const inTime = chains.toSorted((one, other) => one.startedAt.localeCompare(other.startedAt))
  const [first] = inTime
  if (!first) return undefined
  return {
    correlationId: first.correlationId,
    status: gravest.find((status) => chains.some((chain) => chain.status === status)) ?? 'DONE',
    startedAt: first.startedAt,
    finishedAt: inTime.at(-1)?.finishedAt ?? null,
    nodes: once(inTime.flatMap(({ nodes }) => nodes)),
  }
}

/** A hold is told by every chain of its order: it stands where it has a cause. */
function once(nodes: readonly ChainNode[]): ChainNode[] {
  const known = new Set(nodes.map(({ id }) => id))
  const caused = new Set(nodes.filter(({ parentId }) => parentId !== null && known.has(parentId)).map(({ id }) => id))
  const told = new Set<string>()
  return nodes.filter((node) => {
    const isOrphan = node.parentId === null || !known.has(node.parentId)
    if (told.has(node.id) || (isOrphan && caused.has(node.id))) return false
    told.add(node.id)
    return true
  })
}

/** Why the order exists: the sentence of its making, and who is behind it. */
export function causeOf(story: Chain, orderId: string) {
  const made = story.nodes.find(
    ({ name, documents }) => name === 'order.created' && documents.some(({ id }) => id === orderId),
  )
  return made && { sentence: made.label, by: made.actor?.name ?? null, at: made.at }
}
