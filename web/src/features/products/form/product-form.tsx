import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer, useCommand, useRows } from '../../../lib/api.js'
import { Refused } from '../../../lib/http.js'
import { Check } from '../../../ui/check.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { fieldError, formError } from '../../../ui/fields/field-error.js'
import fields from '../../../ui/fields/fields.module.css'
import { useWord } from '../../../ui/use-word.js'
import { indented } from '../list/filters.js'
import { categoriesPath, type Category, type Product, type ProductType, type Unit } from '../product-answer.js'
import { types } from '../values.js'
import { type Part, PartsEditor, whole } from './parts-editor.js'
import { PriceFields } from './price-fields.js'
import { changesOf, draftOf, newOf, type ProductDraft } from './product-draft.js'
import { TypeFields } from './type-fields.js'

interface ProductFormProps {
  /** Absent: something new. */
  readonly product?: Product
  readonly onClose: () => void
  readonly onSaved: (product: Product) => void
}

/** A product is written down or rewritten: each type asks for what it needs. */
export function ProductForm({ product, onClose, onSaved }: ProductFormProps) {
  const { t } = useTranslation()
  const word = useWord()
  const [before] = useState(() => draftOf(product))
  const [draft, setDraft] = useState<ProductDraft>(before)
  const [parts, setParts] = useState<readonly Part[]>([])
  const [asDraft, setAsDraft] = useState(false)
  const categories = useAnswer<readonly Category[]>(categoriesPath, { staleMs: 60_000 })
  const units = useRows<Unit>('/units?limit=100', { staleMs: 60_000 })
  const change = (part: Partial<ProductDraft>) => setDraft((now) => ({ ...now, ...part }))
  const save = useCommand<void, Product>({
    method: product ? 'PATCH' : 'POST',
    path: product ? `/products/${product.id}` : '/products',
    body: () => (product ? { ...changesOf(before, draft), version: product.version } : newOf(draft, parts, asDraft)),
    touches: ['/products'],
    onDone: (saved) => {
      onSaved(saved)
      onClose()
    },
  })
  const errorOf = (name: string) =>
    missing(save.error).includes(name) ? t('products.form.needed') : fieldError(save.error, name)
  const text = (name: 'name' | 'code' | 'barcode' | 'tags', wide = false) => (
    <TextInput
      className={wide ? (fields.wide ?? '') : ''}
      size="sm"
      label={t(`products.facts.${name}`)}
      autoComplete="off"
      {...(name === 'code' && !product && { placeholder: t('products.form.byItself') })}
      {...(name === 'name' && !product && { 'data-autofocus': true })}
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      error={errorOf(name)}
    />
  )
  const { productType } = draft
  const bundle = productType === 'BUNDLE' && !product
  return (
    <Confirm
      opened
      onClose={onClose}
      size="lg"
      title={product ? t('products.form.edit') : t('products.form.new')}
      verb={product ? t('products.form.save') : t('products.form.create')}
      busy={save.isPending}
      disabled={draft.name.trim() === '' || (bundle && !asDraft && !whole(parts))}
      error={formError(save.error, Object.keys(draft))}
      onConfirm={() => save.mutate()}
    >
      <div className={fields.fields}>
        {text('name', true)}
        {!product && (
          <Select
            size="sm"
            allowDeselect={false}
            label={t('products.facts.type')}
            data={types.map((value) => ({ value, label: word('productType', value) }))}
            value={productType}
            onChange={(type) => type && change({ productType: type as ProductType })}
          />
        )}
        {text('code')}
        <Select
          size="sm"
          allowDeselect={false}
          searchable
          label={t('products.facts.unit')}
          placeholder={t('products.form.usualUnit')}
          data={(units.data?.data ?? []).filter(({ isActive }) => isActive).map(({ code }) => code)}
          value={draft.unit}
          onChange={(unit) => change({ unit })}
          error={errorOf('unit')}
        />
        <Select
          size="sm"
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('ui.clear') }}
          label={t('products.facts.category')}
          data={(categories.data ?? []).map((category) => ({ value: category.id, label: indented(category) }))}
          value={draft.categoryId}
          onChange={(categoryId) => change({ categoryId })}
          error={errorOf('categoryId')}
        />
        {text('barcode')}
        <PriceFields draft={draft} change={change} errorOf={errorOf} today={product?.vatRate} />
        <TypeFields draft={draft} change={change} errorOf={errorOf} />
        {bundle && (
          <PartsEditor label={t('products.bundle.add')} only={{ status: 'ACTIVE' }} parts={parts} onChange={setParts} />
        )}
        <Textarea
          className={fields.wide ?? ''}
          size="sm"
          autosize
          minRows={2}
          maxRows={8}
          label={t('products.facts.description')}
          value={draft.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
          error={errorOf('description')}
        />
        {text('tags', true)}
        {!product && (
          <label className={fields.tick}>
            <Check checked={asDraft} onChange={(event) => setAsDraft(event.currentTarget.checked)} />
            {t('products.form.asDraft')}
          </label>
        )}
      </div>
    </Confirm>
  )
}

/** What an active product of its type still lacks, as the refusal names it. */
function missing(error: unknown): readonly unknown[] {
  const named = error instanceof Refused ? error.facts['missing'] : undefined
  return Array.isArray(named) ? named : []
}
