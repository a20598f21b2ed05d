import type { z } from 'zod'
import type { Language } from './refusals.js'
import { rules as named } from './rules.js'

type Words = Readonly<Record<Language, string>>
type Issue = z.core.$ZodIssue
interface Said {
  readonly words: Words
  readonly facts?: Readonly<Record<string, string | number>>
}

const words = {
  missing: named.REQUIRED,
  wrong: { ru: 'Неверное значение.', kk: 'Мәні қате.', en: 'The value is wrong.' },
  type: { ru: 'Здесь должно быть: {expected}.', kk: 'Мұнда болуы керек: {expected}.', en: 'This must be {expected}.' },
  unknown: { ru: 'Такого поля нет: {field}.', kk: 'Мұндай өріс жоқ: {field}.', en: 'There is no such field: {field}.' },
  options: { ru: 'Можно: {options}.', kk: 'Болатыны: {options}.', en: 'One of: {options}.' },
  format: named.MALFORMED,
} satisfies Record<string, Words>

/** What a value must be, by the name that zod has for it. */
const types: Readonly<Record<string, Words>> = {
  string: { ru: 'текст', kk: 'мәтін', en: 'text' },
  number: { ru: 'число', kk: 'сан', en: 'a number' },
  int: { ru: 'целое число', kk: 'бүтін сан', en: 'a whole number' },
  boolean: { ru: 'да или нет', kk: 'иә немесе жоқ', en: 'yes or no' },
  array: { ru: 'список', kk: 'тізім', en: 'a list' },
  object: { ru: 'набор полей', kk: 'өрістер жиыны', en: 'a set of fields' },
  record: { ru: 'набор полей', kk: 'өрістер жиыны', en: 'a set of fields' },
}

const formats: Readonly<Record<string, Words>> = {
  email: {
    ru: 'Это не похоже на адрес почты.',
    kk: 'Бұл пошта мекенжайына ұқсамайды.',
    en: 'This is no e-mail address.',
  },
  uuid: { ru: 'Неверный идентификатор.', kk: 'Сәйкестендіргіш қате.', en: 'The id is wrong.' },
  date: { ru: 'Неверная дата.', kk: 'Күні қате.', en: 'The date is wrong.' },
  datetime: { ru: 'Неверные дата и время.', kk: 'Күні мен уақыты қате.', en: 'The date and time are wrong.' },
}

/** Where it ends, by what is counted: letters, entries, the number itself. */
const bounds = {
  too_small: {
    string: { ru: 'Не короче {n} знаков.', kk: 'Кемінде {n} таңба.', en: 'At least {n} characters.' },
    array: { ru: 'Записей не меньше {n}.', kk: 'Кемінде {n} жазба.', en: 'At least {n} entries.' },
    number: { ru: 'Не меньше {n}.', kk: 'Кемінде {n}.', en: 'At least {n}.' },
  },
  too_big: {
    string: { ru: 'Не длиннее {n} знаков.', kk: 'Ең көбі {n} таңба.', en: 'At most {n} characters.' },
    array: { ru: 'Записей не больше {n}.', kk: 'Ең көбі {n} жазба.', en: 'At most {n} entries.' },
    number: { ru: 'Не больше {n}.', kk: 'Ең көбі {n}.', en: 'At most {n}.' },
  },
} satisfies Record<string, Record<string, Words>>

