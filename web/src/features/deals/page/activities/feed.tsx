import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { History, type HistoryEntry } from '../../../../ui/document-page/history.js'
import { SectionHeader } from '../../../../ui/section-header.js'
import { StatusBadge } from '../../../../ui/status-badge.js'
import { useWord } from '../../../../ui/use-word.js'
import type { Activity, DealCard, StageEntry } from '../../deal-answer.js'
import styles from '../page.module.css'
import activityStyles from './activities.module.css'
import { ActivityIcon } from '../../activity-icon.js'

const shownFirst = 12

/** What happened with the deal: its stages and what was done, newest first. */
export function Feed({ deal }: { readonly deal: DealCard }) {
  const { t } = useTranslation()
  const word = useWord()
  const [whole, setWhole] = useState(false)
  const entries = [...deal.stageHistory.map(moved), ...deal.activities.flatMap(done)].toSorted((one, other) =>
    other.at.localeCompare(one.at),
  )

  function moved({ id, enteredAt, fromStage, toStage, changedByName, reason, notes }: StageEntry): HistoryEntry {
    const why = toStage === 'LOST' && reason ? word('lostReason', reason) : reason
    return {
      id,
      at: new Date(enteredAt).toISOString(),
      by: changedByName,
      what: (
        <span className={activityStyles.moved}>
          {fromStage ? `${word('deal', fromStage)} →` : t('deals.feed.began')}
          <StatusBadge plain of="deal" status={toStage} />
        </span>
      ),
      note: [why, notes].filter(Boolean).join(' · ') || null,
    }
  }

  function done(activity: Activity): HistoryEntry[] {
    const { id, type, subject, status, completedAt, completedByName, outcome, outcomeNote, cancelReason, updatedAt } =
      activity
    if (status !== 'COMPLETED' && status !== 'CANCELLED') return []
    return [
      {
        id,
        at: new Date(completedAt ?? updatedAt).toISOString(),
        by: completedByName ?? activity.assignedToName,
        what: (
          <span className={activityStyles.moved}>
            <ActivityIcon type={type} />
            <span>
              <strong className={activityStyles.kind}>{word('activityType', type)}</strong>{' '}
              {status === 'CANCELLED' ? <s>{subject}</s> : subject}
            </span>
          </span>
        ),
        note:
          [outcome && t(`deals.outcomes.${outcome}`), outcomeNote, cancelReason].filter(Boolean).join(' · ') ||
          activity.description,
      },
    ]
  }

  return (
    <section className={styles.section} aria-label={t('deals.feed.title')}>
      <SectionHeader title={t('deals.feed.title')} />
      <History entries={whole ? entries : entries.slice(0, shownFirst)} />
      {!whole && entries.length > shownFirst && (
        <button type="button" className={styles.inline} onClick={() => setWhole(true)}>
          {t('deals.feed.all', { count: entries.length })}
        </button>
      )}
    </section>
  )
}
