import type { UpdateDealBody } from '@prometric/contracts/deal-commands'
import { Money } from '../../../kernel/money.js'
import { Refusal } from '../../../kernel/refusal.js'
import { UnitPrice } from '../../../kernel/unit-price.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { Discount } from '../../pricing/public.js'
import { checkRecurring, probabilityAt } from '../deal.rules.js'
import { loadLines } from '../deal-line.js'
import { partiesOf } from '../deal-parties.js'
import { announceDeal } from '../events.js'
import { discountOf, lockOpenDeal, type LockedDeal } from '../locked-deal.js'
import { manualAmounts } from '../manual-value.js'
import { patchDeal, repriceDeal, type DealPatch } from '../write-deal.js'

/** Changes what may be edited of an open deal. The value of a deal with lines is theirs; the stage has its own commands. */
export async function updateDeal(
  work: UnitOfWork,
  id: string,
  body: UpdateDealBody & { ifMatch?: number | undefined },
): Promise<void> {
  const { version: _, ifMatch: __, ...changes } = body
  const deal = await lockOpenDeal(work, id, body)
  if (Object.keys(changes).length === 0) return
  const patch = {
    ...plainFields(changes),
    ...(await partyFields(work, deal, changes)),
    ...probabilityField(deal, changes),
  }
  checkRecurring({
    isRecurring: deal.isRecurring,
    recurringInterval: deal.recurringInterval,
    recurringValue: deal.recurringValue,
    ...defined(changes),
  })
  const version = await writePatch(work, deal, changes, patch)
  announceDeal(work, 'deal.updated', { id, version }, { changes })
  const { customerId = deal.customerId } = changes
  if (customerId === deal.customerId) return
  announceDeal(work, 'deal.customer.changed', { id, version }, { customerId: deal.customerId, has: false })
  announceDeal(work, 'deal.customer.changed', { id, version }, { customerId, has: true })
}

type Changes = Omit<UpdateDealBody, 'version'>

async function writePatch(work: UnitOfWork, deal: LockedDeal, changes: Changes, patch: DealPatch): Promise<number> {
  const discountChanged = changes.discount !== undefined || changes.discountType !== undefined
  if (changes.value === undefined && !discountChanged) return patchDeal(work, deal.id, patch)
  const discount = discountChanged ? mergedDiscount(deal, changes) : discountOf(deal)
  const lines = await loadLines(work, deal.id)
  if (lines.length > 0)
    return discountChanged
      ? (await repriceDeal(work, deal.id, lines, discount, patch)).version
      : patchDeal(work, deal.id, patch)
  const value = changes.value === undefined ? Money.of(deal.value) : Money.parse(changes.value)
  return patchDeal(work, deal.id, { ...patch, ...(await manualAmounts(work, value, discount)) })
}

function mergedDiscount(deal: LockedDeal, changes: Changes): Discount | undefined {
  const value = changes.discount === undefined ? deal.discount : UnitPrice.parse(changes.discount).units
  const type = changes.discountType === undefined ? (deal.discountType ?? 'PERCENTAGE') : changes.discountType
  return value === 0n || type === null ? undefined : { value, type }
}

async function partyFields(work: UnitOfWork, deal: LockedDeal, changes: Changes): Promise<DealPatch> {
  const { customerId, contactPersonId, deliveryAddressId, assignedTo } = changes
  if ([customerId, contactPersonId, deliveryAddressId, assignedTo].every((value) => value === undefined)) return {}
  const moved = customerId !== undefined && customerId !== deal.customerId
  if (moved && (await work.row(anyOrder, [work.workspaceId, deal.id])))
    throw new Refusal('DEAL_HAS_ORDER', {}, 'customerId')
  const { departmentId } = await partiesOf(work, { ...changes, customerId: customerId ?? deal.customerId })
  return {
    ...(customerId === undefined ? {} : { customer_id: customerId }),
    // The old customer's people and places do not go along.
    ...(contactPersonId !== undefined || moved ? { contact_person_id: contactPersonId ?? null } : {}),
    ...(deliveryAddressId !== undefined || moved ? { delivery_address_id: deliveryAddressId ?? null } : {}),
    ...(assignedTo === undefined ? {} : { assigned_to: assignedTo, department_id: departmentId }),
  }
}

function probabilityField(deal: LockedDeal, { probability }: Changes): DealPatch {
  if (probability === undefined) return {}
  const said = probabilityAt(deal.stage, probability, probability)
  return { probability: said.probability, probability_manual: said.manual }
}

/** The fields that are written as they come, under the names of their columns. */
function plainFields(changes: Changes): DealPatch {
  return defined({
    title: changes.title,
    description: changes.description,
    expected_close_date: changes.expectedCloseDate,
    lead_source: changes.leadSource,
    campaign_id: changes.campaignId,
    priority: changes.priority,
    commission_type: changes.commissionType,
    is_recurring: changes.isRecurring,
    commission: changes.commission === undefined ? undefined : UnitPrice.parse(changes.commission).units.toString(),
    recurring_interval: changes.recurringInterval,
    recurring_end_date: changes.recurringEndDate,
    recurring_value:
      changes.recurringValue == null ? changes.recurringValue : Money.parse(changes.recurringValue).tiyn.toString(),
    competitors: changes.competitors,
    competitor_info: changes.competitorInfo,
    requested_delivery_date: changes.requestedDeliveryDate,
    payment_terms: changes.paymentTerms,
    payment_method: changes.paymentMethod,
    tags: changes.tags,
    custom_fields: changes.customFields,
  })
}

function defined<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>
}

const anyOrder = sql`select 1 from app.orders where workspace_id = $1 and deal_id = $2 limit 1`
