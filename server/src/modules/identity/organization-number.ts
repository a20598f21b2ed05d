import { checkBin, checkIin } from '../../kernel/kazakhstan/iin-bin.js'
import { Refusal } from '../../kernel/refusal.js'

export type OrganizationType = 'TOO' | 'AO' | 'IP' | 'GU' | 'KH' | 'OTHER'

/** The number by which the state knows an organization: an IIN for ИП, a BIN for the rest, either one for КХ. */
export function organizationNumber(
  { type, bin, iin }: { type: OrganizationType; bin?: string | undefined; iin?: string | undefined },
  today: string,
  field = 'bin',
): { bin: string | null; iin: string | null } {
  const byPerson = type === 'IP' || (type === 'KH' && !bin)
  const given = (byPerson ? (iin ?? bin) : bin) ?? ''
  const { result, normalized } = byPerson ? checkIin(given, today) : checkBin(given)
  if (result !== 'OK' && result !== 'WARN_UNDECODABLE')
    throw new Refusal(byPerson ? 'IIN_INVALID' : 'BIN_INVALID', {}, field)
  return byPerson ? { bin: null, iin: normalized } : { bin: normalized, iin: null }
}
