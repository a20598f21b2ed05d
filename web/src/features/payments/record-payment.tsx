import type { CreatePaymentBody, PaymentMethod } from '@prometric/contracts/payments'
import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { dayOf } from '../../lib/format.js'
import { useTimezone } from '../../lib/session.js'
import { Confirm } from '../../ui/dialogs/confirm.js'
import { DateInput } from '../../ui/fields/date-input.js'
import { fieldError, formError } from '../../ui/fields/field-error.js'
import { MoneyInput } from '../../ui/fields/money-input.js'
import { SearchSelect } from '../../ui/fields/search-select.js'
import { useWord } from '../../ui/use-word.js'
import type { InvoiceRow } from '../invoices/invoice-answer.js'
import { methods, type PaymentCard, paymentPath, touchedByMoney } from './payment-answer.js'
import { Shares } from './shares.js'
import { useShares } from './use-shares.js'

const ownFields = ['amount', 'paymentDate', 'referenceNumber', 'customerId']

interface RecordPaymentProps {
  /** For this one; otherwise the customer is asked for, and shown what they owe. */
  readonly invoice?: InvoiceRow
  readonly onClose: () => void
}

/** Money came: how much, how, and for which invoices. What is on no invoice stays as the customer's advance. */
export function RecordPayment({ invoice, onClose }: RecordPaymentProps) {
  const { t } = useTranslation()
  const word = useWord()
  const today = dayOf(new Date(), useTimezone())
  const [customerId, setCustomer] = useState<string | null>(invoice?.customerId ?? null)
  const [amount, setAmount] = useState<number | null>(invoice?.balanceDue ?? null)
  const [method, setMethod] = useState<PaymentMethod>('TRANSFER')
  const [paymentDate, setDay] = useState<string | null>(today)
  const [reference, setReference] = useState('')
  const [accepted, setAccepted] = useState(false)
  const shares = useShares({ customerId, amount: amount ?? 0, invoice })
  const record = useCommand<CreatePaymentBody, PaymentCard>({
    path: paymentPath,
    body: (given) => given,
    touches: touchedByMoney,
    onDone: onClose,
  })
  const advance = shares.rest > 0
  const ready = customerId && amount && paymentDate && shares.ready && shares.rest >= 0 && (!advance || accepted)
  const send = () => {
    if (!customerId || !amount) return
    record.mutate({
      customerId,
      amount,
      method,
      autoAllocate: false,
      acceptAdvance: advance,
      ...(paymentDate && { paymentDate }),
      ...(reference.trim() && { referenceNumber: reference.trim() }),
      ...(shares.given.length > 0 && { allocations: shares.given }),
    })
  }
  return (
    <Confirm
      opened
      onClose={onClose}
      title={
        invoice
          ? t('finance.payments.recordFor', { number: invoice.invoiceNumber ?? '' })
          : t('finance.payments.recordTitle')
      }
      verb={t('finance.payments.record')}
      busy={record.isPending}
      disabled={!ready}
      error={formError(record.error, ownFields)}
      onConfirm={send}
    >
      {!invoice && (
        <SearchSelect
          label={t('finance.payments.customer')}
          path="/customers"
          labelOf={(row) => String(row['name'])}
          value={customerId}
          onChange={(id) => {
            setCustomer(id)
            shares.forget()
          }}
          error={fieldError(record.error, 'customerId')}
        />
      )}
      <MoneyInput
        label={t('finance.payments.amount')}
        value={amount}
        onChange={setAmount}
        error={fieldError(record.error, 'amount')}
      />
      <NativeSelect
        size="sm"
        label={t('finance.payments.method')}
        value={method}
        onChange={(event) => setMethod(event.currentTarget.value as PaymentMethod)}
        data={methods.map((value) => ({ value, label: word('paymentMethod', value) }))}
      />
      <DateInput
        label={t('finance.payments.day')}
        value={paymentDate}
        max={today}
        onChange={setDay}
        error={fieldError(record.error, 'paymentDate')}
      />
      <TextInput
        size="sm"
        label={t('finance.payments.reference')}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
        error={fieldError(record.error, 'referenceNumber')}
      />
      {customerId && <Shares shares={shares} single={Boolean(invoice)} />}
      {advance && customerId && Boolean(amount) && (
        <Checkbox
          size="sm"
          label={t('finance.payments.accept')}
          checked={accepted}
          onChange={(event) => setAccepted(event.currentTarget.checked)}
        />
      )}
    </Confirm>
  )
}
