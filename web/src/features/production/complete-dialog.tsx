import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { Confirm } from '../../ui/dialogs/confirm.js'
import { type Fact, Facts } from '../../ui/document-page/facts.js'
import { Quantity } from '../../ui/quantity.js'
import { type ProductionCard, productionPath, touchedByMaking } from './production-answer.js'

interface CompleteDialogProps {
  readonly order: ProductionCard
  readonly onClose: () => void
}

/** What will leave the stock and what will enter it. */
export function CompleteDialog({ order, onClose }: CompleteDialogProps) {
  const { t } = useTranslation()
  const complete = useCommand({
    path: `${productionPath}/${order.id}/complete`,
    touches: touchedByMaking,
    onDone: onClose,
  })
  const facts: Fact[] = [
    {
      label: order.productName,
      value: <Quantity value={order.quantity} unit={order.unitOfMeasure} />,
      strong: true,
    },
    ...order.materials.map((material, index) => ({
      label: material.componentName,
      value: <Quantity value={-material.requiredQuantity} unit={material.unit} />,
      parted: index === 0,
    })),
  ]
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('production.completeTitle', { number: order.orderNumber })}
      verb={t('production.complete')}
      busy={complete.isPending}
      error={complete.error}
      onConfirm={() => complete.mutate()}
    >
      <p>{t('production.completeText')}</p>
      <Facts facts={facts} />
    </Confirm>
  )
}
