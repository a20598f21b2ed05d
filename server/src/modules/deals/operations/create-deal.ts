import type { CreateDealBody } from '@prometric/contracts/deal-commands'
import { newId } from '../../../kernel/ids.js'
import { Money } from '../../../kernel/money.js'
import { invalid } from '../../../kernel/refusal.js'
import { UnitPrice } from '../../../kernel/unit-price.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { Discount } from '../../pricing/public.js'
import { checkRecurring, probabilityAt } from '../deal.rules.js'
import { amountsOf } from '../deal-amounts.js'
import { partiesOf } from '../deal-parties.js'
import { announceDeal } from '../events.js'
import { manualAmounts } from '../manual-value.js'
import { newLines, type WishedLine } from '../new-lines.js'
import { pipelineOf, stageRowOf } from '../pipeline-stages.js'
import { positionAtEnd } from '../stage-position.js'
import { amountRow, insertDeal } from '../write-deal.js'

export type NewDeal = Omit<CreateDealBody, 'products'> & { readonly products?: readonly WishedLine[] | undefined }

/** Opens a deal with its lines, priced, at the end of its column. */
export async function createDeal(work: UnitOfWork, body: NewDeal): Promise<{ id: string; dealNumber: string }> {
  if (body.value === undefined && !body.products?.length) throw invalid('value', 'VALUE_OR_PRODUCTS')
  const assignedTo = body.assignedTo ?? work.actor.employeeId
  const parties = await partiesOf(work, { ...body, assignedTo: body.assignedTo })
  const stage = body.stage ?? 'LEAD'
  const pipeline = await pipelineOf(work, body.pipelineId)
  const stageRow = stageRowOf(pipeline, stage)
  const { probability, manual } = probabilityAt(stage, stageRow.probability, body.probability)
  const isRecurring = body.isRecurring ?? false
  checkRecurring({ isRecurring, recurringInterval: body.recurringInterval, recurringValue: body.recurringValue })

  const lines = await newLines(work, body.products ?? [], 'products')
  const discount = discountIn(body)
  const amounts = amountsOf(lines, lines.length > 0 ? discount : undefined)
  const worth =
    lines.length > 0 ? amountRow(amounts, discount) : await manualAmounts(work, Money.parse(body.value!), discount)

  const id = newId()
  const dealNumber = await work.number('DL')
  const { userId } = work.actor
  const row = {
    id,
    deal_number: dealNumber,
    title: body.title,
    description: body.description ?? null,
    customer_id: body.customerId,
    contact_person_id: body.contactPersonId ?? null,
    pipeline_id: pipeline.id,
    pipeline_stage_id: stageRow.id,
    stage,
    stage_entered_at: work.now.toISOString(),
    stage_position: positionAtEnd(work.now),
    ...worth,
    probability,
    probability_manual: manual,
    expected_close_date: body.expectedCloseDate ?? null,
    assigned_to: assignedTo,
    department_id: body.assignedTo ? parties.departmentId : work.actor.departmentId,
    lead_source: body.leadSource ?? body.source ?? parties.leadSource,
    campaign_id: body.campaignId ?? null,
    priority: body.priority ?? 'MEDIUM',
    commission: UnitPrice.parse(body.commission ?? 0).units.toString(),
    commission_type: body.commissionType ?? null,
    is_recurring: isRecurring,
    recurring_interval: body.recurringInterval ?? null,
    recurring_value: body.recurringValue == null ? null : Money.parse(body.recurringValue).tiyn.toString(),
    recurring_end_date: body.recurringEndDate ?? null,
    competitors: body.competitors ?? [],
    competitor_info: body.competitorInfo ?? {},
    checklist: {},
    delivery_address_id: body.deliveryAddressId ?? null,
    requested_delivery_date: body.requestedDeliveryDate ?? null,
    payment_terms: body.paymentTerms ?? null,
    payment_method: body.paymentMethod ?? null,
    tags: body.tags ?? [],
    custom_fields: body.customFields ?? {},
    created_by: userId,
    updated_by: userId,
  }
  await insertDeal(work, row, lines, amounts, newId())
  announceDeal(
    work,
    'deal.created',
    { id, version: 1 },
    {
      dealNumber,
      customerId: body.customerId,
      value: Money.of(BigInt(String(worth.value))).toNumber(),
      stage,
      assignedTo,
    },
  )
  return { id, dealNumber }
}

/** The document discount as it was sent; a percentage unless its type says otherwise. */
export function discountIn(body: Pick<CreateDealBody, 'discount' | 'discountType'>): Discount | undefined {
  if (body.discount === undefined) return undefined
  const value = UnitPrice.parse(body.discount).units
  return value === 0n ? undefined : { value, type: body.discountType ?? 'PERCENTAGE' }
}
