import type { Chain, ChainNode } from '@prometric/contracts/chains'
import { moment } from './format.js'
import { useLanguage, word } from './language.js'
import { useSession } from './session.js'

/** What followed from one cause, as an indented list: a child stands below what led to it. */
export function ChainList({ chain }: { chain: Chain }) {
  const { texts } = useLanguage()
  const children = Map.groupBy(chain.nodes, ({ parentId }) => parentId)
  return (
    <article className="chain">
      <p className={`badge ${chain.status.toLowerCase()}`}>{texts.chain.states[chain.status]}</p>
      <Branch nodes={children.get(null) ?? []} below={children} />
    </article>
  )
}

type Children = ReadonlyMap<string | null, readonly ChainNode[]>

function Branch({ nodes, below }: { nodes: readonly ChainNode[]; below: Children }) {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.id} className={`${node.kind} ${node.state}`.toLowerCase()}>
          <Node node={node} />
          {below.has(node.id) && <Branch nodes={below.get(node.id)!} below={below} />}
        </li>
      ))}
    </ul>
  )
}

function Node({ node }: { node: ChainNode }) {
  const { texts } = useLanguage()
  const timezone = useTimezone()
  const isSignificant = node.kind === 'CAUSE' || node.kind === 'EVENT'
  return (
    <div className="node">
      <span className="kind">
        {node.kind === 'DELIVERY' ? word(texts.chain.deliveries, node.state) : texts.chain.kinds[node.kind]}
      </span>
      <span className="label">{node.label}</span>
      {node.hiddenDocuments > 0 && <span className="quiet">{texts.chain.hidden(node.hiddenDocuments)}</span>}
      <span className="quiet when">
        {isSignificant
          ? moment(node.at, timezone)
          : node.durationMs !== null && texts.chain.milliseconds(node.durationMs)}
      </span>
      {node.error && <span className="problem">{`${node.error.message} (${node.error.code})`}</span>}
    </div>
  )
}

/** The clock of the workspace. */
function useTimezone(): string {
  const session = useSession()
  const mine = session?.memberships.find(({ workspaceId }) => workspaceId === session.workspaceId)
  return mine?.timezone ?? 'Asia/Almaty'
}
