import { Button } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../lib/api.js'
import { useShortcut } from '../../lib/keyboard.js'
import { useMay } from '../../lib/may.js'
import { useTitle } from '../../lib/title.js'
import { DocumentHeader } from '../../ui/document-page/document-header.js'
import { DocumentPage } from '../../ui/document-page/document-page.js'
import { late } from '../../ui/late.js'
import { Menu } from '../../ui/overlays/menu.js'
import { Problem } from '../../ui/states/problem.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { useWord } from '../../ui/use-word.js'
import { Boms } from './page/boms.js'
import { BundlePart } from './page/bundle-part.js'
import { Movements } from './page/movements.js'
import { PriceBlock } from './page/price-block.js'
import { PriceHistory } from './page/price-history.js'
import type { Asked } from './page/product-dialogs.js'
import { ProductFacts } from './page/product-facts.js'
import { Stock } from './page/stock.js'
import { cardPath, isStocked, type ProductCard } from './product-answer.js'
import styles from './products.module.css'
import { moves } from './values.js'

const ProductDialogs = late(async () => (await import('./page/product-dialogs.js')).ProductDialogs)

/** A product: what it costs, where it lies, of what it is made, how its price and its stock moved. */
export function Page() {
  const { id } = useParams({ from: '/inside/products/$id' })
  const { data: product, error, refetch } = useAnswer<ProductCard>(cardPath(id))
  useTitle(product?.name)
  if (error && !product) return <Problem error={error} retry={() => void refetch()} />
  if (!product) return <Skeleton shape="document" />
  return <ProductView key={id} product={product} />
}

function ProductView({ product }: { readonly product: ProductCard }) {
  const { t } = useTranslation()
  const word = useWord()
  const may = useMay()
  const navigate = useNavigate({ from: '/products/$id' })
  const { tab } = useSearch({ from: '/inside/products/$id' })
  const [asked, setAsked] = useState<Asked>()
  const { productType, status } = product
  const writes = may('PRODUCTS_UPDATE')
  const stocked = isStocked(productType)
  useShortcut({ keys: 'e', does: t('products.form.edit') }, () => setAsked('edit'), writes)
  const adjusts = stocked && may('INVENTORY_ADJUST') && may('INVENTORY_VIEW')
  const header = (
    <DocumentHeader
      kind={word('document', 'product')}
      number={product.code}
      title={product.name}
      of="product"
      status={status}
      facts={[
        { label: t('products.facts.type'), value: word('productType', productType) },
        ...(product.category ? [{ label: t('products.facts.category'), value: product.category.name }] : []),
        ...(product.barcode ? [{ label: t('products.facts.barcode'), value: product.barcode }] : []),
      ]}
      {...(writes && {
        actions: (
          <>
            {status === 'DRAFT' && (
              <Button onClick={() => setAsked({ status: 'ACTIVE' })}>{t('products.status.begin')}</Button>
            )}
            <Button variant="default" onClick={() => setAsked('edit')}>
              {t('products.form.change')}
            </Button>
          </>
        ),
      })}
      {...((writes || may('PRODUCTS_DELETE')) && {
        more: (
          <>
            {writes &&
              moves[status].map((to) => (
                <Menu.Item key={to} onClick={() => setAsked({ status: to })}>
                  {t('products.status.move', { status: word('product', to) })}
                </Menu.Item>
              ))}
            {may('PRODUCTS_DELETE') && (
              <Menu.Item color="danger" onClick={() => setAsked('remove')}>
                {t('products.remove.verb')}
              </Menu.Item>
            )}
          </>
        ),
      })}
    />
  )
  return (
    <>
      <DocumentPage
        header={header}
        tab={tab}
        onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
        sides={[
          { key: 'price', title: t('products.price.title'), content: <PriceBlock product={product} /> },
          { key: 'about', title: t('products.about'), content: <ProductFacts product={product} /> },
          {
            key: 'history',
            title: t('products.price.history'),
            content: <PriceHistory entries={product.priceHistory} />,
          },
        ]}
      >
        {stocked && <Stock product={product} {...(adjusts && { onAdjust: () => setAsked('adjust') })} />}
        {productType === 'BUNDLE' && (
          <BundlePart product={product} {...(writes && { onChange: () => setAsked('bundle') })} />
        )}
        {productType === 'MANUFACTURED' && may('PRODUCTION_VIEW') && (
          <Boms product={product} {...(may('PRODUCTION_CREATE') && { onCreate: () => setAsked('bom') })} />
        )}
        {stocked && product.movements && <Movements product={product} movements={product.movements} />}
        {product.description && (
          <section className={styles.section} aria-label={t('products.facts.description')}>
            <p className={styles.note}>{product.description}</p>
          </section>
        )}
      </DocumentPage>
      {asked && <ProductDialogs product={product} asked={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}
