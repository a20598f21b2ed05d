import type { ProductDraft } from './product-draft.js'

/** What every part of the form gets. */
export interface FormPart {
  readonly draft: ProductDraft
  readonly change: (part: Partial<ProductDraft>) => void
  readonly errorOf: (name: string) => string | undefined
}
