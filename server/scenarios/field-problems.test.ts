import { fieldProblem } from '@prometric/contracts/field-problems'
import { expect, test } from 'vitest'
import { z } from 'zod'
import '../src/application.js'
import { routeTable } from '../src/platform/http/route.js'

const languages = ['ru', 'kk', 'en'] as const
const said = (schema: z.ZodType, value: unknown, language: (typeof languages)[number] = 'ru') =>
  schema.safeParse(value, { reportInput: true }).error?.issues.map((issue) => fieldProblem(issue, language))

test.each([
  [z.string(), undefined, 'Заполните это поле.'],
  [z.string().min(1), '', 'Заполните это поле.'],
  [z.string().min(8), 'семь', 'Не короче 8 знаков.'],
  [z.string().max(3), 'четыре', 'Не длиннее 3 знаков.'],
  [z.string(), 5, 'Здесь должно быть: текст.'],
  [z.number().positive(), 0, 'Больше 0.'],
  [z.number().max(1000.5), 2000, 'Не больше 1 000,5.'],
  [z.union([z.number().min(0), z.string().regex(/^\d+$/)]), -1, 'Не меньше 0.'],
  [z.array(z.number()).min(1), [], 'Записей не меньше 1.'],
  [z.email(), 'почта', 'Это не похоже на адрес почты.'],
  [z.iso.date(), '31.12.2026', 'Неверная дата.'],
  [z.enum(['CASH', 'CARD']), 'GOLD', 'Можно: CASH, CARD.'],
  [z.number().refine(() => false, 'at most 4 decimals'), 1, 'Знаков после запятой не больше 4.'],
])('%#: what is wrong is said so that one knows what to do', (schema, value, sentence) => {
  expect(said(schema, value)?.map((each) => each.replace(/\s/g, ' '))).toEqual([sentence])
})

test('whatever is wrong with a request is said in the language of whoever sent it', () => {
  const wrong = [
    undefined,
    null,
    '',
    'не то',
    'x'.repeat(30_000),
    '\u0000',
    -1,
    0.123456789,
    1e20,
    true,
    [],
    {},
    [{}],
    ['не то'],
  ]
  const english = new Set<string>()
  let sentences = 0
  for (const route of routeTable)
    for (const schema of [route.body, route.query].filter((each) => each !== undefined)) {
      const names = Object.keys(
        (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape).properties ?? {},
      )
      const values = [...wrong, ...names.flatMap((name) => wrong.map((value) => ({ [name]: value })))]
      for (const value of values)
        for (const language of ['ru', 'kk'] as const)
          for (const sentence of said(schema, value, language) ?? []) {
            sentences++
            if (!/^\P{Script=Latin}*$/u.test(sentence.replace(/: .*|\(.*\)/, '')) || !sentence.endsWith('.'))
              english.add(sentence)
          }
    }
  expect([...english]).toEqual([])
  expect(sentences).toBeGreaterThan(5_000)
})

interface Shape {
  readonly properties?: Readonly<Record<string, unknown>>
}
