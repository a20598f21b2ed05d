import { IconCheck, IconMinus, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { quantity as written } from '../../lib/format.js'
import { Quantity } from '../../ui/quantity.js'
import { ToneMark } from '../../ui/tone-mark.js'
import type { PickingLine } from './picking-answer.js'
import styles from './picking.module.css'

interface PickLineProps {
  readonly line: PickingLine
  readonly gathered: number
  /** Absent: only to be looked at. */
  readonly onChange?: (quantity: number) => void
}

/** One thing to fetch: its name, its code, how much, and buttons that gloves can hit. */
export function PickLine({ line, gathered, onChange }: PickLineProps) {
  const { t } = useTranslation()
  const { productName: name, productCode, barcode, quantity, unit } = line
  const done = gathered >= quantity
  return (
    <li className={styles.line} data-done={done || undefined}>
      <div className={styles.what}>
        <span className={styles.name}>{name}</span>
        <span className={styles.code}>{[productCode, barcode].filter(Boolean).join(' · ')}</span>
      </div>
      <span className={styles.figure}>
        {done && <ToneMark tone="success" size={15} />}
        {onChange ? (
          <>
            <strong>{written(gathered)}</strong>
            <span className={styles.of}>/</span>
            <Quantity value={quantity} unit={unit} />
          </>
        ) : (
          <Quantity value={quantity} unit={unit} strong />
        )}
      </span>
      {onChange && (
        <div className={styles.buttons}>
          <button
            type="button"
            className={styles.step}
            aria-label={t('warehouse.less', { name })}
            disabled={gathered <= 0}
            onClick={() => onChange(gathered - 1)}
          >
            <IconMinus size={20} aria-hidden />
          </button>
          <button
            type="button"
            className={styles.step}
            aria-label={t('warehouse.more', { name })}
            disabled={done}
            onClick={() => onChange(gathered + 1)}
          >
            <IconPlus size={20} aria-hidden />
          </button>
          <button
            type="button"
            className={styles.whole}
            aria-label={t(done ? 'warehouse.back' : 'warehouse.take', { name })}
            aria-pressed={done}
            onClick={() => onChange(done ? 0 : quantity)}
          >
            <IconCheck size={20} aria-hidden />
            <span>{t('warehouse.takeShort')}</span>
          </button>
        </div>
      )}
    </li>
  )
}
