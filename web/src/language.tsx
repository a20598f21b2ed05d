import { createContext, type ReactNode, useContext, useLayoutEffect, useState } from 'react'
import { en } from './texts/en.js'
import { kk } from './texts/kk.js'
import { ru, type Texts } from './texts/ru.js'

/** The languages by their own names. */
export const languages = { ru: 'Русский', kk: 'Қазақша', en: 'English' } as const
export type Language = keyof typeof languages

const dictionaries: Readonly<Record<Language, Texts>> = { ru, kk, en }
const storageKey = 'language'

interface Spoken {
  readonly language: Language
  readonly texts: Texts
  speak(language: Language): void
}

const SpokenContext = createContext<Spoken>({ language: 'ru', texts: ru, speak: () => {} })

/** The language of the page and its words. */
export const useLanguage = (): Spoken => useContext(SpokenContext)

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage)
  // Before anything is asked of the server: requests say the language of the document.
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const speak = (next: Language) => {
    localStorage.setItem(storageKey, next)
    document.documentElement.lang = next
    setLanguage(next)
  }
  return (
    <SpokenContext.Provider value={{ language, texts: dictionaries[language], speak }}>
      {children}
    </SpokenContext.Provider>
  )
}

/** What was chosen before, or what the browser speaks, or Russian. */
function firstLanguage(): Language {
  const wishes = [localStorage.getItem(storageKey), ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return wishes.find(isLanguage) ?? 'ru'
}

const isLanguage = (tag: string | null): tag is Language => tag !== null && Object.hasOwn(languages, tag)

/** A word of a dictionary by a key that came from the server; a key without a word is shown as it is. */
export const word = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key
