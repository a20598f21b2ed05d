import type { PayOrderBody } from '@prometric/contracts/payments'
import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { dayOf } from '../../../lib/format.js'
import { useTimezone } from '../../../lib/session.js'
import { Check } from '../../../ui/check.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { DateInput } from '../../../ui/fields/date-input.js'
import { fieldError, formError } from '../../../ui/fields/field-error.js'
import { MoneyInput } from '../../../ui/fields/money-input.js'
import { Money } from '../../../ui/money.js'
import { useWord } from '../../../ui/use-word.js'
import { touchedByOrder } from '../order-answer.js'
import { due } from '../order-facts.js'
import styles from './dialogs.module.css'
import type { OrderDialogProps } from './order-dialog.js'

const methods = ['TRANSFER', 'KASPI', 'CARD', 'CASH', 'OTHER'] as const

/** Money that came in for the order: it is laid on its invoices, what is more may stay as an advance. */
export function PayDialog({ order, onClose }: OrderDialogProps) {
  const { t } = useTranslation()
  const word = useWord()
  const today = dayOf(new Date(), useTimezone())
  const left = due(order)
  const [amount, setAmount] = useState<number | null>(left)
  const [method, setMethod] = useState<PayOrderBody['method']>('TRANSFER')
  const [paymentDate, setDate] = useState<string | null>(today)
  const [reference, setReference] = useState('')
  const [acceptAdvance, setAdvance] = useState(false)
  const more = amount !== null && amount > left
  const pay = useCommand({
    path: `/orders/${order.id}/payments`,
    body: () => ({
      amount,
      method,
      ...(paymentDate && { paymentDate }),
      ...(reference.trim() && { reference: reference.trim() }),
      ...(more && { acceptAdvance }),
    }),
    touches: [...touchedByOrder, '/finance'],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('orders.pay.title', { number: order.orderNumber })}
      verb={t('orders.pay.verb')}
      busy={pay.isPending}
      disabled={!amount || amount <= 0}
      error={formError(pay.error, ['amount', 'paymentDate'])}
      onConfirm={() => pay.mutate()}
    >
      <p className={styles.said}>
        {t('orders.pay.due')} <Money value={left} strong />
      </p>
      <MoneyInput
        label={t('orders.pay.amount')}
        value={amount}
        onChange={setAmount}
        required
        error={fieldError(pay.error, 'amount')}
      />
      {more && (
        <label className={styles.check}>
          <Check checked={acceptAdvance} onChange={(event) => setAdvance(event.currentTarget.checked)} />
          <span>
            {t('orders.pay.advance')} <Money value={amount - left} />
          </span>
        </label>
      )}
      <div className={styles.two}>
        <NativeSelect
          size="sm"
          label={t('orders.pay.method')}
          value={method}
          onChange={(event) => setMethod(event.currentTarget.value as PayOrderBody['method'])}
          data={methods.map((value) => ({ value, label: word('paymentMethod', value) }))}
        />
        <DateInput
          label={t('orders.pay.date')}
          value={paymentDate}
          onChange={setDate}
          max={today}
          error={fieldError(pay.error, 'paymentDate')}
        />
      </div>
      <TextInput
        size="sm"
        label={t('orders.pay.reference')}
        value={reference}
        maxLength={100}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
    </Confirm>
  )
}
