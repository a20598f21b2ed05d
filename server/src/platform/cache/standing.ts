import { randomBytes } from 'node:crypto'

/** The generations that an answer was read from, and the epoch in which they count. */
export type Seen = Readonly<Record<string, string>>

/** Longer than any transaction may last: whoever announced a change and did not move it by then is dead, and has committed or not. */
const announcedMs = 35_000
export const epoch = '@'
const announced = '~'

export const newToken = (): string => randomBytes(9).toString('base64url')

/** The field that says a change is under way, as every driver keeps it. */
export const announcementOf = ({ id, tables }: { id: string; tables: readonly string[] }, now: number) =>
  [announced + id, `${now + announcedMs} ${tables.join(' ')}`] as const

export const announcementField = (id: string): string => announced + id

/** What a dead writer left behind. */
export interface Leftover {
  readonly id: string
  readonly tables: readonly string[]
}

/**
 * The generations of a workspace at one moment: a token a table, the epoch, and what is being written. A change whose time is over
 * belongs to the generation: so much may have been committed by a process that died before it could say so.
 */
export class Standing {
  readonly leftovers: Leftover[] = []
  private readonly beingWritten = new Set<string>()
  private readonly added = new Map<string, string>()

  constructor(
    private readonly fields: Readonly<Record<string, string>>,
    now: number,
  ) {
    for (const [field, said] of Object.entries(fields).toSorted()) {
      if (!field.startsWith(announced)) continue
      const [deadline, ...tables] = said.split(' ')
      if (Number(deadline) > now) for (const table of tables) this.beingWritten.add(table)
      else {
        this.leftovers.push({ id: field.slice(announced.length), tables })
        for (const table of tables) this.added.set(table, (this.added.get(table) ?? '') + field)
      }
    }
  }

  /** The generations of these tables, for what is read from now on; undefined when one of them is being written. */
  of(tables: Iterable<string>): Seen | undefined {
    const seen: Record<string, string> = { [epoch]: this.fields[epoch]! }
    for (const table of tables) {
      if (this.beingWritten.has(table)) return undefined
      seen[table] = this.token(table)
    }
    return seen
  }

  /** Whether what was read from these generations is still what one would read now. */
  holds(seen: Seen): boolean {
    return Object.entries(seen).every(([table, token]) =>
      table === epoch ? token === this.fields[epoch] : !this.beingWritten.has(table) && token === this.token(table),
    )
  }

  private token(table: string): string {
    return (this.fields[table] ?? '') + (this.added.get(table) ?? '')
  }
}
