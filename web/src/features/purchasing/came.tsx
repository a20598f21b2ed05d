import { useTranslation } from 'react-i18next'
import { MoneyInput } from '../../ui/fields/money-input.js'
import { QuantityInput } from '../../ui/fields/quantity-input.js'
import type { RequisitionLine } from './purchasing-answer.js'
import styles from './purchasing.module.css'

export interface Arrived {
  readonly quantity: number | null
  readonly price: number | null
}

interface CameProps {
  readonly line: RequisitionLine
  readonly arrived: Arrived
  readonly onChange: (arrived: Arrived) => void
}

/** How much of one thing came, and at what price. */
export function Came({ line, arrived, onChange }: CameProps) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.came}>
      <legend>{line.productName}</legend>
      <QuantityInput
        label={t('purchasing.cameNow')}
        unit={line.unit}
        value={arrived.quantity}
        onChange={(quantity) => onChange({ ...arrived, quantity })}
      />
      <MoneyInput
        price
        label={t('purchasing.price')}
        value={arrived.price}
        onChange={(price) => onChange({ ...arrived, price })}
      />
    </fieldset>
  )
}
