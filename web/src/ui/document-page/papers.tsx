import { useTranslation } from 'react-i18next'
import { documentTypes } from '../document-kinds.js'
import { DocumentLink } from '../document-link.js'
import { useFresh } from '../use-fresh.js'
import { useWord } from '../use-word.js'
import styles from './papers.module.css'

export interface Paper {
  readonly type: string
  readonly id: string
  readonly number: string | null
  readonly status: string | null
}

/** Documents that belong together, by kind, each with its live status. */
export function Papers({ papers, hidden = 0 }: { readonly papers: readonly Paper[]; readonly hidden?: number }) {
  const { t } = useTranslation()
  const word = useWord()
  const isFresh = useFresh(papers.map(({ id }) => id))
  const kinds = Map.groupBy(papers, ({ type }) => type)
  const rank = (type: string) => (documentTypes as readonly string[]).indexOf(type)
  if (papers.length === 0) return <p className={styles.none}>{t('ui.document.noPapers')}</p>
  return (
    <div className={styles.papers}>
      {[...kinds]
        .toSorted(([one], [other]) => rank(one) - rank(other))
        .map(([type, these]) => (
          <div key={type} className={styles.kind}>
            <span className={styles.name}>{word(these.length > 1 ? 'documents' : 'document', type)}</span>
            <span className={styles.links}>
              {these.map((paper) => (
                <span key={paper.id} className={styles.link} data-fresh={isFresh(paper.id) || undefined}>
                  <DocumentLink {...paper} withStatus />
                </span>
              ))}
            </span>
          </div>
        ))}
      {hidden > 0 && <p className={styles.none}>{t('ui.document.hidden', { count: hidden })}</p>}
    </div>
  )
}
