import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useSignedIn } from '../../lib/session.js'
import { DocumentLink } from '../../ui/document-link.js'
import { Moment } from '../../ui/moment.js'
import { Money } from '../../ui/money.js'
import { Percent } from '../../ui/percent.js'
import { Person } from '../../ui/person.js'
import { StatusBadge } from '../../ui/status-badge.js'
import { type Approval, isOpen } from './approval-answer.js'
import { ApprovalSteps } from './approval-steps.js'
import styles from './approvals.module.css'
import { Decide } from './decide.js'
import { Withdraw } from './withdraw.js'

interface ApprovalCardProps {
  readonly approval: Approval
  /** It is the one that somebody was sent to. */
  readonly lit?: boolean
}

/** A question: what is asked and how much it is about, by whom and why, whose word it waits for, and the two answers. */
export function ApprovalCard({ approval, lit }: ApprovalCardProps) {
  const { t } = useTranslation()
  const { user } = useSignedIn()
  const title = useId()
  const { sentence, customerName, entityType, entityId, entityNumber, requestedByName, createdAt, reason } = approval
  const open = isOpen(approval)
  return (
    <article className={styles.card} aria-labelledby={title} data-lit={lit || undefined}>
      <header className={styles.head}>
        <h2 className={styles.sentence} id={title}>
          {sentence}
        </h2>
        <Value approval={approval} />
      </header>
      <div className={styles.facts}>
        {customerName && <span>{customerName}</span>}
        <DocumentLink type={entityType} id={entityId} number={entityNumber} />
        <span className={styles.asked}>
          {t('approvals.askedBy')} <Person name={requestedByName} /> <Moment value={createdAt} />
        </span>
        {!open && <StatusBadge of="approval" status={approval.status} />}
      </div>
      {reason && <p className={styles.reason}>{reason}</p>}
      {open && !approval.mayDecide && (
        <p className={styles.waits}>
          {t('approvals.waitsFor', { who: approval.waitsFor ?? '' })}
          {approval.dueAt && (
            <>
              {` · ${t('approvals.until')} `}
              <Moment value={approval.dueAt} />
            </>
          )}
        </p>
      )}
      <ApprovalSteps approval={approval} />
      {approval.mayDecide && <Decide approval={approval} />}
      {open && approval.requestedBy === user.id && <Withdraw approval={approval} />}
    </article>
  )
}

function Value({ approval: { unit, value } }: { readonly approval: Approval }) {
  const { t } = useTranslation()
  if (unit === 'PERCENT') return <Percent value={value} />
  if (unit === 'DAYS') return <span>{t('approvals.days', { count: value })}</span>
  return <Money value={value} strong />
}
