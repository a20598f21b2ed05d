import { z } from 'zod'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** Schemas that several operations share stand once under `components`; here they are collected while the operations are written. */
export class Components {
  private readonly written: Record<string, JsonObject> = {}
  private readonly names = { input: new Map<z.ZodType, string>(), output: new Map<z.ZodType, string>() }

  /** A reference to the schema, which is written under `name` unless the same schema has been written before. */
  ref(schema: z.ZodType, io: 'input' | 'output', name: string): JsonObject {
    const known = this.names[io].get(schema)
    if (known) return { $ref: `#/components/schemas/${known}` }
    this.names[io].set(schema, name)
    this.add(name, this.inline(schema, io, name))
    return { $ref: `#/components/schemas/${name}` }
  }

  /** The schema itself; the definitions inside it move to the components. */
  inline(schema: z.ZodType, io: 'input' | 'output', name: string): JsonObject {
    const {
      $schema: _,
      '~standard': __,
      $defs = {},
      ...own
    } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' }) as Record<string, Json>
    const placed = (id: string) => (id.startsWith('__') ? `${name}_${id.slice(2)}` : id)
    const settle = (value: Json): Json => (io === 'output' ? open(moved(value, placed)) : moved(value, placed))
    for (const [id, definition] of Object.entries($defs as JsonObject))
      this.add(placed(id), settle(definition) as JsonObject)
    return settle(own) as JsonObject
  }

  add(name: string, schema: JsonObject): void {
    const before = this.written[name]
    if (before && JSON.stringify(before) !== JSON.stringify(schema))
      throw new Error(`two different schemas are called ${name}`)
    this.written[name] = schema
  }

  all(): JsonObject {
    return Object.fromEntries(Object.entries(this.written).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  }
}

function moved(value: Json, placed: (id: string) => string): Json {
  return mapped(value, (key, inner) => {
    const id = key === '$ref' && typeof inner === 'string' ? /^#\/\$defs\/(.+)$/.exec(inner)?.[1] : undefined
    return id ? `#/components/schemas/${placed(id)}` : inner
  })
}

/** An answer may grow: clients must not refuse a field they do not know. */
function open(value: Json): Json {
  return mapped(value, (key, inner) => (key === 'additionalProperties' && inner === false ? undefined : inner))
}

function mapped(value: Json, change: (key: string, inner: Json) => Json | undefined): Json {
  if (Array.isArray(value)) return value.map((item: Json) => mapped(item, change))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value as JsonObject).flatMap(([key, inner]) => {
    const next = change(key, inner)
    return next === undefined ? [] : [[key, mapped(next, change)] as const]
  })
  return Object.fromEntries(entries)
}
