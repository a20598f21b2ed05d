import { useTranslation } from 'react-i18next'
import { quantity as written } from '../../../lib/format.js'
import { Badge } from '../../../ui/status-badge.js'
import type { DealLine } from '../deal-answer.js'
import styles from './page.module.css'

/** Whether a line could be served from stock now; nothing for what is not kept. */
export function Availability({ line, quantity }: { readonly line: DealLine; readonly quantity: number }) {
  const { t } = useTranslation()
  const { available, unit, productType } = line
  if (available === null) return null
  const free = written(Math.max(available, 0), unit)
  const made = productType === 'MANUFACTURED'
  const [tone, words] =
    available >= quantity
      ? (['success', t('deals.lines.there', { free })] as const)
      : available <= 0
        ? ([made ? 'info' : 'warning', made ? t('deals.lines.toMakeAll') : t('deals.lines.gone')] as const)
        : ([
            made ? 'info' : 'warning',
            made ? t('deals.lines.toMake', { free }) : t('deals.lines.short', { free }),
          ] as const)
  return (
    <div className={styles.available}>
      <Badge plain tone={tone}>
        {words}
      </Badge>
    </div>
  )
}
