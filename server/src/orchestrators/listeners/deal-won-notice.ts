import { amountText } from '@prometric/contracts/hold-labels'
import { sql } from '../../platform/database/statement.js'
import type { Language } from '../../platform/database/tenant.js'
import type { InlineListener } from '../../platform/outbox/listener.js'
import { tell } from './recipients.js'

const titles: Readonly<Record<Language, (number: string) => string>> = {
  ru: (number) => `Сделка ${number} выиграна`,
  kk: (number) => `${number} мәмілесі ұтылып алынды`,
  en: (number) => `Deal ${number} was won`,
}

/** The team hears of a won deal: whoever sold it, and the owners. */
export const dealWonNotice: InlineListener = {
  name: 'deal-won-notice',
  async hear(work, event) {
    const deal = await work.row<{ number: string; assignedTo: string | null }>(ofDeal, [
      work.workspaceId,
      event.aggregateId,
    ])
    if (!deal) return
    const { customerName, dealValue } = event.payload as { customerName: string; dealValue: number }
    await tell(work, { employeeIds: [deal.assignedTo], owners: true }, (language) => ({
      category: 'DEAL',
      code: 'DEAL_WON',
      type: 'SUCCESS',
      title: titles[language](deal.number),
      message: `${customerName} · ${amountText(language, dealValue)}`,
      link: `/deals/${event.aggregateId}`,
      dedupeKey: `deal.won:${event.id}`,
      data: { dealId: event.aggregateId },
    }))
  },
}

const ofDeal = sql`select deal_number as number, assigned_to as "assignedTo" from app.deals where workspace_id = $1 and id = $2`
