import { useTranslation } from 'react-i18next'
import { quantity as written } from '../../../lib/format.js'
import { Badge } from '../../../ui/status-badge.js'
import type { DealLine } from '../deal-answer.js'
import styles from './page.module.css'

/** Whether a line could be served from stock now. */
export function Availability({ line, quantity }: { readonly line: DealLine; readonly quantity: number }) {
  const { t } = useTranslation()
  const { available, unit, productType } = line
  if (available === null) return <span className={styles.faint}>{t('deals.lines.notKept')}</span>
  const free = written(Math.max(available, 0), unit)
  if (available >= quantity)
    return (
      <Badge plain tone="success">
        {t('deals.lines.there', { free })}
      </Badge>
    )
  if (productType === 'MANUFACTURED')
    return (
      <Badge plain tone="info">
        {t('deals.lines.toMake', { free })}
      </Badge>
    )
  return (
    <Badge plain tone="warning">
      {t('deals.lines.short', { free })}
    </Badge>
  )
}
