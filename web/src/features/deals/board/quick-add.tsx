import { SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { useMay } from '../../../lib/may.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { fieldError, formError } from '../../../ui/fields/field-error.js'
import { MoneyInput } from '../../../ui/fields/money-input.js'
import { SearchSelect } from '../../../ui/fields/search-select.js'
import type { Deal } from '../deal-answer.js'
import { emptyCustomer, NewCustomerFields, newCustomerBody } from './new-customer-fields.js'

interface QuickAddProps {
  readonly onClose: () => void
  readonly onMade: (deal: Deal) => void
}

/** A deal in three answers: with whom, about what, for how much. Somebody new is written down on the way. */
export function QuickAdd({ onClose, onMade }: QuickAddProps) {
  const { t } = useTranslation()
  const may = useMay()
  const [customerId, setCustomer] = useState<string | null>(null)
  const [stranger, setStranger] = useState<typeof emptyCustomer>()
  const [title, setTitle] = useState('')
  const [value, setValue] = useState<number | null>(null)
  const make = useCommand<{ customerId: string }, Deal>({
    path: '/deals',
    body: (given) => ({ ...given, title: title.trim(), value: value ?? 0 }),
    touches: ['/deals'],
    onDone: (deal) => {
      onMade(deal)
      onClose()
    },
  })
  const welcome = useCommand<void, { id: string }>({
    path: '/customers',
    body: () => newCustomerBody(stranger ?? emptyCustomer),
    touches: ['/customers'],
    onDone: ({ id }) => {
      // Made already: whatever happens to the deal, they are not made twice.
      setStranger(undefined)
      setCustomer(id)
      make.mutate({ customerId: id })
    },
  })
  const known = stranger ? stranger.name.trim().length > 1 : customerId !== null
  const send = () => (stranger ? welcome.mutate() : customerId && make.mutate({ customerId }))
  const error = welcome.error ?? make.error
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('deals.new.title')}
      verb={t('deals.new.verb')}
      busy={welcome.isPending || make.isPending}
      disabled={!known || title.trim().length < 3}
      error={formError(error, ['title', 'value', 'customerId', 'phone', 'name'])}
      onConfirm={send}
    >
      {may('CUSTOMERS_CREATE') && (
        <SegmentedControl
          size="xs"
          aria-label={t('deals.facts.customer')}
          value={stranger ? 'stranger' : 'known'}
          onChange={(who) => setStranger(who === 'stranger' ? { ...emptyCustomer } : undefined)}
          data={[
            { value: 'known', label: t('deals.new.known') },
            { value: 'stranger', label: t('deals.new.stranger') },
          ]}
        />
      )}
      {stranger ? (
        <NewCustomerFields customer={stranger} onChange={setStranger} error={welcome.error} />
      ) : (
        <SearchSelect
          label={t('deals.facts.customer')}
          path="/customers"
          labelOf={(row) => String(row['name'])}
          asideOf={(row) => String(row['phone'] ?? '')}
          value={customerId}
          onChange={(id) => setCustomer(id)}
          error={fieldError(make.error, 'customerId')}
          first
        />
      )}
      <TextInput
        size="sm"
        label={t('deals.new.about')}
        placeholder={t('deals.new.example')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={fieldError(make.error, 'title')}
      />
      <MoneyInput
        label={t('deals.new.value')}
        hint={t('deals.new.valueHint')}
        value={value}
        onChange={setValue}
        error={fieldError(make.error, 'value')}
      />
    </Confirm>
  )
}
