import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { DocumentNumber } from '../../../ui/document-number.js'
import type { Choice } from './choices.js'
import styles from './palette.module.css'

interface ChoiceListProps {
  readonly id: string
  readonly choices: readonly Choice[]
  readonly active: number
  onHover(index: number): void
  onChoose(choice: Choice): void
}

const groups = ['pages', 'found', 'actions'] as const

/** What can be chosen, in groups; the field above keeps the focus, one row at a time is meant. */
export function ChoiceList({ id, choices, active, onHover, onChoose }: ChoiceListProps) {
  const { t } = useTranslation()
  return (
    <div id={id} role="listbox" aria-label={t('shell.search.title')} className={styles.list}>
      {groups.map((group) => {
        const rows = choices.map((choice, index) => ({ choice, index })).filter(({ choice }) => choice.group === group)
        if (rows.length === 0) return null
        return (
          <div key={group} role="group" aria-label={t(`shell.search.${group}`)}>
            <div className={styles.group} aria-hidden>
              {t(`shell.search.${group}`)}
            </div>
            {rows.map(({ choice, index }) => (
              <Row
                key={choice.key}
                id={`${id}-${index}`}
                choice={choice}
                isActive={index === active}
                onHover={() => onHover(index)}
                onChoose={() => onChoose(choice)}
              />
            ))}
          </div>
        )
      })}
    </div>
  )
}

interface RowProps {
  readonly id: string
  readonly choice: Choice
  readonly isActive: boolean
  onHover(): void
  onChoose(): void
}

function Row({ id, choice: { icon, number, title, more }, isActive, onHover, onChoose }: RowProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.row}
      onMouseMove={onHover}
      onClick={onChoose}
    >
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <span className={styles.title}>{title}</span>
      {number && <DocumentNumber>{number}</DocumentNumber>}
      {more && <span className={styles.more}>{more}</span>}
    </div>
  )
}
