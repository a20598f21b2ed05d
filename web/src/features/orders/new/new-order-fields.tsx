import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../../lib/format.js'
import { useTimezone } from '../../../lib/session.js'
import { DateInput } from '../../../ui/fields/date-input.js'
import { fieldError } from '../../../ui/fields/field-error.js'
import { SearchSelect } from '../../../ui/fields/search-select.js'
import { useWord } from '../../../ui/use-word.js'
import { terms } from '../../customers/values.js'
import dialogs from '../dialogs/dialogs.module.css'
import styles from '../page/page.module.css'
import type { DraftOrder } from './draft-order.js'

const methods = ['DELIVERY', 'SHIPPING', 'PICKUP'] as const

interface NewOrderFieldsProps {
  readonly draft: DraftOrder
  readonly error: unknown
  readonly onChange: (part: Partial<DraftOrder>) => void
}

/** For whom, by when, on what terms, where to. What is left empty is the customer's own. */
export function NewOrderFields({ draft, error, onChange }: NewOrderFieldsProps) {
  const { t } = useTranslation()
  const word = useWord()
  const today = dayOf(new Date(), useTimezone())
  return (
    <section aria-label={t('orders.new.about')} className={styles.section}>
      <SearchSelect
        label={t('orders.list.customer')}
        path="/customers"
        labelOf={(row) => String(row['name'])}
        asideOf={(row) => (row['bin'] ?? row['iin'] ?? null) as string | null}
        value={draft.customerId}
        onChange={(customerId) => onChange({ customerId })}
        error={fieldError(error, 'customerId')}
        required
      />
      <div className={dialogs.two}>
        <DateInput
          label={t('orders.about.requested')}
          value={draft.requestedDeliveryDate}
          onChange={(requestedDeliveryDate) => onChange({ requestedDeliveryDate })}
          min={today}
          error={fieldError(error, 'requestedDeliveryDate')}
        />
        <NativeSelect
          size="sm"
          label={t('orders.about.method')}
          value={draft.fulfillmentMethod}
          onChange={(event) =>
            onChange({ fulfillmentMethod: event.currentTarget.value as DraftOrder['fulfillmentMethod'] })
          }
          data={methods.map((value) => ({ value, label: word('fulfillmentMethod', value) }))}
        />
        <NativeSelect
          size="sm"
          label={t('orders.about.terms')}
          value={draft.paymentTerms ?? ''}
          onChange={(event) =>
            onChange({ paymentTerms: (event.currentTarget.value || null) as DraftOrder['paymentTerms'] })
          }
          data={[
            { value: '', label: t('orders.new.customersTerms') },
            ...terms.map((value) => ({ value, label: word('paymentTerms', value) })),
          ]}
        />
      </div>
      {draft.fulfillmentMethod !== 'PICKUP' && (
        <div className={dialogs.two}>
          <TextInput
            size="sm"
            label={t('orders.new.city')}
            placeholder={t('orders.new.customersAddress')}
            value={draft.city}
            onChange={(event) => onChange({ city: event.currentTarget.value })}
          />
          <TextInput
            size="sm"
            label={t('orders.new.street')}
            placeholder={t('orders.new.customersAddress')}
            value={draft.street}
            onChange={(event) => onChange({ street: event.currentTarget.value })}
          />
        </div>
      )}
      <Textarea
        size="sm"
        autosize
        minRows={2}
        maxRows={6}
        label={t('orders.new.notes')}
        value={draft.notes}
        onChange={(event) => onChange({ notes: event.currentTarget.value })}
      />
    </section>
  )
}
