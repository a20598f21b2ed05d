/** The form of a word that goes with a number. */
export function plural(language: string, count: number, forms: { one: string; few?: string; many: string }): string {
  const rule = new Intl.PluralRules(language).select(count)
  return rule === 'one' ? forms.one : rule === 'few' ? (forms.few ?? forms.many) : forms.many
}
