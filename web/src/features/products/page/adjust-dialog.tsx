import { SegmentedControl, Select, Textarea } from '@mantine/core'
import type { warehouseRow } from '@prometric/contracts/inventory'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answered, useCommand, useRows } from '../../../lib/api.js'
import { useMay } from '../../../lib/may.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { fieldError, formError } from '../../../ui/fields/field-error.js'
import fields from '../../../ui/fields/fields.module.css'
import { MoneyInput } from '../../../ui/fields/money-input.js'
import { QuantityInput } from '../../../ui/fields/quantity-input.js'
import { Quantity } from '../../../ui/quantity.js'
import { useWord } from '../../../ui/use-word.js'
import type { ProductCard } from '../product-answer.js'
import styles from '../products.module.css'

interface AdjustDialogProps {
  readonly product: ProductCard
  readonly onClose: () => void
}

type Warehouse = Answered<typeof warehouseRow>

const reasons = {
  more: ['OPENING_BALANCE', 'COUNT', 'FOUND', 'CORRECTION', 'OTHER'],
  less: ['COUNT', 'DAMAGE', 'LOSS', 'EXPIRY', 'CORRECTION', 'OTHER'],
} as const

/** A balance is put right: how much more or less, where, and why; it is a movement like any other. */
export function AdjustDialog({ product, onClose }: AdjustDialogProps) {
  const { t } = useTranslation()
  const word = useWord()
  const costs = useMay()('COST_VIEW')
  const { data } = useRows<Warehouse>('/operations/warehouse/warehouses?isActive=true')
  const [chosen, setWarehouse] = useState<string | null>(null)
  const [way, setWay] = useState<keyof typeof reasons>('more')
  const [quantity, setQuantity] = useState<number | null>(null)
  const [reason, setReason] = useState<string | null>(null)
  const [unitCost, setCost] = useState<number | null>(null)
  const [notes, setNotes] = useState('')
  const warehouses = data?.data ?? []
  const warehouseId = chosen ?? warehouses.find(({ isDefault }) => isDefault)?.id ?? null
  const balance = product.stock.find((row) => row.warehouseId === warehouseId && row.status === 'AVAILABLE')
  const now = balance?.quantity ?? 0
  const after = now + (way === 'more' ? 1 : -1) * (quantity ?? 0)
  const save = useCommand({
    path: `/products/${product.id}/inventory/adjust`,
    body: () => ({
      warehouseId,
      adjustment: way === 'more' ? quantity : -(quantity ?? 0),
      reason,
      ...(notes.trim() && { notes: notes.trim() }),
      ...(way === 'more' && unitCost !== null && { unitCost }),
    }),
    touches: ['/products', '/operations/warehouse/inventory'],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      size="md"
      onClose={onClose}
      title={t('products.adjust.title', { name: product.name })}
      verb={t(way === 'more' ? 'products.adjust.addVerb' : 'products.adjust.takeVerb')}
      busy={save.isPending}
      disabled={!warehouseId || !quantity || !reason}
      error={formError(save.error, ['warehouseId', 'adjustment', 'reason', 'unitCost', 'notes'])}
      onConfirm={() => save.mutate()}
    >
      <div className={fields.fields}>
        <SegmentedControl
          className={fields.wide ?? ''}
          size="xs"
          aria-label={t('products.adjust.way')}
          value={way}
          onChange={(next) => {
            setWay(next === 'less' ? 'less' : 'more')
            setReason(null)
          }}
          data={[
            { value: 'more', label: t('products.adjust.more') },
            { value: 'less', label: t('products.adjust.less') },
          ]}
        />
        <Select
          size="sm"
          allowDeselect={false}
          label={t('products.stock.warehouse')}
          data={warehouses.map(({ id, name }) => ({ value: id, label: name }))}
          value={warehouseId}
          onChange={setWarehouse}
          error={fieldError(save.error, 'warehouseId')}
        />
        <QuantityInput
          label={t('products.parts.quantity')}
          unit={product.unit}
          value={quantity}
          onChange={setQuantity}
          error={fieldError(save.error, 'adjustment')}
        />
        <Select
          size="sm"
          allowDeselect={false}
          label={t('ui.dialog.reason')}
          data={reasons[way].map((value) => ({ value, label: word('adjustmentReason', value) }))}
          value={reason}
          onChange={setReason}
          error={fieldError(save.error, 'reason')}
        />
        {way === 'more' && costs ? (
          <MoneyInput
            price
            label={t('products.adjust.unitCost')}
            hint={t('products.adjust.unitCostHint')}
            value={unitCost}
            onChange={setCost}
            error={fieldError(save.error, 'unitCost')}
          />
        ) : (
          <span />
        )}
        <Textarea
          className={fields.wide ?? ''}
          size="sm"
          autosize
          minRows={1}
          maxRows={4}
          label={t('products.adjust.notes')}
          value={notes}
          onChange={(event) => setNotes(event.currentTarget.value)}
        />
        <p className={styles.counted} role="status">
          <span>
            {t('products.adjust.now')} <Quantity value={now} unit={product.unit} />
          </span>
          <span>
            {t('products.adjust.after')} <Quantity value={after} unit={product.unit} strong />
          </span>
        </p>
      </div>
    </Confirm>
  )
}
