import type { Language } from '../database/tenant.js'

/** ru unless the reader prefers Kazakh (kk, kz) or English. */
export function languageOf(header: string | undefined): Language {
  const first = header?.split(',')[0]?.trim().slice(0, 2).toLowerCase()
  if (first === 'kk' || first === 'kz') return 'kk'
  return first === 'en' ? 'en' : 'ru'
}
