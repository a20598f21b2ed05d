import { SegmentedControl, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { fieldError } from '../../../ui/fields/field-error.js'
import { useWord } from '../../../ui/use-word.js'
import styles from '../dialogs/dialogs.module.css'

export const emptyCustomer = { type: 'COMPANY' as 'COMPANY' | 'INDIVIDUAL', name: '', phone: '' }

export const newCustomerBody = ({ type, name, phone }: typeof emptyCustomer) => ({
  type,
  name: name.trim(),
  ...(phone.trim() && { phone: phone.trim() }),
})

interface NewCustomerFieldsProps {
  readonly customer: typeof emptyCustomer
  readonly onChange: (customer: typeof emptyCustomer) => void
  readonly error: unknown
}

/** As much of a new customer as is heard in the first minute of a call. */
export function NewCustomerFields({ customer, onChange, error }: NewCustomerFieldsProps) {
  const { t } = useTranslation()
  const word = useWord()
  return (
    <div className={styles.fields}>
      <SegmentedControl
        className={styles.wide ?? ''}
        size="xs"
        aria-label={t('deals.new.kind')}
        value={customer.type}
        onChange={(type) => onChange({ ...customer, type: type === 'INDIVIDUAL' ? type : 'COMPANY' })}
        data={[
          { value: 'COMPANY', label: word('customerType', 'COMPANY') },
          { value: 'INDIVIDUAL', label: word('customerType', 'INDIVIDUAL') },
        ]}
      />
      <TextInput
        size="sm"
        label={t('deals.new.name')}
        value={customer.name}
        onChange={(event) => onChange({ ...customer, name: event.currentTarget.value })}
        error={fieldError(error, 'name')}
        data-autofocus
      />
      <TextInput
        size="sm"
        type="tel"
        label={t('deals.new.phone')}
        placeholder="+7 701 234 56 78"
        value={customer.phone}
        onChange={(event) => onChange({ ...customer, phone: event.currentTarget.value })}
        error={fieldError(error, 'phone')}
      />
    </div>
  )
}
