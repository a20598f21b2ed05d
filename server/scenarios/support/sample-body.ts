type Schema = Readonly<Record<string, unknown>>

/** The id of nothing. */
export const noId = '019a0000-0000-7000-8000-00000000dead'

const byPattern: ReadonlyArray<readonly [RegExp, string]> = [
  [/\\d\{12\}/, '990340000010'],
  [/\\d\{9\}/, '123456789'],
  [/\\d\{6\}/, '123456'],
  [/\\d\{2\}\$/, '17'],
  [/\[12\]\[0-9\]/, '17'],
  [/\[A-Z\]\{2\}/, 'KZ'],
  [/\\d\{1,15\}/, '1'],
  [/@/, 'someone@example.kz'],
]

/**
 * A body that its schema accepts as far as a schema can tell: what is required, and every id that it may carry, taken from `idFor` by the
 * name of the field.
 */
export function sampleBody(
  schema: Schema,
  schemas: Readonly<Record<string, Schema>>,
  idFor: (field: string) => string | undefined,
): unknown {
  const sample = (given: Schema, field: string): unknown => {
    const {
      $ref,
      type,
      format,
      pattern,
      minimum,
      minLength,
      items = {},
      enum: values,
      anyOf,
      oneOf,
      allOf,
    } = given as Record<string, never> & { $ref?: string; type?: string | string[]; items?: Schema }
    if ($ref) return sample(schemas[$ref.slice($ref.lastIndexOf('/') + 1)]!, field)
    if ('const' in given) return given['const']
    if (values) return values[0]
    const choices = (anyOf ?? oneOf) as readonly Schema[] | undefined
    if (choices)
      return sample(
        choices.find((choice) => choice['type'] !== 'null')!,
        field,
      )
    if (allOf) return Object.assign({}, ...(allOf as Schema[]).map((part) => sample(part, field) as object)) as unknown
    switch (Array.isArray(type) ? type.find((each) => each !== 'null') : type) {
      case 'object':
        return objectOf(given)
      case 'array':
        return given['minItems'] || carriesIds(items) ? [sample(items, field.replace(/s$/, ''))] : []
      case 'integer':
      case 'number':
        return Math.max((minimum as number | undefined) ?? 1, 1)
      case 'boolean':
        return true
      case 'null':
        return null
      case 'string':
        return text(field, format, pattern, minLength)
      default:
        return {}
    }
  }
  const objectOf = ({ properties = {}, required = [] }: Schema): unknown =>
    Object.fromEntries(
      Object.entries(properties as Record<string, Schema>)
        .filter(
          ([name, property]) =>
            (required as string[]).includes(name) || (carriesIds(property) && hasId(property, name)),
        )
        .map(([name, property]) => [name, sample(property, name)]),
    )
  const hasId = (property: Schema, name: string) => property['type'] === 'array' || idFor(name) !== undefined
  const carriesIds = (given: Schema): boolean => JSON.stringify(given).includes('"format":"uuid"')
  const text = (field: string, format?: string, pattern?: string, minLength?: number): string => {
    if (format === 'uuid') return idFor(field) ?? noId
    if (format === 'date') return '2026-06-15'
    if (format === 'date-time') return '2026-06-15T06:00:00Z'
    if (format === 'email') return 'someone@example.kz'
    const known = pattern === undefined ? undefined : byPattern.find(([shape]) => shape.test(pattern))?.[1]
    if (known) return known
    return /phone/i.test(field) ? '+77010000001' : 'x'.repeat(Math.max(minLength ?? 1, 1))
  }
  return sample(schema, '')
}
