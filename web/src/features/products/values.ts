import type { productStatuses, productTypes } from '@prometric/contracts/products'
import type { Product } from './product-answer.js'

type OneOf<Values extends readonly unknown[]> = readonly Values[number][]

export const types = ['PRODUCT', 'MATERIAL', 'MANUFACTURED', 'BUNDLE', 'SERVICE', 'DIGITAL'] satisfies OneOf<
  typeof productTypes
>
export const statuses = ['DRAFT', 'ACTIVE', 'INACTIVE', 'DISCONTINUED'] satisfies OneOf<typeof productStatuses>
export const digitalKinds = ['LICENSE', 'SUBSCRIPTION', 'CONTENT'] as const

export type Status = Product['status']

/** Where a product may go, as the server has it. */
export const moves: Readonly<Record<Status, readonly Status[]>> = {
  DRAFT: ['ACTIVE'],
  ACTIVE: ['INACTIVE', 'DISCONTINUED'],
  INACTIVE: ['ACTIVE', 'DISCONTINUED'],
  DISCONTINUED: ['ACTIVE'],
}
