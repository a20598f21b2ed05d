import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DocumentNumber } from '../document-number.js'
import { Menu } from '../overlays/menu.js'
import { StatusBadge } from '../status-badge.js'
import type { Lifecycle } from '../status-tones.js'
import styles from './document-header.module.css'

interface DocumentHeaderProps {
  /** «Заказ» */
  readonly kind: string
  readonly number: string | null
  /** What people call it, where it has a name: the title of a deal. */
  readonly title?: string
  readonly of: Lifecycle
  readonly status: string
  /** The customer or supplier, as a link. */
  readonly party?: ReactNode
  /** Facts in a row under the title: dates, the responsible person. */
  readonly facts?: readonly { readonly label: string; readonly value: ReactNode }[]
  /** Why it exists: `CauseLine`. */
  readonly cause?: ReactNode
  /** What may be done now: the first is the verb of the moment. */
  readonly actions?: ReactNode
  /** Rarer actions, behind the dots: items of a menu. */
  readonly more?: ReactNode
}

/** The head of a document: what it is, whose, how it stands, why it exists, what may be done now. */
export function DocumentHeader(props: DocumentHeaderProps) {
  const { kind, number, title, of, status, party, facts = [], cause, actions, more } = props
  const { t } = useTranslation()
  return (
    <header className={styles.header}>
      <div className={styles.row}>
        <div className={styles.names}>
          <h1 className={styles.title}>
            {title ?? (
              <>
                {kind} <DocumentNumber>{number}</DocumentNumber>
              </>
            )}
          </h1>
          <StatusBadge of={of} status={status} />
        </div>
        {(actions || more) && (
          <div className={styles.actions}>
            {actions}
            {more && (
              <Menu
                position="bottom-end"
                button={
                  <button type="button" className={styles.dots} aria-label={t('ui.document.more')}>
                    <IconDots size={17} aria-hidden />
                  </button>
                }
              >
                {more}
              </Menu>
            )}
          </div>
        )}
      </div>
      <div className={styles.under}>
        {title && <DocumentNumber>{number}</DocumentNumber>}
        {party && <span className={styles.party}>{party}</span>}
        {facts.map(({ label, value }) => (
          <span key={label} className={styles.fact}>
            <span className={styles.label}>{label}</span>
            {value}
          </span>
        ))}
      </div>
      {cause}
    </header>
  )
}
