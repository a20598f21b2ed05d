import { describe, expect, test } from 'vitest'
import { en } from '../web/src/texts/en.js'
import { inside } from '../web/src/texts/inside.ru.js'
import { kk } from '../web/src/texts/kk.js'
import { ru } from '../web/src/texts/ru.js'
import { sameWords } from '../web/src/texts/same-words.js'
import { sourceFiles } from './source-files.js'
import { differentPlaces, flat, literalTexts, missingTexts, tooEarly, untranslated } from './texts.js'

const ours = { ru, kk, en }
const deals = { one: '{{count}} сделка', few: '{{count}} сделки', many: '{{count}} сделок', other: '{{count}} сделки' }
const counted = (forms: Record<string, string>) =>
  Object.fromEntries(Object.entries(forms).map(([ending, text]) => [`deals_${ending}`, text]))

describe('what one language says, all say', () => {
  test.each([
    ['kk lacks a.b', { ru: { a: { b: 'Б' } }, kk: { a: {} }, en: { a: { b: 'B' } } }],
    ['ru lacks c', { ru: {}, kk: { c: 'Ц' }, en: { c: 'C' } }],
    [
      'ru lacks deals_few',
      {
        ru: counted({ ...deals, few: undefined! }),
        kk: counted({ one: 'а', other: 'б' }),
        en: counted({ one: 'a', other: 'b' }),
      },
    ],
    [
      'kk needs no deals_many',
      { ru: counted(deals), kk: counted({ one: 'а', many: 'б', other: 'в' }), en: counted({ one: 'a', other: 'b' }) },
    ],
  ])('refuses: %s', (complaint, dictionaries) => {
    const plain = JSON.parse(JSON.stringify(dictionaries)) as Record<'ru' | 'kk' | 'en', Record<string, string>>
    expect(missingTexts(plain)).toContain(complaint)
  })

  test('ours', () => {
    expect(flat(ru).size).toBeGreaterThan(300)
    expect(missingTexts(ours)).toEqual([])
  })
})

describe('the places for values are the same', () => {
  test('refuses a place that another language does not have', () => {
    const dictionaries = { ru: { a: '{{name}} ждёт' }, kk: { a: '{{who}} күтуде' }, en: { a: 'waits' } }
    expect(differentPlaces(dictionaries)).toEqual(['kk a: name', 'en a: name'])
  })

  test('ours', () => {
    expect(differentPlaces(ours)).toEqual([])
  })
})

describe('Kazakh is Kazakh, English is English', () => {
  test('refuses a copy and foreign letters', () => {
    const dictionaries = {
      ru: { a: 'Сделка', b: 'Kaspi', c: '№' },
      kk: { a: 'Сделка', b: 'Kaspi', c: '№' },
      en: { a: 'Сделка', b: 'Kaspi', c: '№' },
    }
    expect(untranslated(dictionaries, new Set(['Kaspi']))).toEqual(['kk a: Сделка', 'en a: Сделка'])
  })

  test('ours', () => {
    expect(untranslated(ours, sameWords)).toEqual([])
  })

  test('the list of words that are both has none that nobody says', () => {
    const said = new Set(flat(kk).values())
    expect([...sameWords].filter((word) => !said.has(word))).toEqual([])
  })
})

describe('no words in components', () => {
  const file = (text: string) => new Map([['web/src/x.tsx', `export const A = () => ${text}`]])

  test.each([
    '<p>Сделки</p>',
    '<p>{"Deals"}</p>',
    '<p>{`Всего ${1}`}</p>',
    '<p>{a ? "yes" : b}</p>',
    '<input placeholder="Поиск" />',
    '<input aria-label={"Search"} />',
    '<input title={`Всего ${1}`} />',
    '<Field label={a && "Имя"} />',
  ])('refuses %s', (text) => {
    expect(literalTexts(file(text))).toHaveLength(1)
  })

  test.each([
    '<p>{t("a.b")} · —</p>',
    '<a href="/deals" className="x" aria-label={t("a.b")}>→</a>',
    '<p>{`${a} · ${b}`}</p>',
  ])('admits %s', (text) => {
    expect(literalTexts(file(text))).toEqual([])
  })

  test('ours', () => {
    const components = [...sourceFiles().keys()].filter((path) => /^web\/src\/.*\.tsx$/.test(path))
    expect(components.length).toBeGreaterThan(50)
    expect(literalTexts(sourceFiles())).toEqual([])
  })
})

describe('pages before one is in say nothing of which the words come later', () => {
  const pagesOutside = ['web/src/routes/guest.ts', 'web/src/routes/root.ts']
  const areas = Object.keys(inside)

  test('refuses a word of the business, however far below', () => {
    const files = new Map([
      ['web/src/routes/guest.ts', `import('../a.js')`],
      ['web/src/a.tsx', `import { b } from './b.js'; export const A = () => t('session.title')`],
      ['web/src/b.tsx', 'export const b = (key) => t(`deals.${key}`)'],
    ])
    expect(tooEarly(files, pagesOutside, areas)).toEqual(['web/src/b.tsx: deals'])
  })

  test('ours', () => {
    expect(tooEarly(sourceFiles(), pagesOutside, areas)).toEqual([])
    const isSeen = new Map(
      [...sourceFiles()].map(([path, text]) => [path, text.replaceAll("t('session.", "t('deals.")]),
    )
    expect(tooEarly(isSeen, pagesOutside, areas).length).toBeGreaterThan(20)
  })
})
