import { z } from 'zod'
import { figureText, sumText } from './figures.js'
import type { Language } from './refusals.js'

/** What is allowed but should be seen, in the words of the people who read it. Unlike a refusal it stops nothing. */
export const warningTexts = {
  VAT_FIXED_RATE_DIFFERS: {
    ru: 'Настройка НДС фиксирует {fixedRate} %, а по закону на {date} действует {statutoryRate} %. Переведите НДС на ставки по дате документа.',
    kk: 'ҚҚС баптауы {fixedRate} % деп бекітілген, ал заң бойынша {date} күні {statutoryRate} % қолданылады. ҚҚС-ты құжат күніндегі мөлшерлемелерге ауыстырыңыз.',
    en: 'The VAT setting is fixed at {fixedRate} %, while the law says {statutoryRate} % on {date}. Switch VAT to the rates of the document’s date.',
  },
  VAT_RATE_DIFFERS: {
    ru: 'НДС в документе {rate} %, а по закону на {date} — {statutoryRate} %: начислено {taxAmount} ₸ вместо {statutoryTaxAmount} ₸.',
    kk: 'Құжаттағы ҚҚС {rate} %, ал заң бойынша {date} күні — {statutoryRate} %: {statutoryTaxAmount} ₸ орнына {taxAmount} ₸ есептелген.',
    en: 'The document charges {rate} % VAT, while the law says {statutoryRate} % on {date}: {taxAmount} ₸ are charged instead of {statutoryTaxAmount} ₸.',
  },
  VAT_RATE_OUTDATED: {
    ru: 'Ставка НДС {rate} % устарела: с {date} действует {statutoryRate} %. При выигрыше сделки или подтверждении заказа система возьмёт её; налог станет {statutoryTaxAmount} ₸ вместо {taxAmount} ₸.',
    kk: '{rate} % ҚҚС мөлшерлемесі ескірген: {date} күнінен {statutoryRate} % қолданылады. Мәміле ұтылғанда немесе тапсырыс расталғанда жүйе соны алады; салық {taxAmount} ₸ орнына {statutoryTaxAmount} ₸ болады.',
    en: 'The VAT rate of {rate} % is out of date: {statutoryRate} % is in force on {date} and is taken when the deal is won or the order confirmed; the tax becomes {statutoryTaxAmount} ₸ instead of {taxAmount} ₸.',
  },
} as const satisfies Record<string, Record<Language, string>>

export type WarningCode = keyof typeof warningTexts
export const warningCodes = Object.keys(warningTexts) as [WarningCode, ...WarningCode[]]

export const warning = z.object({
  code: z.enum(warningCodes),
  /** In the language of the person who asks. */
  message: z.string(),
  details: z.record(z.string(), z.json()),
})
export type Warning = z.infer<typeof warning>

/** A warning in the language of the person who asks, with its figures. */
export function warn(code: WarningCode, language: Language, details: Record<string, string | number>): Warning {
  const message = warningTexts[code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    shown(language, name, details[name]),
  )
  return { code, message, details }
}

/** Amounts part their thousands, days stand as people write them. */
function shown(language: Language, name: string, value: string | number | undefined): string {
  if (value === undefined) return '—'
  if (typeof value === 'number') return (name.endsWith('Amount') ? sumText : figureText)(language, value)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value)
  return isDay && language !== 'en' ? value.split('-').toReversed().join('.') : value
}
