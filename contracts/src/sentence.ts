export type Language = 'ru' | 'kk' | 'en'

/** A sentence with its facts put in. A fact that was not given is shown as a dash rather than as its name. */
export const filled = (sentence: string, facts: Readonly<Record<string, unknown>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => written(facts[name]))

function written(fact: unknown): string {
  if (Array.isArray(fact)) return fact.length === 0 ? '—' : fact.map(written).join(', ')
  if (fact === undefined || fact === null || fact === '') return '—'
  if (typeof fact !== 'object') return String(fact)
  // Money and its kin write themselves; any other object has no sentence.
  return fact.toString === Object.prototype.toString ? '—' : String(fact)
}
