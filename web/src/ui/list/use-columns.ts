import type { Column } from './column.js'
import { useKept } from './use-kept.js'

export interface ChosenColumns<Row> {
  readonly all: readonly Column<Row>[]
  readonly shown: readonly Column<Row>[]
  isShown(key: string): boolean
  toggle(key: string): void
  reset(): void
}

/** Which columns of a list the person wants to see; kept in this browser. */
export function useColumns<Row>(name: string, all: readonly Column<Row>[]): ChosenColumns<Row> {
  const usual = all.filter((column) => column.hidden).map((column) => column.key)
  const [hidden, keep] = useKept<readonly string[]>(`${name}:hidden`, usual)
  const isShown = (key: string) => !hidden.includes(key)
  return {
    all,
    shown: all.filter((column, index) => index === 0 || isShown(column.key)),
    isShown,
    toggle: (key) => keep(isShown(key) ? [...hidden, key] : hidden.filter((one) => one !== key)),
    reset: () => keep(usual),
  }
}
