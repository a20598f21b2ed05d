import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queryClient, useCommand } from '../../../lib/api.js'
import type { Answer } from '../../../lib/http.js'
import { useMay } from '../../../lib/may.js'
import { Check } from '../../../ui/check.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { fieldError } from '../../../ui/fields/field-error.js'
import fields from '../../../ui/fields/fields.module.css'
import { QuantityInput } from '../../../ui/fields/quantity-input.js'
import { type Part, PartsEditor, whole } from '../form/parts-editor.js'
import { type Bom, bomsPath, type ProductCard } from '../product-answer.js'

interface BomDialogProps {
  readonly product: ProductCard
  readonly onClose: () => void
}

/** A bill of materials is never rewritten: orders were made by it. A change is a new version that begins with what the last one says. */
export function BomDialog({ product, onClose }: BomDialogProps) {
  const { t } = useTranslation()
  const mayActivate = useMay()('PRODUCTION_UPDATE')
  const [before] = useState(() => {
    const boms = queryClient.getQueryData<Answer<readonly Bom[]>>([bomsPath(product.id)])?.data ?? []
    return { count: boms.length, bom: boms.find(({ isDefault }) => isDefault) ?? boms[0] }
  })
  const [name, setName] = useState(before.bom?.name ?? t('products.bom.usual'))
  const [version, setVersion] = useState(`${before.count + 1}.0`)
  const [quantity, setQuantity] = useState<number | null>(before.bom?.quantity ?? 1)
  const [activate, setActivate] = useState(mayActivate)
  const [parts, setParts] = useState<readonly Part[]>(() =>
    (before.bom?.components ?? []).map(({ componentId, componentName, unit, quantityPerUnit }) => ({
      componentId,
      name: componentName,
      unit,
      quantity: quantityPerUnit,
    })),
  )
  const save = useCommand<void, Bom>({
    path: '/operations/production/boms',
    body: () => ({
      productId: product.id,
      name: name.trim(),
      version: version.trim(),
      quantity,
      components: parts.map(({ componentId, quantity: quantityPerUnit }) => {
        const known = before.bom?.components?.find((component) => component.componentId === componentId)
        return { componentId, quantityPerUnit, ...(known && { scrapFactor: known.scrapFactor }) }
      }),
      ...(before.bom?.operations?.length && { operations: before.bom.operations.map(asTold) }),
      ...(activate && { activate }),
    }),
    touches: ['/operations/production/boms', '/products'],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      size="md"
      onClose={onClose}
      title={t('products.bom.of', { name: product.name })}
      verb={t('products.bom.save')}
      busy={save.isPending}
      disabled={!whole(parts) || name.trim() === '' || !quantity}
      error={save.error}
      onConfirm={() => save.mutate()}
    >
      <div className={fields.fields}>
        <TextInput
          size="sm"
          label={t('products.bom.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldError(save.error, 'name')}
        />
        <TextInput
          size="sm"
          label={t('products.bom.versionLabel')}
          maxLength={20}
          value={version}
          onChange={(event) => setVersion(event.currentTarget.value)}
          error={fieldError(save.error, 'version')}
        />
        <QuantityInput
          label={t('products.bom.yieldsLabel')}
          unit={product.unit}
          value={quantity}
          onChange={setQuantity}
          error={fieldError(save.error, 'quantity')}
        />
        {mayActivate && (
          <label className={fields.tick}>
            <Check checked={activate} onChange={(event) => setActivate(event.currentTarget.checked)} />
            {t('products.bom.atOnce')}
          </label>
        )}
        <PartsEditor
          label={t('products.bom.add')}
          only={{ productType: 'MATERIAL,MANUFACTURED,PRODUCT' }}
          parts={parts}
          onChange={setParts}
          errorOf={(index) => fieldError(save.error, `components.${index}.componentId`)}
        />
      </div>
    </Confirm>
  )
}

/** An operation as the next version takes it over: all of it but its id. */
function asTold(operation: NonNullable<Bom['operations']>[number]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(operation).filter(([name]) => name !== 'id'))
}
