import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Ru } from '../texts/ru.js'
import { queryClient } from './api.js'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: Ru }
  }
}

/** The languages by their own names. */
export const languages = { ru: 'Русский', kk: 'Қазақша', en: 'English' } as const
export type Language = keyof typeof languages

const storageKey = 'language'
/** Who signs in needs few words, and waits for few. */
type Part = 'outside' | 'inside'
const words: Readonly<Record<Part, Readonly<Record<Language, () => Promise<object>>>>> = {
  outside: {
    ru: async () => (await import('../texts/outside.ru.js')).outside,
    kk: async () => (await import('../texts/outside.kk.js')).outside,
    en: async () => (await import('../texts/outside.en.js')).outside,
  },
  inside: {
    ru: async () => (await import('../texts/inside.ru.js')).inside,
    kk: async () => (await import('../texts/inside.kk.js')).inside,
    en: async () => (await import('../texts/inside.en.js')).inside,
  },
}
const parts = new Set<Part>(['outside'])
const learned = new Set<string>()

/** Before the first page: the words of one language, and no others. */
export async function startLanguage(): Promise<void> {
  const language = firstLanguage()
  // Requests say the language of the document.
  document.documentElement.lang = language
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  await learn(language)
}

/** Before the first page of the business: its words. */
export async function learnInside(): Promise<void> {
  parts.add('inside')
  await learn(i18next.language)
}

async function learn(language: string): Promise<void> {
  if (!isLanguage(language)) return
  const missing = [...parts].filter((part) => !learned.has(`${language}.${part}`))
  await Promise.all(
    missing.map(async (part) => {
      i18next.addResourceBundle(language, 'translation', await words[part][language](), true)
      learned.add(`${language}.${part}`)
    }),
  )
}

/** Changes the language of the page; what the server has told in words is asked again. */
export async function speak(language: Language): Promise<void> {
  await learn(language)
  localStorage.setItem(storageKey, language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
  await queryClient.invalidateQueries()
}

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return isLanguage(i18n.language) ? i18n.language : 'ru'
}

/** The language of a person who has chosen none in this browser. */
export async function speakAs(locale: string | undefined): Promise<void> {
  if (isLanguage(locale) && locale !== i18next.language && !localStorage.getItem(storageKey)) await speak(locale)
}

/** What was chosen before, or what the browser speaks, or Russian. */
function firstLanguage(): Language {
  const wishes = [localStorage.getItem(storageKey), ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return wishes.find(isLanguage) ?? 'ru'
}

const isLanguage = (tag: string | null | undefined): tag is Language => !!tag && Object.hasOwn(languages, tag)
