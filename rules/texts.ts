import { importGraph } from './import-graph.js'
import type { SourceFiles } from './source-files.js'
import { literal, nodesOf, type SyntaxNode } from './syntax.js'

export interface Words {
  readonly [key: string]: string | Words
}

/** Which endings of a counted word a language has: those of Intl.PluralRules. */
const endings = { ru: ['one', 'few', 'many', 'other'], kk: ['one', 'other'], en: ['one', 'other'] } as const
export type Language = keyof typeof endings

/** Every text by its key with dots. */
export function flat(words: Words, before = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[before + key, value] as const] : [...flat(value, `${before}${key}.`)],
    ),
  )
}

/** What one language says and another does not; a counted word that lacks an ending of its language or has one of another. */
export function missingTexts(dictionaries: Readonly<Record<Language, Words>>): string[] {
  const languages = Object.keys(endings) as Language[]
  const all = languages.map((language) => ({ language, texts: flat(dictionaries[language]) }))
  const keys = new Set(all.flatMap(({ texts }) => [...texts.keys()].map((key) => baseOf(key, texts))))
  return [...keys].flatMap((key) =>
    all.flatMap(({ language, texts }) => {
      const found = [...texts.keys()].filter((each) => baseOf(each, texts) === key)
      const counted = all.some((other) => other.texts.has(`${key}_other`))
      const wanted = counted ? endings[language].map((ending) => `${key}_${ending}`) : [key]
      const lacks = wanted.filter((each) => !found.includes(each)).map((each) => `${language} lacks ${each}`)
      return [...lacks, ...found.filter((each) => !wanted.includes(each)).map((each) => `${language} needs no ${each}`)]
    }),
  )
}

/** Texts whose places for values differ between languages. */
export function differentPlaces(dictionaries: Readonly<Record<Language, Words>>): string[] {
  const ru = flat(dictionaries.ru)
  return (['kk', 'en'] as const).flatMap((language) =>
    [...flat(dictionaries[language])]
      .filter(([key, text]) => ru.has(key) && placesOf(text) !== placesOf(ru.get(key)!))
      .map(([key]) => `${language} ${key}: ${placesOf(ru.get(key)!)}`),
  )
}

/** Kazakh that is Russian, unless a person has looked at the word and found it to be both; English with Cyrillic letters. */
export function untranslated(dictionaries: Readonly<Record<Language, Words>>, same: ReadonlySet<string>): string[] {
  const ru = flat(dictionaries.ru)
  const kk = [...flat(dictionaries.kk)].filter(
    ([key, text]) => /\p{L}/u.test(text.replaceAll(/\{\{\w+\}\}/g, '')) && text === ru.get(key) && !same.has(text),
  )
  const en = [...flat(dictionaries.en)].filter(([, text]) => /\p{Script=Cyrillic}/u.test(text))
  return [...kk.map(([key, text]) => `kk ${key}: ${text}`), ...en.map(([key, text]) => `en ${key}: ${text}`)]
}

const readAloud =
  /^(title|label|placeholder|alt|description|error|summary|aria-(label|description|roledescription|valuetext|placeholder))$/

/** Its goods are made up, and nobody but us ever sees them. */
const showroom = 'web/src/features/design/'

/** Words written into a component, which no other language can say. */
export function literalTexts(files: SourceFiles): string[] {
  return [...files].flatMap(([path, text]) => {
    if (!path.startsWith('web/src/') || !path.endsWith('.tsx') || path.startsWith(showroom)) return []
    const line = (node: SyntaxNode) => text.slice(0, Number(node['start'])).split('\n').length
    return nodesOf(path, text).flatMap((node) =>
      wordsOf(node).map((words) => `${path}:${line(node)}: put '${words}' into web/src/texts`),
    )
  })
}

/** The words of a node that people read: text between tags, a string child, a string of an attribute that is read aloud. */
function wordsOf(node: SyntaxNode): string[] {
  const hasLetters = (text: string | undefined): text is string => text !== undefined && /\p{L}/u.test(text)
  if (node.type === 'JSXText') return [String(node['value']).trim()].filter(hasLetters)
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
    const children = node['children'] as SyntaxNode[]
    return children
      .filter(({ type }) => type === 'JSXExpressionContainer')
      .flatMap((child) => said(child))
      .filter(hasLetters)
  }
  if (node.type !== 'JSXAttribute') return []
  const { name } = node['name'] as { name: unknown }
  return typeof name === 'string' && readAloud.test(name) ? said(node['value']).filter(hasLetters) : []
}

/** The plain words of a value: a string, the fixed parts of a template, both arms of a choice. */
function said(value: unknown): string[] {
  const node = (value ?? {}) as SyntaxNode
  if (node.type === 'JSXExpressionContainer') return said(node['expression'])
  if (node.type === 'ConditionalExpression') return [...said(node['consequent']), ...said(node['alternate'])]
  if (node.type === 'LogicalExpression') return said(node['right'])
  if (node.type === 'TemplateLiteral')
    return (node['quasis'] as { value: { cooked: string | null } }[]).map((part) => part.value.cooked ?? '')
  const text = literal(node)
  return text === undefined ? [] : [text]
}

function baseOf(key: string, texts: ReadonlyMap<string, string>): string {
  const base = key.replace(/_(zero|one|two|few|many|other)$/, '')
  return base !== key && texts.has(`${base}_other`) ? base : key
}

const placesOf = (text: string): string =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]))].toSorted().join(' ')

/** Texts that are asked for before their words are there: in what the pages outside are made of, with the words of the business. */
export function tooEarly(files: SourceFiles, pagesOutside: readonly string[], inside: readonly string[]): string[] {
  const { imports } = importGraph(files, () => true)
  const reached = new Set<string>()
  const walk = (path: string) => {
    if (reached.has(path) || path.startsWith('web/src/texts/')) return
    reached.add(path)
    imports.get(path)?.files.forEach(walk)
  }
  pagesOutside.flatMap((path) => imports.get(path)?.files ?? []).forEach(walk)
  return [...reached].flatMap((path) =>
    [...(files.get(path) ?? '').matchAll(/\bt\(\s*['"`](\w+)\./g)]
      .filter(([, area]) => inside.includes(area!))
      .map(([, area]) => `${path}: ${area}`),
  )
}
