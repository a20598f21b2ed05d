import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Check } from '../../../ui/check.js'
import fields from '../../../ui/fields/fields.module.css'
import { NumberField } from '../../../ui/fields/number-field.js'
import { QuantityInput } from '../../../ui/fields/quantity-input.js'
import { digitalKinds } from '../values.js'
import type { FormPart } from './form-part.js'
import { fieldsOf } from './product-draft.js'

/** What only some types have: levels of stock, measures, the kind of a digital good, how a bundle is priced. */
export function TypeFields({ draft, change, errorOf }: FormPart) {
  const { t } = useTranslation()
  const has = new Set(fieldsOf[draft.productType])
  const number = (name: 'weight' | 'length' | 'width' | 'height' | 'leadTimeDays', decimals: number, sign: string) => (
    <NumberField
      label={t(`products.facts.${name}`)}
      decimals={decimals}
      least={0}
      sign={sign}
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
      error={errorOf(name)}
    />
  )
  const level = (name: 'minStockLevel' | 'reorderPoint' | 'maxStockLevel') => (
    <QuantityInput
      label={t(`products.facts.${name}`)}
      {...(draft.unit && { unit: draft.unit })}
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
      error={errorOf(name)}
    />
  )
  return (
    <>
      {has.has('digitalKind') && (
        <Select
          size="sm"
          label={t('products.facts.digitalKind')}
          data={digitalKinds.map((value) => ({ value, label: t(`products.digital.${value}`) }))}
          value={draft.digitalKind}
          onChange={(digitalKind) => change({ digitalKind })}
          error={errorOf('digitalKind')}
        />
      )}
      {has.has('bundlePricing') && (
        <Select
          size="sm"
          allowDeselect={false}
          label={t('products.price.how')}
          data={[
            { value: 'FIXED', label: t('products.bundle.ownPrice') },
            { value: 'COMPONENTS', label: t('products.bundle.fromParts') },
          ]}
          value={draft.bundlePricing}
          onChange={(bundlePricing) => change({ bundlePricing })}
          error={errorOf('bundlePricing')}
        />
      )}
      {has.has('sellable') && (
        <label className={fields.tick}>
          <Check checked={draft.sellable} onChange={(event) => change({ sellable: event.currentTarget.checked })} />
          {t('products.facts.sellable')}
        </label>
      )}
      {has.has('minStockLevel') && (
        <>
          <h3 className={fields.part}>{t('products.stock.title')}</h3>
          {level('minStockLevel')}
          {level('reorderPoint')}
          {level('maxStockLevel')}
          {has.has('leadTimeDays') ? number('leadTimeDays', 0, t('products.daysShort')) : <span />}
        </>
      )}
      {has.has('weight') && (
        <>
          <h3 className={fields.part}>{t('products.facts.measures')}</h3>
          {number('weight', 3, t('products.kg'))}
          {number('length', 2, t('products.cm'))}
          {number('width', 2, t('products.cm'))}
          {number('height', 2, t('products.cm'))}
        </>
      )}
    </>
  )
}
