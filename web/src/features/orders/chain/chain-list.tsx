import type { Chain, ChainNode } from '@prometric/contracts/chains'
import { useTranslation } from 'react-i18next'
import { moment } from '../../../lib/format.js'
import { useTimezone } from '../../../lib/session.js'
import styles from './chain-list.module.css'

/** What followed from one cause, as an indented list: a child stands below what led to it. */
export function ChainList({ chain }: { chain: Chain }) {
  const { t } = useTranslation()
  const children = Map.groupBy(chain.nodes, ({ parentId }) => parentId)
  return (
    <article className={styles.chain}>
      <p className={styles.status}>{t(`chain.states.${chain.status}`)}</p>
      <Branch nodes={children.get(null) ?? []} below={children} />
    </article>
  )
}

type Children = ReadonlyMap<string | null, readonly ChainNode[]>

function Branch({ nodes, below }: { nodes: readonly ChainNode[]; below: Children }) {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.id}>
          <Node node={node} />
          {below.has(node.id) && <Branch nodes={below.get(node.id)!} below={below} />}
        </li>
      ))}
    </ul>
  )
}

function Node({ node }: { node: ChainNode }) {
  const { t } = useTranslation()
  const timezone = useTimezone()
  const isSignificant = node.kind === 'CAUSE' || node.kind === 'EVENT'
  return (
    <div className={styles.node}>
      <span className={styles.kind}>
        {node.kind === 'DELIVERY' ? t(`chain.deliveries.${node.state as 'READY'}`) : t(`chain.kinds.${node.kind}`)}
      </span>
      <span className={styles.label}>{node.label}</span>
      {node.hiddenDocuments > 0 && <span className={styles.quiet}>{t('chain.hidden', { count: node.hiddenDocuments })}</span>}
      <span className={styles.quiet}>
        {isSignificant
          ? moment(node.at, timezone)
          : node.durationMs !== null && t('chain.milliseconds', { count: node.durationMs })}
      </span>
      {node.error && <span className={styles.problem}>{`${node.error.message} (${node.error.code})`}</span>}
    </div>
  )
}
