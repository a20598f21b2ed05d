import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Moment } from '../../../ui/moment.js'
import { PartTable } from '../../../ui/part-table.js'
import { Quantity } from '../../../ui/quantity.js'
import { SectionHeader } from '../../../ui/section-header.js'
import { useWord } from '../../../ui/use-word.js'
import fields from '../../../ui/fields/fields.module.css'
import type { Movement, ProductCard } from '../product-answer.js'
import styles from '../products.module.css'

interface MovementsProps {
  readonly product: ProductCard
  readonly movements: readonly Movement[]
}

const first = 8

/** How its stock moved, the latest first. */
export function Movements({ product, movements }: MovementsProps) {
  const { t } = useTranslation()
  const word = useWord()
  const [all, setAll] = useState(false)
  const { unit } = product
  return (
    <section className={styles.section} aria-label={t('products.movements.title')}>
      <SectionHeader title={t('products.movements.title')} />
      <PartTable
        label={t('products.movements.title')}
        rows={all ? movements : movements.slice(0, first)}
        none={t('products.movements.none')}
        columns={[
          {
            key: 'what',
            title: t('products.movements.what'),
            place: 'title',
            cell: ({ type, reason, notes }) => (
              <>
                {word('movement', type)}
                {reason && <span className={styles.quiet}> · {word('adjustmentReason', reason) || reason}</span>}
                {notes && <div className={styles.note}>{notes}</div>}
              </>
            ),
          },
          { key: 'when', title: t('products.movements.when'), cell: ({ occurredAt }) => <Moment value={occurredAt} /> },
          { key: 'where', title: t('products.stock.warehouse'), cell: ({ warehouseName }) => warehouseName },
          { key: 'who', title: t('products.movements.who'), cell: ({ createdByName }) => createdByName || '—' },
          {
            key: 'quantity',
            title: t('products.movements.quantity'),
            align: 'end',
            place: 'end',
            cell: ({ quantity }) => (
              <>
                {quantity > 0 && '+'}
                <Quantity value={quantity} unit={unit} />
              </>
            ),
          },
          {
            key: 'after',
            title: t('products.movements.after'),
            align: 'end',
            place: 'end',
            cell: ({ balanceAfter }) => <Quantity value={balanceAfter} unit={unit} />,
          },
        ]}
      />
      {!all && movements.length > first && (
        <button type="button" className={fields.more} onClick={() => setAll(true)}>
          {t('products.movements.more', { count: movements.length - first })}
        </button>
      )}
    </section>
  )
}
