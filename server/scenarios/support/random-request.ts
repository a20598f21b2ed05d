import fc from 'fast-check'
import type { Random } from './random.js'
import { noId } from './sample-body.js'

type Schema = Readonly<Record<string, unknown>>
type Schemas = Readonly<Record<string, Schema>>

/** Values that programs stumble over. */
const stumbles: readonly unknown[] = [
  null,
  '',
  '   ',
  'x'.repeat(60_000),
  'nul\u0000byte',
  '\ud800',
  '𝕏👩‍👩‍👧 Ә',
  "'; drop table app.deals; --",
  -1,
  0,
  1e-7,
  0.1 + 0.2,
  2 ** 53 + 2,
  1e308,
  '1e5',
  '999999999999999999',
  '00000000-0000-0000-0000-000000000000',
  '2026-02-30',
  '9999-12-31',
  '0001-01-01T00:00:00Z',
  true,
  [],
  {},
  [[[[[[[[]]]]]]]],
  { __proto__: 1, constructor: 2 },
]

/** A value that its schema admits, as wild as the schema lets it be. */
export function randomValue(
  schema: Schema,
  schemas: Schemas,
  random: Random,
  idFor: (field: string) => string | undefined,
): unknown {
  const value = (given: Schema, field: string, depth: number): unknown => {
    const {
      $ref,
      type,
      format,
      pattern,
      items = {},
      minItems = 0,
      maxItems = 3,
    } = given as Readonly<Record<string, never>> & {
      $ref?: string
      type?: string | string[]
      items?: Schema
      format?: string
      pattern?: string
    }
    if ($ref) return value(schemas[$ref.slice($ref.lastIndexOf('/') + 1)]!, field, depth)
    if ('const' in given) return given['const']
    if (given['enum']) return random.pick(given['enum'] as unknown[])
    const choices = (given['anyOf'] ?? given['oneOf']) as readonly Schema[] | undefined
    if (choices) return value(random.pick(choices), field, depth)
    if (given['allOf'])
      return Object.assign({}, ...(given['allOf'] as Schema[]).map((part) => value(part, field, depth) as object))
    switch (Array.isArray(type) ? random.pick(type) : type) {
      case 'object':
        return object(given, depth)
      case 'array': {
        const length =
          Number(minItems) + random.below(Math.max(1, Math.min(Number(maxItems), 3) - Number(minItems) + 1))
        return Array.from({ length }, () => value(items, field.replace(/s$/, ''), depth + 1))
      }
      case 'integer':
        return whole(given)
      case 'number':
        return random.chance(0.5) ? whole(given) : Number((whole(given) + random.below(100) / 100).toFixed(2))
      case 'boolean':
        return random.chance(0.5)
      case 'null':
        return null
      case 'string':
        return string(field, format, pattern, given)
      default:
        return random.pick([{}, { note: 'Ә' }])
    }
  }
  const object = ({ properties = {}, required = [] }: Schema, depth: number): unknown =>
    Object.fromEntries(
      Object.entries(properties as Record<string, Schema>)
        .filter(([name]) => (required as string[]).includes(name) || random.chance(depth > 2 ? 0 : 0.4))
        .map(([name, property]) => [name, value(property, name, depth + 1)]),
    )
  const whole = ({ minimum = 0, maximum = 1_000_000, exclusiveMinimum }: Schema) => {
    const from = Math.max(Number(exclusiveMinimum ?? -1) + 1, Number(minimum), -1000)
    const to = Math.min(Number(maximum), random.pick([from + 3, from + 100, 1_000_000]))
    return from + random.below(Math.max(1, to - from + 1))
  }
  const string = (field: string, format: string | undefined, pattern: string | undefined, given: Schema): string => {
    if (format === 'uuid') return (random.chance(0.95) ? idFor(field) : undefined) ?? noId
    if (format === 'date') return `2026-${two(1 + random.below(12))}-${two(1 + random.below(28))}`
    if (format === 'date-time') return `2026-${two(1 + random.below(12))}-${two(1 + random.below(28))}T06:00:00Z`
    if (format === 'email') return `someone-${random.below(1e9)}@example.kz`
    if (pattern)
      return fc.sample(fc.stringMatching(new RegExp(pattern, 'u')), { seed: random.below(1e9), numRuns: 1 })[0]!
    if (/phone/i.test(field)) return `+7701${String(random.below(1e7)).padStart(7, '0')}`
    const longest = Math.min(Number(given['maxLength'] ?? 40), 40)
    const shortest = Math.max(Number(given['minLength'] ?? 0), 1)
    return random
      .pick(['Стол', 'Үстел № ', 'Shelf ', 'Ө'.repeat(3)])
      .padEnd(shortest, 'ә')
      .slice(0, Math.max(longest, shortest))
  }
  return value(schema, '', 0)
}

/** The same value with one thing wrong somewhere in it. */
export function harmed(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.2)) return random.pick(stumbles)
  const copy = structuredClone(value) as Record<string, unknown>
  const keys = Object.keys(copy)
  if (random.chance(0.15)) return Array.isArray(copy) ? [...copy, random.pick(stumbles)] : { ...copy, unknownField: 1 }
  if (keys.length === 0) return random.pick(stumbles)
  const key = random.pick(keys)
  if (!Array.isArray(copy) && random.chance(0.2)) delete copy[key]
  else copy[key] = harmed(copy[key], random)
  return copy
}

const two = (value: number) => String(value).padStart(2, '0')
