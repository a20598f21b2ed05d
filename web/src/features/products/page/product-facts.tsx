import { useTranslation } from 'react-i18next'
import { dayOf } from '../../../lib/format.js'
import { useTimezone } from '../../../lib/session.js'
import { Day } from '../../../ui/day.js'
import { type Fact, Facts } from '../../../ui/document-page/facts.js'
import { Quantity } from '../../../ui/quantity.js'
import type { Product } from '../product-answer.js'

/** What else is known; what is not known takes no room. */
export function ProductFacts({ product }: { readonly product: Product }) {
  const { t } = useTranslation()
  const zone = useTimezone()
  const { unit, length, width, height, weight, lastSoldAt, digitalKind, tags } = product
  const level = (name: 'minStockLevel' | 'reorderPoint' | 'maxStockLevel' | 'minOrderQuantity') => {
    const value = product[name]
    return value !== null && { label: t(`products.facts.${name}`), value: <Quantity value={value} unit={unit} /> }
  }
  const measures = [length, width, height].filter((one) => one !== null)
  const facts: readonly (Fact | false)[] = [
    { label: t('products.facts.unit'), value: unit },
    product.sku !== null && { label: t('products.facts.sku'), value: product.sku },
    digitalKind !== null && { label: t('products.facts.digitalKind'), value: t(`products.digital.${digitalKind}`) },
    weight !== null && {
      label: t('products.facts.weight'),
      value: <Quantity value={weight} unit={t('products.kg')} />,
    },
    measures.length > 0 && {
      label: t('products.facts.size'),
      value: (
        <Quantity
          value={measures[0]}
          unit={`${measures
            .slice(1)
            .map((one) => `× ${one}`)
            .join(' ')} ${t('products.cm')}`.trim()}
        />
      ),
    },
    level('minStockLevel'),
    level('reorderPoint'),
    level('maxStockLevel'),
    level('minOrderQuantity'),
    product.leadTimeDays !== null && {
      label: t('products.facts.leadTimeDays'),
      value: t('products.days', { count: product.leadTimeDays }),
    },
    product.batchTracking && { label: t('products.facts.batches'), value: t('products.yes') },
    lastSoldAt !== null && { label: t('products.facts.lastSold'), value: <Day value={dayOf(lastSoldAt, zone)} /> },
    tags.length > 0 && { label: t('products.facts.tags'), value: tags.join(', ') },
  ]
  return <Facts facts={facts.filter((fact) => fact !== false)} />
}
