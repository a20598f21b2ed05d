import type { CloneDealBody } from '@prometric/contracts/deal-commands'
import { Refusal } from '../../../kernel/refusal.js'
import { UnitPrice } from '../../../kernel/unit-price.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { loadLines, type DealLine } from '../deal-line.js'
import { lockDeal, wireMoney } from '../locked-deal.js'
import type { WishedLine } from '../new-lines.js'
import { createDeal, type NewDeal } from './create-deal.js'

/** A new deal like an old one, from its first stage, without its history or activities. */
export async function cloneDeal(work: UnitOfWork, id: string, body: CloneDealBody): Promise<{ id: string }> {
  const deal = await lockDeal(work, id)
  const source = await work.row<Copied>(copiedFields, [work.workspaceId, id])
  if (!source) throw new Refusal('NOT_FOUND')
  const lines = body.withProducts === false ? [] : await loadLines(work, id)
  const sameCustomer = body.customerId === undefined || body.customerId === deal.customerId
  return createDeal(work, {
    ...source.fields,
    title: body.title ?? deal.title,
    customerId: body.customerId ?? deal.customerId,
    ...(sameCustomer ? source.places : {}),
    stage: body.stage ?? 'LEAD',
    pipelineId: deal.pipelineId,
    ...(deal.discountType === null
      ? {}
      : { discount: UnitPrice.of(deal.discount).toString(), discountType: deal.discountType }),
    ...(lines.length > 0
      ? { products: lines.map((line) => copy(line, body.refreshPrices ?? false)) }
      : { value: wireMoney(deal.value) }),
  })
}

interface Copied {
  readonly fields: Partial<NewDeal>
  readonly places: Partial<NewDeal>
}

function copy(line: DealLine, refresh: boolean): WishedLine {
  const kept = {
    unitPrice: line.unitPrice.toString(),
    priceIncludesVat: line.priceIncludesVat,
    priceSource: line.priceSource,
    vatCategory: line.vatCategory,
    ...(line.vatExempt ? {} : { vatRate: line.vatRate.toString() }),
  }
  return {
    productId: line.productId,
    quantity: line.quantity.toString(),
    discount: UnitPrice.of(line.discount).toString(),
    discountType: line.discountType,
    notes: line.notes,
    sortOrder: line.sortOrder,
    specifications: line.specifications as NonNullable<WishedLine['specifications']>,
    ...(refresh ? {} : kept),
  }
}

const copiedFields = sql`
  select json_build_object('description', description, 'leadSource', lead_source, 'campaignId', campaign_id, 'priority', priority, 'competitors', competitors,
      'paymentTerms', payment_terms, 'paymentMethod', payment_method, 'tags', tags, 'customFields', custom_fields, 'isRecurring', is_recurring,
      'recurringInterval', recurring_interval, 'recurringValue', app.money(recurring_value), 'recurringEndDate', recurring_end_date,
      'commission', app.price(commission), 'commissionType', commission_type) as fields,
    json_build_object('contactPersonId', contact_person_id, 'deliveryAddressId', delivery_address_id) as places
  from app.deals where workspace_id = $1 and id = $2`
