import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../../lib/api.js'
import { Problem } from '../../../ui/states/problem.js'
import { Skeleton } from '../../../ui/states/skeletons.js'
import { StatusBadge } from '../../../ui/status-badge.js'
import { cardPath, isStocked, type ProductCard } from '../product-answer.js'
import { PriceBlock } from '../page/price-block.js'
import { BalanceTable } from '../page/stock.js'
import styles from '../products.module.css'

/** A product beside the list: what it costs and where it lies. */
export function ProductPeek({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { data: product, error, refetch } = useAnswer<ProductCard>(cardPath(id))
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!product) return <Skeleton shape="lines" rows={8} />
  return (
    <div className={styles.peek}>
      <Link to="/products/$id" params={{ id }} className={styles.open ?? ''}>
        {product.name}
      </Link>
      <StatusBadge of="product" status={product.status} />
      <PriceBlock product={product} />
      {isStocked(product.productType) && <BalanceTable label={t('products.stock.title')} product={product} />}
      {product.description && <p className={styles.note}>{product.description}</p>}
    </div>
  )
}
