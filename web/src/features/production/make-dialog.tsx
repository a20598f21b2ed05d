import type { CreateProductionOrderBody } from '@prometric/contracts/production'
import { NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { Confirm } from '../../ui/dialogs/confirm.js'
import { DateInput } from '../../ui/fields/date-input.js'
import { fieldError, formError } from '../../ui/fields/field-error.js'
import { QuantityInput } from '../../ui/fields/quantity-input.js'
import { SearchSelect } from '../../ui/fields/search-select.js'
import { useWord } from '../../ui/use-word.js'
import { type ProductionCard, productionPath, touchedByMaking } from './production-answer.js'

type Priority = NonNullable<CreateProductionOrderBody['priority']>

const priorities: readonly Priority[] = ['LOW', 'NORMAL', 'HIGH', 'URGENT', 'CRITICAL']

interface MakeDialogProps {
  readonly onClose: () => void
  readonly onMade: (id: string) => void
}

/** Something is made before anybody has ordered it. */
export function MakeDialog({ onClose, onMade }: MakeDialogProps) {
  const { t } = useTranslation()
  const word = useWord()
  const [productId, setProduct] = useState<string | null>(null)
  const [quantity, setQuantity] = useState<number | null>(1)
  const [dueDate, setDue] = useState<string | null>(null)
  const [priority, setPriority] = useState<Priority>('NORMAL')
  const [notes, setNotes] = useState('')
  const make = useCommand<CreateProductionOrderBody, ProductionCard>({
    path: productionPath,
    body: (given) => given,
    touches: touchedByMaking,
    onDone: ({ id }) => onMade(id),
  })
  const send = () => {
    if (!productId || !quantity) return
    make.mutate({
      productId,
      quantity,
      priority,
      ...(dueDate && { dueDate }),
      ...(notes.trim() && { notes: notes.trim() }),
    })
  }
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('production.newTitle')}
      verb={t('production.create')}
      busy={make.isPending}
      disabled={!productId || !quantity}
      error={formError(make.error, ['productId', 'quantity', 'dueDate'])}
      onConfirm={send}
    >
      <SearchSelect
        label={t('production.product')}
        path="/products"
        only={{ productType: 'MANUFACTURED', status: 'ACTIVE' }}
        labelOf={(row) => String(row['name'])}
        asideOf={(row) => String(row['code'])}
        value={productId}
        onChange={setProduct}
        error={fieldError(make.error, 'productId')}
      />
      <QuantityInput
        label={t('production.quantity')}
        value={quantity}
        onChange={setQuantity}
        error={fieldError(make.error, 'quantity')}
      />
      <DateInput
        label={t('production.due')}
        value={dueDate}
        onChange={setDue}
        error={fieldError(make.error, 'dueDate')}
      />
      <NativeSelect
        size="sm"
        label={t('production.priority')}
        value={priority}
        onChange={(event) => setPriority(event.currentTarget.value as Priority)}
        data={priorities.map((value) => ({ value, label: word('priority', value) }))}
      />
      <Textarea
        size="sm"
        autosize
        label={t('production.notes')}
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
    </Confirm>
  )
}
