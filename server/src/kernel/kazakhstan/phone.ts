import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/**
 * The number in E.164, or null when nobody can be called there. Kazakhstan is only the default: partners may be foreign,
 * and 8 800 numbers belong to Russia. The max metadata is needed: the small set checks little more than length.
 */
export function normalizePhone(text: string): string | null {
  const phone = parsePhoneNumberFromString(text, { defaultCountry: 'KZ', extract: false })
  return phone?.isValid() ? phone.number : null
}
