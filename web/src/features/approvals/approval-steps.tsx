import { useTranslation } from 'react-i18next'
import { Moment } from '../../ui/moment.js'
import { Person } from '../../ui/person.js'
import { StatusBadge } from '../../ui/status-badge.js'
import type { Approval } from './approval-answer.js'
import styles from './approvals.module.css'

/** Who has answered, in the order of the levels; nothing while nobody has and there is one level. */
export function ApprovalSteps({ approval: { steps = [], levelCount } }: { readonly approval: Approval }) {
  const { t } = useTranslation()
  const told = levelCount > 1 ? steps : steps.filter(({ decidedAt }) => decidedAt !== null)
  if (told.length === 0) return null
  return (
    <ol className={styles.steps}>
      {told.map((step) => (
        <li key={step.id} className={styles.step}>
          {levelCount > 1 && (
            <span className={styles.level}>{t('approvals.level', { level: step.level, count: levelCount })}</span>
          )}
          <StatusBadge plain of="approval" status={step.status} />
          {step.decidedByName && <Person name={step.decidedByName} />}
          {step.decidedAt && <Moment value={step.decidedAt} />}
          {step.comment && <span className={styles.comment}>{step.comment}</span>}
        </li>
      ))}
    </ol>
  )
}
