import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { ReasonDialog } from '../../../ui/dialogs/reason-dialog.js'
import { useWord } from '../../../ui/use-word.js'
import { ProductForm } from '../form/product-form.js'
import type { ProductCard } from '../product-answer.js'
import type { Status } from '../values.js'
import { AdjustDialog } from './adjust-dialog.js'
import { BomDialog } from './bom-dialog.js'
import { BundleDialog } from './bundle-dialog.js'

/** What is asked in a dialog. */
export type Asked = 'edit' | 'adjust' | 'bom' | 'bundle' | 'remove' | { readonly status: Status }

interface ProductDialogsProps {
  readonly product: ProductCard
  readonly asked: Asked
  readonly onClose: () => void
}

/** The questions of a product's page, one at a time. */
export function ProductDialogs({ product, asked, onClose }: ProductDialogsProps) {
  const { t } = useTranslation()
  const word = useWord()
  const navigate = useNavigate()
  const { id, name, version } = product
  const move = useCommand<{ status: Status; reason?: string }>({
    method: 'PATCH',
    path: `/products/${id}/status`,
    body: (given) => ({ ...given, version }),
    touches: ['/products'],
    onDone: onClose,
  })
  const remove = useCommand({
    method: 'DELETE',
    path: `/products/${id}`,
    onDone: () => void navigate({ to: '/products' }),
  })
  if (asked === 'edit') return <ProductForm product={product} onClose={onClose} onSaved={() => {}} />
  if (asked === 'adjust') return <AdjustDialog product={product} onClose={onClose} />
  if (asked === 'bom') return <BomDialog product={product} onClose={onClose} />
  if (asked === 'bundle') return <BundleDialog product={product} onClose={onClose} />
  if (asked === 'remove')
    return (
      <Confirm
        opened
        danger
        onClose={onClose}
        title={t('products.remove.title', { name })}
        verb={t('products.remove.verb')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
      >
        <p>{t('products.remove.rule')}</p>
      </Confirm>
    )
  const { status } = asked
  return (
    <ReasonDialog
      title={t('products.status.title', { name })}
      verb={t('products.status.move', { status: word('product', status) })}
      optional={product.status !== 'DISCONTINUED'}
      busy={move.isPending}
      error={move.error}
      onClose={onClose}
      onReason={(reason) => move.mutate({ status, ...(reason && { reason }) })}
    >
      <p>{t(`products.status.rule.${status}`)}</p>
    </ReasonDialog>
  )
}
