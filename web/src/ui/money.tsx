import { useTranslation } from 'react-i18next'
import { amount, money, shortAmount, unitPrice } from '../lib/format.js'
import { spaced } from './figure.js'
import styles from './figure.module.css'

interface MoneyProps {
  readonly value: number | null | undefined
  /** A total or the figure of a card. */
  readonly strong?: boolean
  /** `18,3 млн ₸`, the exact sum on hover: for the heads of columns, never for a document. */
  readonly short?: boolean
  /** A price of one piece: up to four decimals. */
  readonly price?: boolean
  /** Without decimals where there are none: on cards, never in a column of figures. */
  readonly whole?: boolean
  /** Below zero in parentheses: only in accounting tables. */
  readonly accounting?: boolean
}

/** An amount in tenge: thin spaces, tabular figures, the sign of the currency in grey. What is not known is a dash. */
export function Money({ value, strong, short, price, whole, accounting }: MoneyProps) {
  const { t } = useTranslation()
  if (value === null || value === undefined) return <span className={styles.quiet}>—</span>
  const words = [t('ui.thousand'), t('ui.million'), t('ui.milliard')] as const
  const exact = price ? unitPrice(value) : amount(value)
  const text = short ? shortAmount(value, words) : whole ? exact.replace(/,00$/, '') : exact
  const shown = accounting && value < 0 ? `(${text.slice(1)})` : text
  return (
    <span className={`${styles.figure} ${strong ? styles.strong : ''}`} title={short ? money(value) : undefined}>
      {spaced(shown)}
      <span className={styles.currency}>{'\u00a0₸'}</span>
    </span>
  )
}
