import { useTranslation } from 'react-i18next'
import type { choices } from '../texts/choices/ru.js'
import type { statuses } from '../texts/statuses/ru.js'

/** A lifecycle or another list of values that has words: `order`, `paymentTerms`, `lostReason`. */
export type WordList = keyof typeof statuses | keyof typeof choices

/** The word for a value of the API. A value that has no word yet is shown as it is. */
export function useWord(): (list: WordList, value: string | null | undefined) => string {
  const { i18n } = useTranslation()
  return (list, value) => {
    if (value === null || value === undefined) return ''
    const key = [`statuses.${list}.${value}`, `choices.${list}.${value}`].find((each) => i18n.exists(each))
    return key ? i18n.getFixedT(i18n.language)(key as never) : value
  }
}
