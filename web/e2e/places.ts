import { readFileSync } from 'node:fs'

/** Every page of the application (places.json, which the program for pictures reads too). */
export interface Place {
  readonly name: string
  /** Its address; where `$id` stands in it, the first row of a list of the API gives the id. */
  readonly path: string
  readonly first?: string
  /** Seen before anybody comes in. */
  readonly guest?: boolean
}

export const places = JSON.parse(readFileSync(new URL('places.json', import.meta.url), 'utf8')) as readonly Place[]

/** The address of a place, or undefined while its list is empty. */
export async function addressOf(
  { path, first }: Place,
  ask: (path: string) => Promise<ReadonlyArray<{ id: string }>>,
): Promise<string | undefined> {
  if (!first) return path
  const [row] = await ask(`${first}${first.includes('?') ? '&' : '?'}limit=1`)
  return row && path.replace('$id', row.id)
}
