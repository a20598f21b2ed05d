export interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
  readonly isDynamicEntry?: boolean
}
export type Manifest = Readonly<Record<string, Chunk>>

export interface PageWeight {
  readonly page: string
  /** Shown before one is in. */
  readonly isOutside: boolean
  /** How many files of script. */
  readonly scripts: number
  readonly script: number
  readonly style: number
  readonly own: number
}

export function manifestOf(folder: string): Manifest
export function pageWeights(folder: string): PageWeight[]
export function filesOf(manifest: Manifest, entries: readonly string[]): string[]
