import type { Chain } from '@prometric/contracts/chains'
import { useTranslation } from 'react-i18next'
import { kindOf } from '../../ui/document-kinds.js'
import { StatusBadge } from '../../ui/status-badge.js'
import { useWord } from '../../ui/use-word.js'
import styles from './order.module.css'

/** Not papers: things that a chain mentions. */
const mentioned = new Set(['product', 'customer'])

/** Every document that the chains name, once, in the order of their making, with its status of now. */
export function Documents({ chains }: { chains: readonly Chain[] }) {
  const { t } = useTranslation()
  const word = useWord()
  const all = chains.toReversed().flatMap(({ nodes }) => nodes.flatMap(({ documents }) => documents))
  const documents = [...new Map(all.map((document) => [document.id, document])).values()].filter(
    ({ type }) => !mentioned.has(type),
  )
  if (documents.length === 0) return <p className={styles.quiet}>{t('orders.page.noDocuments')}</p>
  return (
    <ul className={styles.documents}>
      {documents.map(({ id, type, number, status }) => (
        <li key={id}>
          <span>{word('document', type)}</span>
          <span className={styles.grow}>{number}</span>
          {status && <StatusBadge of={kindOf(type)?.lifecycle ?? 'order'} status={status} />}
        </li>
      ))}
    </ul>
  )
}
