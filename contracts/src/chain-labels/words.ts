import type { Language } from '../refusals.js'

/** One sentence in the three languages of the program. `{name}` is filled from facts; what is not known is left out. */
export type Words = readonly [ru: string, kk: string, en: string]

const places: Readonly<Record<Language, 0 | 1 | 2>> = { ru: 0, kk: 1, en: 2 }

/** The sentence with its facts. A fact that the reader may not see disappears together with the space before it. */
export function filled(words: Words, language: Language, facts: Readonly<Record<string, unknown>> = {}): string {
  const text = words[places[language]].replace(/ ?\{(\w+)\}/g, (place, name: string) => {
    const fact = facts[name]
    if (fact === undefined || fact === null || fact === '') return ''
    return (place.startsWith(' ') ? ' ' : '') + String(fact)
  })
  return text.replace(/^[\s:·]+|[\s:·]+$/g, '')
}

/** The same with a capital at its beginning. */
export function written(words: Words, language: Language, facts?: Readonly<Record<string, unknown>>): string {
  const text = filled(words, language, facts)
  return text.charAt(0).toUpperCase() + text.slice(1)
}
