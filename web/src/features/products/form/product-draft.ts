import type { Product, ProductType } from '../product-answer.js'
import type { Part } from './parts-editor.js'

/** How VAT is charged: by the settings, by a rate of the law, by a typed rate that stays, or not at all. */
export type VatChoice = 'settings' | 'typed' | 'exempt' | (string & {})

/** A product as the form holds it: nothing is empty text or null. */
export function draftOf(product?: Product) {
  return {
    productType: product?.productType ?? ('PRODUCT' as ProductType),
    name: product?.name ?? '',
    code: product?.code ?? '',
    unit: product?.unit ?? null,
    categoryId: product?.categoryId ?? null,
    barcode: product?.barcode ?? '',
    description: product?.description ?? '',
    price: product?.price ?? null,
    minPrice: product?.minPrice ?? null,
    vat: vatOf(product),
    vatIncluded: product?.vatIncluded ?? true,
    purchasePrice: product?.purchasePrice ?? null,
    leadTimeDays: product?.leadTimeDays ?? null,
    materialCost: product?.materialCost ?? null,
    laborCost: product?.laborCost ?? null,
    overheadPercent: product ? product.overheadPercent : 20,
    markupPercent: product ? product.markupPercent : 30,
    minStockLevel: product?.minStockLevel ?? null,
    reorderPoint: product?.reorderPoint ?? null,
    maxStockLevel: product?.maxStockLevel ?? null,
    weight: product?.weight ?? null,
    length: product?.length ?? null,
    width: product?.width ?? null,
    height: product?.height ?? null,
    sellable: product?.sellable ?? false,
    digitalKind: (product?.digitalKind ?? null) as string | null,
    bundlePricing: (product?.bundlePricing ?? 'FIXED') as string | null,
    tags: (product?.tags ?? []).join(', '),
  }
}
export type ProductDraft = ReturnType<typeof draftOf>
export type FieldName = keyof ProductDraft

function vatOf(product: Product | undefined): VatChoice {
  if (!product) return 'settings'
  if (product.vatExempt) return 'exempt'
  return product.vatRateId ?? (product.vatRateTyped ? 'typed' : 'settings')
}

const common: readonly FieldName[] = [
  'name',
  'code',
  'unit',
  'categoryId',
  'barcode',
  'description',
  'price',
  'minPrice',
  'vat',
  'vatIncluded',
  'tags',
]
const kept: readonly FieldName[] = ['minStockLevel', 'reorderPoint', 'maxStockLevel']
const bought: readonly FieldName[] = ['purchasePrice', 'leadTimeDays']
const measured: readonly FieldName[] = ['weight', 'length', 'width', 'height']

/** Which fields a type has; the others would be refused. */
export const fieldsOf: Readonly<Record<ProductType, readonly FieldName[]>> = {
  PRODUCT: [...common, ...bought, ...kept, ...measured],
  MATERIAL: [...common, ...bought, ...kept, ...measured, 'sellable'],
  SERVICE: [...common, 'purchasePrice'],
  DIGITAL: [...common, 'digitalKind'],
  BUNDLE: [...common, 'bundlePricing'],
  MANUFACTURED: [...common, 'materialCost', 'laborCost', 'overheadPercent', 'markupPercent', ...kept, ...measured],
}

/** Fields that are never cleared: an empty one is not sent. */
const always = new Set<FieldName>([
  'name',
  'code',
  'unit',
  'price',
  'overheadPercent',
  'markupPercent',
  'bundlePricing',
])

/** What is another now, as the API takes it. */
export function changesOf(before: ProductDraft, now: ProductDraft): Record<string, unknown> {
  const named = fieldsOf[now.productType].filter((name) => said(now, name) !== said(before, name))
  const sent = named.filter((name) => !(always.has(name) && said(now, name) === null))
  return Object.assign({}, ...sent.map((name) => wire(now, name))) as Record<string, unknown>
}

/** Something new: only what was filled in. */
export function newOf(now: ProductDraft, parts: readonly Part[], asDraft: boolean): Record<string, unknown> {
  const empty = { ...draftOf(), productType: now.productType }
  const changes = Object.entries(changesOf(empty, now)).filter(([, value]) => value !== null)
  return {
    productType: now.productType,
    ...Object.fromEntries(changes),
    ...(now.productType === 'BUNDLE' && {
      bundlePricing: now.bundlePricing,
      bundleItems: parts.map(({ componentId, quantity }, sortOrder) => ({ componentId, quantity, sortOrder })),
    }),
    ...(asDraft && { status: 'DRAFT' }),
  }
}

function said(draft: ProductDraft, name: FieldName): string | number | boolean | null {
  const value = draft[name]
  return typeof value === 'string' ? value.trim() || null : value
}

function wire(draft: ProductDraft, name: FieldName): Record<string, unknown> {
  if (name === 'tags')
    return {
      tags: draft.tags
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
    }
  if (name !== 'vat') return { [name]: said(draft, name) }
  if (draft.vat === 'exempt') return { vatExempt: true }
  if (draft.vat === 'typed') return { vatExempt: false }
  return { vatExempt: false, vatRateId: draft.vat === 'settings' ? null : draft.vat }
}
