import { Refused } from '../../lib/http.js'

/** What the server said about one field of what was sent: `fieldError(save.error, 'lines[0].quantity')`. */
export const fieldError = (error: unknown, field: string): string | undefined =>
  error instanceof Refused ? error.fields.find((problem) => problem.field === field)?.message : undefined

/** The sentence for the whole form: only when no field of it says the same. */
export function formError(error: unknown, fields: readonly string[]): unknown {
  if (!(error instanceof Refused)) return error ?? undefined
  const told = error.fields.length > 0 && error.fields.every(({ field }) => fields.includes(field))
  return told ? undefined : error
}
