import type { ChainNode } from '@prometric/contracts/chains'
import type { Paper } from '../../ui/document-page/papers.js'

/** Not papers: what a chain only mentions. */
const mentioned: ReadonlySet<string> = new Set(['product', 'customer', 'supplier'])

interface Named {
  readonly papers: readonly Paper[]
  /** How many more there are that the reader may not see. */
  readonly hidden: number
}

/** Every document that a story names, once, with its status of now; what belongs to the page itself is left out. */
export function papersOf(nodes: readonly ChainNode[], isOwn: (paper: Paper) => boolean): Named {
  const named = nodes.flatMap(({ documents }) => documents).filter((one) => !mentioned.has(one.type) && !isOwn(one))
  return {
    papers: [...new Map(named.map((one) => [one.id, one])).values()],
    hidden: Math.max(0, ...nodes.map(({ hiddenDocuments }) => hiddenDocuments)),
  }
}
