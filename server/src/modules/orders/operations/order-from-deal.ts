import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { newId } from '../../../kernel/ids.js'
import { announceOrderCreated, type CreatedOrder } from './announce-order-created.js'
import { explodeBundles } from './explode-bundles.js'

/**
 * The order of a won deal: lines copied with their computed amounts, so the totals equal the deal's to the tiyn; terms from the deal,
 * else the customer. The unique source key makes a second one impossible. The caller holds the deal's and the customer's row locks.
 */
export async function orderFromDeal(
  work: UnitOfWork,
  deal: { id: string; sourceKey: string; onlyServices: boolean; hasBundles: boolean },
): Promise<CreatedOrder> {
  const type = deal.onlyServices ? 'SERVICE' : 'SALES'
  const orderNumber = await work.number(deal.onlyServices ? 'SV' : 'SO')
  const order = (await work.row<Omit<CreatedOrder, 'orderNumber' | 'type' | 'source' | 'dealId'>>(copyDeal, [
    work.workspaceId,
    deal.id,
    newId(),
    orderNumber,
    type,
    deal.sourceKey,
    work.actor.userId,
    work.today,
    work.tenant.correlationId,
    work.now,
  ]))!
  if (deal.hasBundles) await explodeBundles(work, order.id)
  return announceOrderCreated(work, { ...order, orderNumber, type, source: 'DEAL', dealId: deal.id })
}

const copyDeal = sql`
  with deal as (
    select * from app.deals where workspace_id = $1 and id = $2
  ), line as (
    select * from app.deal_products where workspace_id = $1 and deal_id = $2
  ), made as (
    insert into app.orders (organization_id, workspace_id, id, order_number, type, source, source_key, status, customer_id, deal_id, contact_person_id,
      sales_rep_id, department_id, order_date, subtotal, gross_amount, discount, discount_type, discount_amount, tax_amount, total_amount,
      cost_amount, margin_amount, margin_percent, payment_method, payment_terms, priority, fulfillment_method, shipping_address_id, delivery_address,
      requested_delivery_date, created_by)
    select deal.organization_id, $1, $3, $4, $5, 'DEAL', $6, 'PENDING', deal.customer_id, deal.id, deal.contact_person_id,
      deal.assigned_to, deal.department_id, $8::date, sums.net, sums.gross, deal.discount, deal.discount_type, sums.discount, sums.tax, sums.net + sums.tax,
      deal.cost_amount, deal.margin_amount, deal.margin_percent, deal.payment_method, coalesce(deal.payment_terms, customer.payment_terms),
      case deal.priority when 'MEDIUM' then 'NORMAL' else deal.priority end, 'DELIVERY', address.id, address.snapshot,
      deal.requested_delivery_date, $7
    from deal
    join app.customers customer on customer.workspace_id = $1 and customer.id = deal.customer_id
    cross join (select sum(net_amount)::bigint as net, sum(tax_amount)::bigint as tax, sum(gross_amount)::bigint as gross,
      sum(line_discount_amount + document_discount_share)::bigint as discount from line) sums
    left join lateral (
      select a.id, jsonb_strip_nulls(jsonb_build_object('street', a.street, 'building', a.building, 'apartment', a.apartment, 'city', a.city, 'region', a.region,
        'postalCode', a.postal_code, 'country', a.country, 'contactName', a.contact_name, 'contactPhone', a.contact_phone,
        'deliveryInstructions', a.delivery_instructions)) as snapshot
      from app.customer_addresses a
      where a.workspace_id = $1 and a.customer_id = deal.customer_id and a.deleted_at is null
        and (a.id = deal.delivery_address_id or deal.delivery_address_id is null)
      order by a.is_default_shipping desc, a.type = 'SHIPPING' desc, a.is_primary desc, a.is_default_billing desc, a.created_at limit 1
    ) address on true
    returning *
  ), items as (
    insert into app.order_items (organization_id, workspace_id, id, order_id, line_no, product_id, product_name, product_code, product_type, unit, quantity,
      unit_price, price_includes_vat, discount, discount_type, vat_rate, vat_exempt, vat_category, vat_rate_id, vat_date, gross_amount, line_discount_amount, document_discount_share,
      net_amount, tax_amount, total_price, cost, margin_amount, margin_percent, requested_date, specifications, notes)
    select made.organization_id, $1, app.uuid_v7(), made.id, row_number() over (order by line.sort_order, line.id), line.product_id, line.product_name,
      line.product_code, line.product_type, line.unit, line.quantity, line.unit_price, line.price_includes_vat, line.discount, line.discount_type,
      line.vat_rate, line.vat_exempt, line.vat_category, line.vat_rate_id, made.order_date, line.gross_amount, line.line_discount_amount, line.document_discount_share, line.net_amount, line.tax_amount,
      line.total_price, line.cost, line.margin_amount, line.margin, made.requested_delivery_date, line.specifications, line.notes
    from line cross join made
  ), history as (
    insert into app.order_status_history (organization_id, workspace_id, id, order_id, to_status, changed_by, changed_at, correlation_id)
    select organization_id, $1, app.uuid_v7(), id, 'PENDING', $7, $10, $9 from made
  )
  select made.id, made.version, made.customer_id as "customerId", made.total_amount as "totalAmount", made.requires_approval as "requiresApproval",
    (select count(*)::int from line) as "lineCount"
  from made`
