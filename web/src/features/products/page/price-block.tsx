import { useTranslation } from 'react-i18next'
import { useMay } from '../../../lib/may.js'
import { type Fact, Facts } from '../../../ui/document-page/facts.js'
import { Money } from '../../../ui/money.js'
import { Percent } from '../../../ui/percent.js'
import type { Product } from '../product-answer.js'

/** For how much it is sold, what of it is tax, what remains; the cost only for those who may see it. */
export function PriceBlock({ product }: { readonly product: Product }) {
  const { t } = useTranslation()
  // A bundle has no cost of its own: its parts have theirs.
  const costs = useMay()('COST_VIEW') && product.productType !== 'BUNDLE'
  const { cost, marginAmount, marginPercent, minPrice, purchasePrice, materialCost, laborCost } = product
  const price = (label: string, value: number | null, more: Partial<Fact> = {}): Fact => ({
    label,
    value: <Money value={value} price />,
    ...more,
  })
  const facts: readonly (Fact | false)[] = [
    price(t('products.facts.price'), product.price, { strong: true }),
    product.bundlePricing === 'COMPONENTS' && { label: t('products.price.how'), value: t('products.bundle.fromParts') },
    {
      label: t('products.facts.vat'),
      value: product.vatExempt ? (
        t('products.vat.exempt')
      ) : (
        <>
          <Percent value={product.vatRate} />
          {` · ${t(product.vatIncluded ? 'products.vat.inside' : 'products.vat.onTop')}`}
        </>
      ),
    },
    price(t('products.price.without'), product.priceWithoutVat),
    price(t('products.price.with'), product.priceWithVat),
    minPrice !== null && price(t('products.facts.minPrice'), minPrice),
    costs && price(t('products.facts.cost'), cost, { parted: true }),
    costs &&
      marginAmount !== null && {
        label: t('products.facts.margin'),
        value: (
          <>
            <Money value={marginAmount} price />
            {marginPercent !== null && (
              <>
                {' · '}
                <Percent value={rounded(marginPercent)} />
              </>
            )}
          </>
        ),
      },
    costs && purchasePrice !== null && price(t('products.facts.purchasePrice'), purchasePrice),
    costs && materialCost !== null && price(t('products.facts.materialCost'), materialCost),
    costs && laborCost !== null && price(t('products.facts.laborCost'), laborCost),
  ]
  return <Facts facts={facts.filter((fact) => fact !== false)} />
}

/** A margin of many decimals says no more than one of one. */
export const rounded = (percent: number): number => Math.round(percent * 10) / 10
