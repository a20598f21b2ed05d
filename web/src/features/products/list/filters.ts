import { useTranslation } from 'react-i18next'
import type { View } from '../../../ui/list/column.js'
import type { Filter } from '../../../ui/list/filter.js'
import { useChoice } from '../../../ui/list/use-choice.js'
import type { Category } from '../product-answer.js'
import { statuses, types } from '../values.js'

/** By what products are narrowed; a category brings those below it. */
export function useFilters(categories: readonly Category[]): readonly Filter[] {
  const { t } = useTranslation()
  const choice = useChoice()
  return [
    choice('productType', t('products.facts.type'), 'productType', types),
    ...(categories.length > 0
      ? [
          {
            kind: 'choice',
            key: 'categoryId',
            title: t('products.facts.category'),
            single: true,
            options: categories.map((category) => ({ value: category.id, label: indented(category) })),
          } as const,
        ]
      : []),
    choice('status', t('products.facts.status'), 'product', statuses),
    { kind: 'flag', key: 'lowStock', title: t('products.views.low') },
    { kind: 'flag', key: 'inStock', title: t('products.views.inStock') },
    { kind: 'amounts', key: 'price', title: t('products.facts.price'), from: 'minPrice', to: 'maxPrice' },
  ]
}

/** A category stands as deep as it lies. */
export function indented({ name, path }: Category): string {
  const depth = path.split('/').filter(Boolean).length - 1
  return `${'\u2003'.repeat(Math.max(0, depth))}${name}`
}

/** Arrangements that a storekeeper and a seller come back to. */
export function useViews(): readonly View[] {
  const { t } = useTranslation()
  return [
    {
      key: 'sold',
      title: t('products.views.sold'),
      search: { status: 'ACTIVE', productType: 'PRODUCT,MANUFACTURED,BUNDLE,SERVICE,DIGITAL' },
    },
    { key: 'materials', title: t('products.views.materials'), search: { productType: 'MATERIAL' } },
    { key: 'low', title: t('products.views.low'), search: { lowStock: 'true', status: 'ACTIVE' } },
    { key: 'drafts', title: t('products.views.drafts'), search: { status: 'DRAFT' } },
  ]
}
