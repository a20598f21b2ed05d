import { createHash } from 'node:crypto'

/** SQL text that the program itself wrote; the only thing that may be woven into a statement. */
export interface SqlText {
  readonly text: string
}

/** One named statement: PostgreSQL plans it once a connection, so the name stands for exactly one text. */
export interface Statement extends SqlText {
  readonly name: string
}

/**
 * A named statement. Values travel as `$1, $2, …`; interpolation takes other SQL texts only.
 * Unnamed statements are planned anew each time, which halved the throughput of a won deal in a trial.
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly SqlText[]): Statement {
  return statement(String.raw({ raw: strings }, ...parts.map((part) => part.text)))
}

/** What was named once keeps its name: a text that is composed for each request is not hashed for each. */
const named = new Map<string, Statement>()

/** Names a text that a table of the program composed (a list with its filters). Never give it a user's words. */
export function statement(text: string): Statement {
  const known = named.get(text)
  if (known) return known
  const made = { text, name: 's_' + createHash('sha1').update(text).digest('hex').slice(0, 20) }
  named.set(text, made)
  return made
}

/** A piece of SQL for weaving. Never give it a user's words. */
export const piece = (text: string): SqlText => ({ text })