/** Rules of our own by what they say in the contracts, their number put as {n}. */
const rules: Readonly<Record<string, Words>> = {
  'at most {n} decimals': {
    ru: 'Знаков после запятой не больше {n}.',
    kk: 'Үтірден кейін ең көбі {n} таңба.',
    en: 'At most {n} decimals.',
  },
  'a decimal number with at most {n} decimals': {
    ru: 'Здесь нужно число, знаков после запятой не больше {n}.',
    kk: 'Мұнда сан керек, үтірден кейін ең көбі {n} таңба.',
    en: 'A number with at most {n} decimals.',
  },
  'at most {n}': bounds.too_big.number,
  'more than {n}': { ru: 'Больше {n}.', kk: '{n} мәнінен артық.', en: 'More than {n}.' },
  'less than {n}': { ru: 'Меньше {n}.', kk: '{n} мәнінен кем.', en: 'Less than {n}.' },
  'not {n}': { ru: 'Не {n}.', kk: '{n} болмауы керек.', en: 'Not {n}.' },
  'must be well-formed text': {
    ru: 'В тексте есть недопустимые знаки.',
    kk: 'Мәтінде жарамсыз таңбалар бар.',
    en: 'The text has characters that cannot be stored.',
  },
  'a level has one approver: a role, a permission or an employee': {
    ru: 'У уровня один согласующий: роль, право или сотрудник.',
    kk: 'Деңгейде бір келісуші: рөл, құқық немесе қызметкер.',
    en: 'A level has one approver: a role, a permission or an employee.',
  },
  'thresholds rise from level to level': {
    ru: 'Пороги растут от уровня к уровню.',
    kk: 'Шектер деңгейден деңгейге өседі.',
    en: 'Thresholds rise from level to level.',
  },
  'until when': { ru: 'Укажите, до какого дня.', kk: 'Қай күнге дейін екенін көрсетіңіз.', en: 'Say until when.' },
  'an e-mail or a phone': named.EMAIL_OR_PHONE,
  'only with reschedule: true': {
    ru: 'Дату указывают, только когда доставку назначают заново (reschedule: true).',
    kk: 'Күн тек жеткізу қайта белгіленгенде көрсетіледі (reschedule: true).',
    en: 'A date is given only when the delivery is planned again (reschedule: true).',
  },
  'only with temporary: true': {
    ru: 'Срок указывают только у временного лимита (temporary: true).',
    kk: 'Мерзім тек уақытша лимитте көрсетіледі (temporary: true).',
    en: 'A day is given only for a temporary limit (temporary: true).',
  },
  'customerId, invoiceId or orderId': {
    ru: 'Укажите клиента, счёт или заказ.',
    kk: 'Клиентті, шотты немесе тапсырысты көрсетіңіз.',
    en: 'Name the customer, the invoice or the order.',
  },
}

/** What is wrong with one field of a request, as a sentence. `issue` is zod's own, with its input. */
export function fieldProblem(issue: Issue, language: Language): string {
  const { words: said, facts = {} } = told(issue, language)
  return said[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name] ?? ''
    return typeof fact === 'number' ? fact.toLocaleString(language, { maximumFractionDigits: 6 }) : fact
  })
}

/** Of a key that a request must not have. */
export const unknownField = (field: string, language: Language): string =>
  words.unknown[language].replace('{field}', () => field)

function told(issue: Issue, language: Language): Said {
  const own = ofRule(issue.message)
  if (own) return own
  if (issue.code === 'invalid_union') {
    const fitting = issue.errors.find(
      (branch) => branch[0] && !(branch[0].code === 'invalid_type' && branch[0].path.length === 0),
    )
    return fitting ? told(fitting[0]!, language) : { words: issue.input === undefined ? words.missing : words.wrong }
  }
  // Only what was left out altogether lacks the input.
  if (issue.input === undefined || issue.input === null || issue.input === '') return { words: words.missing }
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected]
        ? { words: words.type, facts: { expected: types[issue.expected]![language] } }
        : { words: words.wrong }
    case 'too_small':
    case 'too_big': {
      const { string, array, number } = bounds[issue.code]
      const bound = 'minimum' in issue ? issue.minimum : issue.maximum
      if (issue.inclusive === false)
        return {
          words: rules[issue.code === 'too_small' ? 'more than {n}' : 'less than {n}']!,
          facts: { n: Number(bound) },
        }
      const kind =
        issue.origin === 'string' ? string : issue.origin === 'array' || issue.origin === 'set' ? array : number
      return { words: kind, facts: { n: Number(bound) } }
    }
    case 'invalid_format':
      return { words: formats[issue.format] ?? words.format }
    case 'invalid_value':
      return issue.values.length <= 15
        ? { words: words.options, facts: { options: issue.values.map(String).join(', ') } }
        : { words: words.wrong }
    default:
      return { words: words.wrong }
  }
}

function ofRule(message: string): Said | undefined {
  const number = /\d[\d.]*/.exec(message)?.[0]
  const rule = rules[number === undefined ? message : message.replace(number, '{n}')]
  return rule && { words: rule, ...(number !== undefined && { facts: { n: Number(number) } }) }
}
