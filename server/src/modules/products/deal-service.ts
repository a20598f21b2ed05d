import { against } from '../../kernel/refusal.js'

/** A deal won without lines becomes one line of this service: it must be found by its code as long as there are deals. */
const dealServiceCode = 'DEAL-SERVICE'

/** Refuses what would take the house's own service away: its removal, another code, another type. */
export function keepDealService(
  before: { code: string | null },
  said: { code?: unknown; productType?: unknown } | undefined,
): void {
  if (before.code !== dealServiceCode) return
  const stays =
    said && (said.code ?? dealServiceCode) === dealServiceCode && (said.productType ?? 'SERVICE') === 'SERVICE'
  if (!stays) throw against('DEAL_SERVICE_STAYS')
}
