import { useTranslation } from 'react-i18next'
import { useMay } from '../../../lib/may.js'
import type { Column } from '../../../ui/list/column.js'
import { Money } from '../../../ui/money.js'
import { Percent } from '../../../ui/percent.js'
import { Quantity } from '../../../ui/quantity.js'
import { StatusBadge } from '../../../ui/status-badge.js'
import { useWord } from '../../../ui/use-word.js'
import { rounded } from '../page/price-block.js'
import { isStocked, type Product } from '../product-answer.js'
import styles from '../products.module.css'

/** What the list tells of a product; what costs it, only to those who may see costs. */
export function useColumns(): readonly Column<Product>[] {
  const { t } = useTranslation()
  const word = useWord()
  const costs = useMay()('COST_VIEW')
  const ofStock = (key: 'onHand' | 'reserved'): Column<Product> => ({
    key,
    title: t(`products.stock.${key}`),
    width: 110,
    align: 'end',
    hidden: key === 'onHand',
    cell: ({ productType, inventory, unit }) =>
      isStocked(productType) ? <Quantity value={inventory[key]} unit={unit} /> : '—',
  })
  return [
    { key: 'name', title: t('products.facts.name'), sort: 'name', place: 'title', cell: ({ name }) => name },
    {
      key: 'code',
      title: t('products.facts.code'),
      width: 130,
      sort: 'code',
      place: 'under',
      cell: ({ code }) => code,
    },
    {
      key: 'type',
      title: t('products.facts.type'),
      width: 130,
      cell: ({ productType }) => word('productType', productType),
    },
    {
      key: 'category',
      title: t('products.facts.category'),
      width: 150,
      hidden: true,
      cell: ({ category }) => category?.name ?? '—',
    },
    {
      key: 'price',
      title: t('products.facts.price'),
      width: 130,
      align: 'end',
      sort: 'price',
      place: 'end',
      cell: ({ price }) => <Money value={price} price />,
    },
    ...(costs
      ? ([
          {
            key: 'cost',
            title: t('products.facts.cost'),
            width: 130,
            align: 'end',
            sort: 'cost',
            hidden: true,
            cell: ({ cost }) => <Money value={cost} price />,
          },
          {
            key: 'margin',
            title: t('products.facts.margin'),
            width: 90,
            align: 'end',
            hidden: true,
            cell: ({ marginPercent }) => (marginPercent === null ? '—' : <Percent value={rounded(marginPercent)} />),
          },
        ] satisfies Column<Product>[])
      : []),
    {
      key: 'available',
      title: t('products.stock.available'),
      width: 110,
      align: 'end',
      cell: ({ inventory, unit }) =>
        inventory.status === 'NOT_STOCKED' ? (
          <span className={styles.quiet}>—</span>
        ) : (
          <Quantity value={inventory.available} unit={unit} strong />
        ),
    },
    ofStock('reserved'),
    ofStock('onHand'),
    {
      key: 'level',
      title: t('products.stock.level'),
      width: 140,
      cell: ({ inventory }) => <StatusBadge plain of="stockLevel" status={inventory.status} />,
    },
    {
      key: 'status',
      title: t('products.facts.status'),
      width: 140,
      place: 'underEnd',
      cell: ({ status }) => <StatusBadge plain of="product" status={status} />,
    },
    {
      key: 'barcode',
      title: t('products.facts.barcode'),
      width: 150,
      hidden: true,
      cell: ({ barcode }) => barcode ?? '—',
    },
  ]
}
