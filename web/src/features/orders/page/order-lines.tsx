import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { quantity as written } from '../../../lib/format.js'
import { useMay } from '../../../lib/may.js'
import { percentOf } from '../../../lib/percent-of.js'
import { type DocumentLine, LinesTable } from '../../../ui/document-page/lines-table.js'
import type { Paper } from '../../../ui/document-page/papers.js'
import { SectionHeader } from '../../../ui/section-header.js'
import { Refusal } from '../../../ui/states/refusal.js'
import { type OrderCard, type OrderItem, touchedByOrder } from '../order-answer.js'
import { toComplete } from '../order-facts.js'
import { LineSupply } from './line-supply.js'
import styles from './page.module.css'

interface OrderLinesProps {
  readonly order: OrderCard
  readonly papers: readonly Paper[]
}

/** What was sold, and where every piece of it is. */
export function OrderLines({ order, papers }: OrderLinesProps) {
  const { t } = useTranslation()
  const may = useMay()
  const complete = useCommand<{ itemId: string }>({
    path: ({ itemId }) => `/orders/${order.id}/items/${itemId}/complete`,
    touches: touchedByOrder,
  })
  const works = may('ORDERS_UPDATE') && ['CONFIRMED', 'PROCESSING', 'READY', 'SHIPPED'].includes(order.status)
  const lineOf = (item: OrderItem): DocumentLine => ({
    id: item.id,
    name: <ItemName item={item} />,
    said: item.productName,
    under: <Under item={item} />,
    quantity: item.quantity,
    unit: item.unit,
    price: item.unitPrice,
    discount: percentOf(item.lineDiscountAmount, item.grossAmount),
    vatRate: item.vatExempt ? null : item.vatRate,
    amount: item.totalPrice,
    extra: (
      <>
        <LineSupply item={item} papers={papers} />
        {works && toComplete(item) > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            mt={4}
            loading={complete.isPending && complete.variables.itemId === item.id}
            onClick={() => complete.mutate({ itemId: item.id })}
          >
            {t('orders.work.complete')}
          </Button>
        )}
      </>
    ),
  })
  const { discountAmount, shippingCost, totalAmount } = order
  return (
    <section aria-label={t('ui.document.lines')} className={styles.section}>
      <SectionHeader title={t('ui.document.lines')} count={order.items.length} />
      <LinesTable
        label={t('ui.document.lines')}
        lines={order.items.map(lineOf)}
        extraTitle={t('orders.lines.where')}
        totals={[
          ...(discountAmount > 0 ? [{ label: t('ui.document.discount'), value: -discountAmount }] : []),
          ...(shippingCost > 0 ? [{ label: t('orders.lines.shipping'), value: shippingCost }] : []),
          { label: t('ui.document.totalWithVat'), value: totalAmount, strong: true },
        ]}
      />
      <Refusal error={complete.error} />
    </section>
  )
}

function ItemName({ item }: { readonly item: OrderItem }) {
  const may = useMay()
  const part = item.parentItemId ? (styles.part ?? '') : ''
  if (!may('PRODUCTS_VIEW')) return <span className={part}>{item.productName}</span>
  return (
    <Link to="/products/$id" params={{ id: item.productId }} className={`${styles.plain} ${part}`}>
      {item.productName}
    </Link>
  )
}

/** The code, and what was cancelled of it. */
function Under({ item }: { readonly item: OrderItem }) {
  const { t } = useTranslation()
  const cancelled =
    item.quantityCancelled > 0 && t('orders.lines.cancelled', { quantity: written(item.quantityCancelled, item.unit) })
  return <>{[item.productCode, cancelled].filter(Boolean).join(' · ')}</>
}
