import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../lib/may.js'
import type { Column } from '../../../ui/list/column.js'
import { Money } from '../../../ui/money.js'
import { PartTable } from '../../../ui/part-table.js'
import { Quantity } from '../../../ui/quantity.js'
import { SectionHeader } from '../../../ui/section-header.js'
import { StatusBadge } from '../../../ui/status-badge.js'
import type { Balance, ProductCard } from '../product-answer.js'
import styles from '../products.module.css'

interface StockProps {
  readonly product: ProductCard
  readonly onAdjust?: () => void
}

/** What lies where, what of it is promised, what is left to promise. */
export function Stock({ product, onAdjust }: StockProps) {
  const { t } = useTranslation()
  const { inventory, unit } = product
  return (
    <section className={styles.section} aria-label={t('products.stock.title')}>
      <SectionHeader title={t('products.stock.title')}>
        <StatusBadge of="stockLevel" status={inventory.status} />
        {onAdjust && (
          <Button size="xs" variant="default" onClick={onAdjust}>
            {t('products.adjust.verb')}
          </Button>
        )}
      </SectionHeader>
      <dl className={styles.totals}>
        {(['available', 'reserved', 'onHand'] as const).map((key) => (
          <div key={key} className={styles.total}>
            <dt>{t(`products.stock.${key}`)}</dt>
            <dd>
              <Quantity value={inventory[key]} unit={unit} />
            </dd>
          </div>
        ))}
      </dl>
      {product.stock.length > 0 && <BalanceTable label={t('products.stock.title')} product={product} />}
    </section>
  )
}

/** The balances of a product, warehouse by warehouse. */
export function BalanceTable({ label, product }: { readonly label: string; readonly product: ProductCard }) {
  const { t } = useTranslation()
  const costs = useMay()('COST_VIEW')
  const { unit, stock } = product
  const figure = (key: 'quantity' | 'reservedQuantity' | 'availableQuantity', title: string): Column<Balance> => ({
    key,
    title,
    align: 'end',
    ...(key !== 'quantity' && { place: 'end' as const }),
    cell: (row) => <Quantity value={row[key]} unit={unit} />,
  })
  const columns: readonly Column<Balance>[] = [
    {
      key: 'warehouse',
      title: t('products.stock.warehouse'),
      place: 'title',
      cell: ({ warehouseName, status }) =>
        status === 'AVAILABLE' ? warehouseName : `${warehouseName} · ${t(`products.stock.kind.${kindOf(status)}`)}`,
    },
    figure('availableQuantity', t('products.stock.available')),
    figure('reservedQuantity', t('products.stock.reserved')),
    figure('quantity', t('products.stock.onHand')),
    ...(costs
      ? [
          {
            key: 'cost',
            title: t('products.facts.cost'),
            align: 'end',
            cell: ({ unitCost }: Balance) => <Money value={unitCost} price />,
          } as const,
        ]
      : []),
  ]
  return <PartTable label={label} rows={stock} columns={columns} none={t('products.stock.none')} />
}

const kindOf = (status: string): 'QUARANTINE' | 'BLOCKED' | 'EXPIRED' =>
  status === 'QUARANTINE' || status === 'EXPIRED' ? status : 'BLOCKED'
