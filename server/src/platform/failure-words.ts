import { Refusal } from '../kernel/refusal.js'

/** The first line for people, the others for whoever repairs: what the database adds, never a stack. */
export function wordsOf(error: unknown): { text: string; code: string | null; facts: string | null } {
  const message = error instanceof Error ? error.message : String(error)
  const database = error as { code?: string; detail?: string; hint?: string; table?: string; constraint?: string }
  const further =
    error instanceof Refusal
      ? [error.field && `field: ${error.field}`]
      : [
          database.code && `code: ${database.code}`,
          database.table && `table: ${database.table}`,
          database.constraint && `constraint: ${database.constraint}`,
          database.detail && `detail: ${database.detail}`,
          database.hint && `hint: ${database.hint}`,
        ]
  const text = [message, ...further.filter((line) => typeof line === 'string')].join('\n').replaceAll('\0', '')
  const refusal = error instanceof Refusal ? error : undefined
  return {
    text: text.slice(0, 4000),
    code: refusal?.code ?? null,
    facts: refusal ? JSON.stringify(refusal.facts) : null,
  }
}
