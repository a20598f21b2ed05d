/** Rows of a catalogue, as short as a person would write them down. */

export interface SupplierRow {
  readonly key: string
  readonly name: string
  readonly city: string
  readonly leadTimeDays: number
}

/** Something that is bought: material of the workshop, or goods for sale. */
export interface BoughtRow {
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly purchasePrice: number
  /** Materials without one are not sold. */
  readonly price?: number
  readonly weight: number
  readonly supplier: string
  readonly category: string
  /** On the shelves at the beginning; at `reorder` the buyer asks for `batch`. */
  readonly opening: number
  readonly reorder: number
  readonly batch: number
}

export interface MadeRow {
  readonly code: string
  readonly name: string
  readonly price: number
  readonly category: string
  readonly weight: number
  readonly opening: number
  readonly reorder: number
  readonly batch: number
  /** Minutes at the machines for one piece. */
  readonly minutes: number
  readonly parts: ReadonlyArray<readonly [code: string, quantity: number]>
}

export interface ServiceRow {
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly price: number
}

export interface DigitalRow {
  readonly code: string
  readonly name: string
  readonly price: number
  readonly kind: 'LICENSE' | 'SUBSCRIPTION' | 'CONTENT'
  readonly description: string
}

export interface BundleRow {
  readonly code: string
  readonly name: string
  readonly price: number
  readonly description: string
  readonly parts: ReadonlyArray<readonly [code: string, quantity: number]>
}

export interface Catalogue {
  readonly categories: ReadonlyArray<readonly [code: string, name: string, kazakh: string]>
  readonly suppliers: readonly SupplierRow[]
  readonly materials: readonly BoughtRow[]
  readonly goods: readonly BoughtRow[]
  readonly made: readonly MadeRow[]
  readonly services: readonly ServiceRow[]
  readonly digital: readonly DigitalRow[]
  readonly bundles: readonly BundleRow[]
}
