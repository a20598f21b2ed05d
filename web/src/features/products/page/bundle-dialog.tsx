import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { fieldError } from '../../../ui/fields/field-error.js'
import { type Part, PartsEditor, whole } from '../form/parts-editor.js'
import type { ProductCard } from '../product-answer.js'

interface BundleDialogProps {
  readonly product: ProductCard
  readonly onClose: () => void
}

/** The parts of a bundle, all at once. What was said of a part before (optional, its share) stays with it. */
export function BundleDialog({ product, onClose }: BundleDialogProps) {
  const { t } = useTranslation()
  const [parts, setParts] = useState<readonly Part[]>(() =>
    product.bundleItems.map(({ componentId, componentName: name, unit, quantity }) => ({
      componentId,
      name,
      unit,
      quantity,
    })),
  )
  const save = useCommand({
    method: 'PUT',
    path: `/products/${product.id}/bundle-items`,
    body: () => ({
      items: parts.map(({ componentId, quantity }, sortOrder) => {
        const before = product.bundleItems.find((item) => item.componentId === componentId)
        return {
          componentId,
          quantity,
          sortOrder,
          ...(before && { isOptional: before.isOptional, priceShare: before.priceShare }),
        }
      }),
    }),
    touches: ['/products'],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      size="md"
      onClose={onClose}
      title={t('products.bundle.of', { name: product.name })}
      verb={t('products.form.save')}
      busy={save.isPending}
      disabled={!whole(parts)}
      error={save.error}
      onConfirm={() => save.mutate()}
    >
      <PartsEditor
        label={t('products.bundle.add')}
        only={{ status: 'ACTIVE' }}
        parts={parts}
        onChange={setParts}
        errorOf={(index) => fieldError(save.error, `items[${index}].quantity`)}
      />
    </Confirm>
  )
}
