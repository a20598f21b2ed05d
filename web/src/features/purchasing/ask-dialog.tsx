import type { CreateRequisitionBody } from '@prometric/contracts/procurement'
import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { dayOf } from '../../lib/format.js'
import { useTimezone } from '../../lib/session.js'
import { Confirm } from '../../ui/dialogs/confirm.js'
import { DateInput } from '../../ui/fields/date-input.js'
import { fieldError, formError } from '../../ui/fields/field-error.js'
import { QuantityInput } from '../../ui/fields/quantity-input.js'
import { SearchSelect } from '../../ui/fields/search-select.js'
import { type RequisitionCard, requisitionPath } from './purchasing-answer.js'
import styles from './purchasing.module.css'
import { SupplierField } from './supplier-field.js'

interface Asked {
  readonly productId: string
  readonly name: string
  readonly unit: string
  readonly quantity: number | null
}

interface AskDialogProps {
  readonly onClose: () => void
  readonly onAsked: (id: string) => void
}

const week = 7 * 86_400_000

/** Something is to be bought that no order has asked for. */
export function AskDialog({ onClose, onAsked }: AskDialogProps) {
  const { t } = useTranslation()
  const zone = useTimezone()
  const [lines, setLines] = useState<readonly Asked[]>([])
  const [requiredBy, setDay] = useState<string | null>(dayOf(new Date(Date.now() + week), zone))
  const [supplierId, setSupplier] = useState<string | null>(null)
  const ask = useCommand<CreateRequisitionBody, RequisitionCard>({
    path: requisitionPath,
    body: (given) => given,
    touches: [requisitionPath],
    onDone: ({ id }) => onAsked(id),
  })
  const ready = lines.length > 0 && lines.every(({ quantity }) => quantity) && requiredBy
  const send = () =>
    requiredBy &&
    ask.mutate({
      requiredBy,
      ...(supplierId && { supplierId }),
      lines: lines.map(({ productId, quantity }) => ({ productId, quantity: quantity ?? 0 })),
    })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('purchasing.newTitle')}
      verb={t('purchasing.create')}
      size="md"
      busy={ask.isPending}
      disabled={!ready}
      error={formError(ask.error, ['requiredBy'])}
      onConfirm={send}
    >
      {lines.map((line) => (
        <div key={line.productId} className={styles.asked}>
          <span>{line.name}</span>
          <QuantityInput
            bare
            label={t('purchasing.needOf', { name: line.name })}
            unit={line.unit}
            value={line.quantity}
            onChange={(quantity) =>
              setLines(lines.map((one) => (one.productId === line.productId ? { ...one, quantity } : one)))
            }
          />
          <ActionIcon
            aria-label={t('purchasing.remove', { name: line.name })}
            onClick={() => setLines(lines.filter(({ productId }) => productId !== line.productId))}
          >
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <SearchSelect
        key={lines.length}
        label={t('purchasing.add')}
        path="/products"
        only={{ status: 'ACTIVE' }}
        labelOf={(row) => String(row['name'])}
        asideOf={(row) => String(row['code'])}
        value={null}
        onChange={(productId, row) => {
          if (!productId || lines.some((line) => line.productId === productId)) return
          setLines([...lines, { productId, name: String(row?.['name']), unit: String(row?.['unit']), quantity: 1 }])
        }}
      />
      <SupplierField value={supplierId} onChange={setSupplier} />
      <DateInput
        label={t('purchasing.required')}
        value={requiredBy}
        onChange={setDay}
        error={fieldError(ask.error, 'requiredBy')}
      />
    </Confirm>
  )
}
