import { useWord, type WordList } from '../use-word.js'
import type { Filter } from './filter.js'

/** A filter of several words of a list: `choice('status', title, 'picking', ['DRAFT', …])`. */
export function useChoice() {
  const word = useWord()
  return (key: string, title: string, list: WordList, values: readonly string[]): Filter => ({
    kind: 'choice',
    key,
    title,
    options: values.map((value) => ({ value, label: word(list, value) })),
  })
}
