const kazakhIban = /^KZ\d{5}[A-Z0-9]{13}$/
const kazakhBic = /^[A-Z]{4}KZ[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/

/** The account number (IIK, ЖСК) without spaces and in capitals, or null when it is not a sound Kazakh IBAN. */
export function normalizeIban(text: string): string | null {
  const iban = text.replace(/\s/g, '').toUpperCase()
  return kazakhIban.test(iban) && remainderBy97(iban) === 1n ? iban : null
}

/** The three digits that name the bank, of a normalized account number. */
export function bankCodeOf(iban: string): string {
  return iban.slice(4, 7)
}

/** The bank identifier (BIC, БИК) in capitals, or null when it is not one of a Kazakh bank. */
export function normalizeBic(text: string): string | null {
  const bic = text.trim().toUpperCase()
  return kazakhBic.test(bic) ? bic : null
}

// ISO 13616: the first four characters go to the end, letters count from A = 10.
function remainderBy97(iban: string): bigint {
  const digits = [...(iban.slice(4) + iban.slice(0, 4))].map((each) => parseInt(each, 36)).join('')
  return BigInt(digits) % 97n
}
