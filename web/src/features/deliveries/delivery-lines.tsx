import { useTranslation } from 'react-i18next'
import { GoodsTable } from '../../ui/document-page/goods-table.js'
import { Quantity } from '../../ui/quantity.js'
import { SectionHeader } from '../../ui/section-header.js'
import { Empty } from '../../ui/states/empty.js'
import type { DeliveryCard } from './delivery-answer.js'

/** What is carried; after the trip, what was received of it. */
export function DeliveryLines({ delivery }: { readonly delivery: DeliveryCard }) {
  const { t } = useTranslation()
  const arrived = delivery.lines.some((line) => line.deliveredQuantity > 0 || line.rejectedQuantity > 0)
  const lines = delivery.lines.map((line) => ({ ...line, name: line.productName, under: line.rejectReason }))
  return (
    <section aria-label={t('deliveries.lines')}>
      <SectionHeader title={t('deliveries.lines')} count={lines.length} />
      {lines.length === 0 ? (
        <Empty>{t('deliveries.notShipped')}</Empty>
      ) : (
        <GoodsTable
          label={t('deliveries.lines')}
          nameTitle={t('deliveries.product')}
          lines={lines}
          columns={[
            {
              key: 'quantity',
              title: t('deliveries.quantity'),
              cell: (line) => <Quantity value={line.quantity} unit={line.unit} />,
            },
            ...(arrived
              ? [
                  {
                    key: 'received',
                    title: t('deliveries.received'),
                    cell: (line: (typeof lines)[number]) => (
                      <Quantity value={line.deliveredQuantity} unit={line.unit} />
                    ),
                  },
                  {
                    key: 'rejected',
                    title: t('deliveries.rejected'),
                    cell: (line: (typeof lines)[number]) => <Quantity value={line.rejectedQuantity} unit={line.unit} />,
                  },
                ]
              : []),
          ]}
        />
      )}
    </section>
  )
}
