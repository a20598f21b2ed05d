import type { CreateReceiptBody } from '@prometric/contracts/receipts'
import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useRows } from '../../lib/api.js'
import { Confirm } from '../../ui/dialogs/confirm.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { type Arrived, Came } from './came.js'
import { closed, leftOf, receiptPath, type RequisitionCard, touchedByReceipt } from './purchasing-answer.js'
import { SupplierField } from './supplier-field.js'

interface Warehouse {
  readonly id: string
  readonly name: string
  readonly isDefault: boolean
}

interface ReceiveDialogProps {
  readonly wanted: RequisitionCard
  readonly onClose: () => void
}

/** Goods stand at the gate: from whom, how much of each, at what price; they go into stock at once. */
export function ReceiveDialog({ wanted, onClose }: ReceiveDialogProps) {
  const { t } = useTranslation()
  const lines = wanted.lines.filter((line) => !closed.has(line.status) && leftOf(line) > 0)
  const [supplierId, setSupplier] = useState(wanted.supplierId)
  const [chosen, setWarehouse] = useState<string>()
  const [supplierDocument, setDocument] = useState('')
  const [arrived, setArrived] = useState<ReadonlyMap<string, Arrived>>(
    new Map(lines.map((line) => [line.id, { quantity: leftOf(line), price: line.estimatedPrice || null }])),
  )
  const warehouses = useRows<Warehouse>('/operations/warehouse/warehouses')
  const places = warehouses.data?.data ?? []
  const warehouseId = chosen ?? (places.find(({ isDefault }) => isDefault) ?? places[0])?.id
  const receive = useCommand<CreateReceiptBody>({
    path: receiptPath,
    body: (given) => given,
    touches: touchedByReceipt,
    onDone: onClose,
  })
  const came = lines.flatMap(({ id, productId }) => {
    const { quantity, price } = arrived.get(id) ?? { quantity: null, price: null }
    return quantity ? [{ productId, requisitionLineId: id, quantity, ...(price !== null && { unitCost: price }) }] : []
  })
  const send = () => {
    if (!supplierId || !warehouseId) return
    const document = supplierDocument.trim()
    receive.mutate({
      supplierId,
      warehouseId,
      confirm: true,
      lines: came,
      ...(document && { supplierDocument: document }),
    })
  }
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('purchasing.receiveTitle', { number: wanted.requisitionNumber })}
      verb={t('purchasing.receiveVerb')}
      size="md"
      busy={receive.isPending}
      disabled={!supplierId || !warehouseId || came.length === 0}
      error={receive.error ?? warehouses.error}
      onConfirm={send}
    >
      <SupplierField value={supplierId} onChange={setSupplier} />
      {places.length > 1 && (
        <NativeSelect
          size="sm"
          label={t('purchasing.place')}
          value={warehouseId ?? ''}
          onChange={(event) => setWarehouse(event.currentTarget.value)}
          data={places.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextInput
        size="sm"
        label={t('purchasing.document')}
        value={supplierDocument}
        onChange={(event) => setDocument(event.currentTarget.value)}
      />
      {warehouses.data ? (
        lines.map((line) => (
          <Came
            key={line.id}
            line={line}
            arrived={arrived.get(line.id) ?? { quantity: null, price: null }}
            onChange={(next) => setArrived(new Map(arrived).set(line.id, next))}
          />
        ))
      ) : (
        <Skeleton shape="lines" rows={2} />
      )}
      {came.length === 0 && <p>{t('purchasing.nothing')}</p>}
    </Confirm>
  )
}
