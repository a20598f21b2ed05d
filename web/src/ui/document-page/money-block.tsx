import { useTranslation } from 'react-i18next'
import { Money } from '../money.js'
import { type Fact, Facts } from './facts.js'
import styles from './money-block.module.css'

interface MoneyBlockProps {
  readonly subtotal: number
  readonly discount?: number
  readonly vat: number
  readonly total: number
  /** Undefined for documents that are not paid. */
  readonly paid?: number
}

/** What it costs and what of it is paid, with a thin bar between nothing and all. */
export function MoneyBlock({ subtotal, discount = 0, vat, total, paid }: MoneyBlockProps) {
  const { t } = useTranslation()
  const facts: Fact[] = [
    { label: t('ui.document.subtotal'), value: <Money value={subtotal} /> },
    ...(discount === 0 ? [] : [{ label: t('ui.document.discount'), value: <Money value={-discount} /> }]),
    { label: t('ui.document.vat'), value: <Money value={vat} /> },
    { label: t('ui.document.total'), value: <Money value={total} />, strong: true, parted: true },
  ]
  if (paid === undefined) return <Facts facts={facts} />
  const due = total - paid
  const share = total === 0 ? 100 : Math.min(100, Math.max(0, (paid / total) * 100))
  return (
    <>
      <Facts facts={[...facts, { label: t('ui.document.paid'), value: <Money value={paid} /> }]} />
      <div className={styles.bar} aria-hidden>
        <span style={{ width: `${share}%` }} />
      </div>
      <Facts
        facts={[
          due < 0
            ? { label: t('ui.document.overpaid'), value: <Money value={-due} />, strong: true }
            : { label: t('ui.document.due'), value: <Money value={due} />, strong: true },
        ]}
      />
    </>
  )
}
