import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Tone } from '../../theme/tokens.js'
import { toneClass } from '../tone.js'
import { ToneMark } from '../tone-mark.js'
import styles from './dialogs.module.css'

export interface PlanItem {
  readonly id: string
  /** «Счёт INV-2026-000165 будет аннулирован» */
  readonly text: ReactNode
  readonly why?: string
  /** A control, where it is the person's choice. */
  readonly choice?: ReactNode
}

interface PlanListProps {
  readonly undone?: readonly PlanItem[]
  readonly kept?: readonly PlanItem[]
  readonly choices?: readonly PlanItem[]
}

/** What will follow: what is undone, what cannot be, what the person decides. Empty groups are left out. */
export function PlanList({ undone = [], kept = [], choices = [] }: PlanListProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.plan}>
      <Group title={t('ui.dialog.undone')} tone="info" items={undone} />
      <Group title={t('ui.dialog.kept')} tone="danger" items={kept} />
      <Group title={t('ui.dialog.choice')} tone="warning" items={choices} />
    </div>
  )
}

function Group({
  title,
  tone,
  items,
}: {
  readonly title: string
  readonly tone: Tone
  readonly items: readonly PlanItem[]
}) {
  if (items.length === 0) return null
  return (
    <section className={`${styles.group} ${toneClass(tone)}`} aria-label={title}>
      <h3 className={styles.heading}>
        <ToneMark tone={tone} />
        {title}
        <span className={styles.count}>{items.length}</span>
      </h3>
      <ul className={styles.items}>
        {items.map(({ id, text, why, choice }) => (
          <li key={id}>
            <div>{text}</div>
            {why && <div className={styles.why}>{why}</div>}
            {choice && <div className={styles.chosen}>{choice}</div>}
          </li>
        ))}
      </ul>
    </section>
  )
}
