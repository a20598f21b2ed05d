import type { ChainNode } from '@prometric/contracts/chains'
import { useTranslation } from 'react-i18next'
import { kindOf } from '../document-kinds.js'
import { DocumentLink } from '../document-link.js'
import styles from './timeline.module.css'

const reason = /(, потому что |, себебі | because ).*$/

/** The sentence of a node; a document named in it is a link there, one that is not named stands behind it. */
export function Told({ node }: { readonly node: ChainNode }) {
  const { t } = useTranslation()
  // What led to it stands above it in the tree.
  const sentence = node.label.replace(reason, '')
  const parts = partsOf(sentence, node.documents)
  const named = new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : part.id)))
  const others = node.kind === 'RUN' ? [] : node.documents.filter(({ id }) => !named.has(id))
  return (
    <span className={styles.told} title={node.label}>
      {parts.map((part, index) =>
        typeof part === 'string' ? (
          part
        ) : (
          <span key={`${part.id}${index}`} className={styles.within}>
            <DocumentLink {...part} bare={kindOf(part.type)?.named === true} />
          </span>
        ),
      )}
      {others.length > 0 && ' '}
      {others.map((document) => (
        <DocumentLink key={document.id} {...document} bare={kindOf(document.type)?.named === true} />
      ))}
      {node.hiddenDocuments > 0 && ' '}
      {node.hiddenDocuments > 0 && (
        <span className={styles.quiet}>{t('ui.timeline.hidden', { count: node.hiddenDocuments })}</span>
      )}
    </span>
  )
}

type Document = ChainNode['documents'][number]

/** The sentence cut at the numbers of its documents. */
function partsOf(sentence: string, documents: readonly Document[]): Array<string | Document> {
  return documents.reduce<Array<string | Document>>(
    (parts, document) =>
      parts.flatMap((part) => {
        const at = typeof part === 'string' && document.number ? part.indexOf(document.number) : -1
        if (typeof part !== 'string' || at === -1 || !document.number) return [part]
        return [part.slice(0, at), document, part.slice(at + document.number.length)].filter((piece) => piece !== '')
      }),
    [sentence],
  )
}
