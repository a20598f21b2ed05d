import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PartTable } from '../../../ui/part-table.js'
import { Quantity } from '../../../ui/quantity.js'
import { SectionHeader } from '../../../ui/section-header.js'
import type { ProductCard } from '../product-answer.js'
import styles from '../products.module.css'

interface BundlePartProps {
  readonly product: ProductCard
  readonly onChange?: () => void
}

/** Of what a bundle consists: its parts are taken from the stock, each on its own. */
export function BundlePart({ product, onChange }: BundlePartProps) {
  const { t } = useTranslation()
  const { bundleItems, inventory, unit } = product
  return (
    <section className={styles.section} aria-label={t('products.bundle.title')}>
      <SectionHeader title={t('products.bundle.title')} count={bundleItems.length}>
        {inventory.status !== 'NOT_STOCKED' && (
          <span className={styles.quiet}>
            {t('products.bundle.enough')} <Quantity value={inventory.available} unit={unit} strong />
          </span>
        )}
        {onChange && (
          <Button size="xs" variant="default" onClick={onChange}>
            {t('products.bundle.change')}
          </Button>
        )}
      </SectionHeader>
      <PartTable
        label={t('products.bundle.title')}
        rows={bundleItems}
        none={t('products.bundle.none')}
        columns={[
          {
            key: 'name',
            title: t('products.facts.name'),
            place: 'title',
            cell: ({ componentId, componentName, isOptional }) => (
              <>
                <Link to="/products/$id" params={{ id: componentId }}>
                  {componentName}
                </Link>
                {isOptional && <span className={styles.quiet}> · {t('products.bundle.optional')}</span>}
              </>
            ),
          },
          { key: 'code', title: t('products.facts.code'), cell: ({ componentCode }) => componentCode },
          {
            key: 'quantity',
            title: t('products.parts.quantity'),
            align: 'end',
            place: 'end',
            cell: ({ quantity, unit: ofPart }) => <Quantity value={quantity} unit={ofPart} />,
          },
        ]}
      />
    </section>
  )
}
