-- What must be true of the books at any moment, for all workspaces. Each check answers with the rows that break it: the name of the
-- invariant, the workspace, the key of the row and what was found. No row means that nothing is wrong.
-- To be run by a role that sees past the tenant wall, in one read-only transaction. Amounts are in tiyn.
with top_line as (
  select workspace_id, order_id, sum(net_amount) as net, sum(tax_amount) as tax, sum(gross_amount) as gross, sum(line_discount_amount + document_discount_share) as discount
  from app.order_items where parent_item_id is null group by 1, 2
), leaf as (
  select i.* from app.order_items i where i.product_type in ('PRODUCT', 'MATERIAL', 'MANUFACTURED')
), broken (invariant, workspace_id, key, found) as (

  -- Headers are the sums of their lines.
  select 'order.header-is-the-sum-of-its-lines', o.workspace_id, o.order_number::text, jsonb_build_object('subtotal', o.subtotal, 'lines', t.net, 'tax', o.tax_amount, 'lineTax', t.tax)
  from app.orders o left join top_line t on t.workspace_id = o.workspace_id and t.order_id = o.id
  where (o.subtotal, o.tax_amount, o.gross_amount, o.discount_amount) is distinct from
    (coalesce(t.net, 0), coalesce(t.tax, 0) + round(o.shipping_cost * o.shipping_vat_rate / 100), coalesce(t.gross, 0), coalesce(t.discount, 0))
  union all
  select 'deal.value-is-the-sum-of-its-lines', d.workspace_id, d.deal_number, jsonb_build_object('value', d.value, 'lines', t.total)
  from app.deals d join (
    select workspace_id, deal_id, sum(total_price) as total, sum(net_amount) as net, sum(tax_amount) as tax, sum(line_discount_amount + document_discount_share) as discount
    from app.deal_products group by 1, 2) t on t.workspace_id = d.workspace_id and t.deal_id = d.id
  where (d.value, d.net_value, d.tax_amount, d.discount_amount) is distinct from (t.total, t.net, t.tax, t.discount)
  union all
  select 'invoice.header-is-the-sum-of-its-lines', i.workspace_id, coalesce(i.invoice_number, i.id::text), jsonb_build_object('subtotal', i.subtotal, 'lines', t.net, 'tax', i.tax_amount, 'lineTax', t.tax)
  from app.invoices i left join (
    select workspace_id, invoice_id, sum(net_amount) as net, sum(tax_amount) as tax from app.invoice_items group by 1, 2) t on t.workspace_id = i.workspace_id and t.invoice_id = i.id
  where i.subtotal <> coalesce(t.net, 0) or (i.shipping_cost = 0 and i.tax_amount <> coalesce(t.tax, 0))
  union all
  -- Whatever the VAT by rates has beyond the lines is the delivery at its rate.
  select 'invoice.vat-by-rate-is-its-lines', i.workspace_id, coalesce(i.invoice_number, i.id::text), jsonb_build_object('summary', i.tax_summary, 'tax', i.tax_amount, 'beyond', b.beyond)
  from app.invoices i cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('rate', rate, 'net', net, 'tax', tax)), '[]') as beyond, coalesce(sum(net), 0) as net, coalesce(sum(tax), 0) as tax,
      coalesce(bool_and(net = i.shipping_cost and tax = round(net * coalesce(rate, 0) / 100)), true) as delivery
    from (
      select rate, sum(net) as net, sum(tax) as tax from (
        select (s->>'rate')::numeric as rate, (s->>'net')::numeric * 100 as net, (s->>'tax')::numeric * 100 as tax from jsonb_array_elements(i.tax_summary) s
        union all
        select l.vat_rate, -l.net_amount, -l.tax_amount from app.invoice_items l where l.workspace_id = i.workspace_id and l.invoice_id = i.id) both_sides group by rate
    ) rates where (net, tax) <> (0, 0)) b
  where i.status <> 'DRAFT' and (not b.delivery or b.net <> i.shipping_cost)

  -- One order for a won deal, one invoice for an order, of the same amount.
  union all
  select 'deal.one-order-when-won', d.workspace_id, d.deal_number, jsonb_build_object('orders', count(o.id), 'value', d.value, 'ordered', sum(o.total_amount))
  from app.deals d left join app.orders o on o.workspace_id = d.workspace_id and o.deal_id = d.id and o.source_key = 'deal:' || d.id || ':' || d.reopened_count
  where d.stage = 'WON'
    -- What a person changed of the order since is no more what the deal was won for.
    and not exists (select from app.outbox_events e where e.workspace_id = o.workspace_id and e.aggregate_id = o.id and e.name = 'order.updated'
      and e.payload->'changes' ?| array['items', 'discount', 'discountType', 'shippingCost', 'shippingVatRate'])
  group by d.workspace_id, d.deal_number, d.value having count(o.id) <> 1 or sum(o.total_amount + o.cancelled_amount) <> d.value
  union all
  select 'order.invoiced-in-full-once', o.workspace_id, o.order_number, jsonb_build_object('total', o.total_amount, 'invoices', count(i.id), 'invoiced', sum(i.total_amount), 'column', o.invoiced_amount)
  from app.orders o
  join app.app_settings s on s.workspace_id = o.workspace_id and s.key = 'finance.invoiceMode' and s.value = '"ORDER"'
  left join app.invoices i on i.workspace_id = o.workspace_id and i.order_id = o.id and i.type in ('STANDARD', 'DEBIT_NOTE') and i.status not in ('DRAFT', 'CANCELLED') and i.deleted_at is null
  where o.type in ('SALES', 'SERVICE') and o.status in ('CONFIRMED', 'PROCESSING', 'READY', 'SHIPPED', 'DELIVERED', 'COMPLETED')
  group by o.workspace_id, o.order_number, o.total_amount, o.invoiced_amount
  having count(i.id) filter (where i.type = 'STANDARD') <> 1 or sum(i.total_amount - i.credited_amount) <> o.total_amount or o.invoiced_amount <> o.total_amount

  -- Money: the ledger explains the balance, allocations explain invoices, payments and orders.
  union all
  select 'customer.balance-is-the-ledger', c.workspace_id, c.customer_number, jsonb_build_object('balance', c.balance, 'ledger', coalesce(l.sum, 0))
  from app.customers c left join (
    select workspace_id, party_id, sum(debit - credit) as sum from app.customer_ledger_entries where party_type = 'CUSTOMER' group by 1, 2) l
    on l.workspace_id = c.workspace_id and l.party_id = c.id
  where c.balance <> coalesce(l.sum, 0)
  union all
  -- Whatever their order, the entries lead from nothing to the balance: each balance that one entry leaves the next one finds.
  select 'customer.ledger-is-one-chain', c.workspace_id, c.customer_number, jsonb_build_object('balance', step.balance, 'reached', step.reached, 'left', step.left)
  from app.customers c join lateral (
    select v.balance, sum(v.reached) as reached, sum(v.gone) as "left" from (
      select l.balance_after as balance, 1 as reached, 0 as gone from app.customer_ledger_entries l
        where l.workspace_id = c.workspace_id and l.party_type = 'CUSTOMER' and l.party_id = c.id
      union all select l.balance_after - l.debit + l.credit, 0, 1 from app.customer_ledger_entries l
        where l.workspace_id = c.workspace_id and l.party_type = 'CUSTOMER' and l.party_id = c.id
      union all select 0, 1, 0
      union all select c.balance, 0, 1) v group by v.balance) step on step.reached <> step.left
  union all
  -- What a document is worth stands in the ledger, once, for its party and to the tiyn; refunds are looked at below.
  select 'ledger.entry-is-its-document', coalesce(d.workspace_id, l.workspace_id), coalesce(d.number, l.document_id::text),
    jsonb_build_object('document', d.amount, 'entry', l.debit - l.credit, 'party', d.party_id, 'entryParty', l.party_id)
  from (
    select workspace_id, id, customer_id as party_id, invoice_number::text as number, 'INVOICE' as document_type,
      case type when 'CREDIT_NOTE' then -total_amount else total_amount end as amount
    from app.invoices where direction = 'SALES' and type <> 'PROFORMA' and invoice_number is not null
    union all select workspace_id, id, customer_id, payment_number, 'PAYMENT', -amount from app.payments
      where direction = 'INCOMING' and payment_number is not null and customer_id is not null) d
  full join (select * from app.customer_ledger_entries where party_type = 'CUSTOMER' and document_type in ('INVOICE', 'PAYMENT')) l
    on l.workspace_id = d.workspace_id and l.document_type = d.document_type and l.document_id = d.id
  where coalesce(d.amount, 0) <> coalesce(l.debit - l.credit, 0) or l.party_id <> d.party_id
  union all
  select 'invoice.paid-is-its-allocations', i.workspace_id, coalesce(i.invoice_number, i.id::text), jsonb_build_object('paid', i.paid_amount, 'allocated', coalesce(a.sum, 0), 'status', i.status)
  from app.invoices i left join (
    select workspace_id, invoice_id, sum(amount) as sum from app.payment_allocations where reversed_at is null group by 1, 2) a on a.workspace_id = i.workspace_id and a.invoice_id = i.id
  where i.paid_amount <> coalesce(a.sum, 0)
    or (i.status in ('ISSUED', 'SENT', 'VIEWED') and i.paid_amount > 0) or (i.status = 'PAID' and i.balance_due > 0) or (i.status = 'PARTIAL' and i.balance_due <= 0)
  union all
  select 'payment.allocated-is-its-allocations', p.workspace_id, coalesce(p.payment_number, p.id::text), jsonb_build_object('amount', p.amount, 'allocated', p.allocated_amount, 'sum', coalesce(a.sum, 0))
  from app.payments p left join (
    select workspace_id, payment_id, sum(amount) as sum from app.payment_allocations where reversed_at is null group by 1, 2) a on a.workspace_id = p.workspace_id and a.payment_id = p.id
  where p.allocated_amount <> coalesce(a.sum, 0) or coalesce(a.sum, 0) > p.amount
  union all
  select 'order.paid-is-its-payments', o.workspace_id, o.order_number, jsonb_build_object('paid', o.paid_amount, 'allocated', paid.allocated, 'advance', paid.advance)
  from app.orders o cross join lateral (
    select coalesce((select sum(a.amount) from app.invoices i join app.payment_allocations a on a.workspace_id = i.workspace_id and a.invoice_id = i.id and a.reversed_at is null
        where i.workspace_id = o.workspace_id and i.order_id = o.id), 0) as allocated,
      coalesce((select sum(p.unallocated_amount) from app.payments p where p.workspace_id = o.workspace_id and p.order_id = o.id and p.direction = 'INCOMING'
        and p.status in ('COMPLETED', 'PARTIALLY_REFUNDED')), 0) as advance) paid
  where o.paid_amount <> paid.allocated + paid.advance

  -- Stock: movements explain quantities, reservations explain what is promised.
  union all
  select 'stock.quantity-is-its-movements', coalesce(i.workspace_id, m.workspace_id), coalesce(i.product_id, m.product_id)::text, jsonb_build_object('quantity', i.quantity, 'movements', m.quantity)
  from (select workspace_id, warehouse_id, product_id, sum(quantity) as quantity from app.inventory_items group by 1, 2, 3) i
  full join (select workspace_id, warehouse_id, product_id, sum(quantity) as quantity from app.stock_movements group by 1, 2, 3) m
    on m.workspace_id = i.workspace_id and m.warehouse_id = i.warehouse_id and m.product_id = i.product_id
  where coalesce(i.quantity, 0) <> coalesce(m.quantity, 0)
  union all
  select 'stock.reserved-is-its-reservations', i.workspace_id, i.product_id::text, jsonb_build_object('reserved', i.reserved_quantity, 'reservations', coalesce(r.sum, 0))
  from app.inventory_items i left join (
    select workspace_id, inventory_item_id, sum(quantity - consumed_quantity) as sum from app.stock_reservations where status = 'ACTIVE' group by 1, 2) r
    on r.workspace_id = i.workspace_id and r.inventory_item_id = i.id
  where i.reserved_quantity <> coalesce(r.sum, 0)
  union all
  select 'stock.nothing-is-kept-for-a-finished-order', r.workspace_id, o.order_number, jsonb_build_object('reservation', r.id, 'status', o.status)
  from app.stock_reservations r join app.orders o on o.workspace_id = r.workspace_id and o.id = r.order_id
  where r.status = 'ACTIVE' and o.status in ('DELIVERED', 'COMPLETED', 'CANCELLED')
  union all
  select 'stock.kept-only-until-the-prepayment', r.workspace_id, o.order_number, jsonb_build_object('reservation', r.id, 'status', o.status)
  from app.stock_reservations r join app.orders o on o.workspace_id = r.workspace_id and o.id = r.order_id
  where r.status = 'ACTIVE' and r.kind = 'SOFT' and (o.status <> 'ON_HOLD' or o.confirmed_at is not null or o.payment_terms is distinct from 'PREPAYMENT' or r.expires_at is null)
  union all
  -- What is promised is allocated once, what is only kept is not, and a line keeps no more than it wants.
  select 'stock.reservation-is-its-allocation', r.workspace_id, r.id::text, jsonb_build_object('kind', r.kind, 'quantity', r.quantity, 'allocations', a.count)
  from app.stock_reservations r cross join lateral (
    select count(*) from app.order_item_allocations a where a.workspace_id = r.workspace_id and a.reservation_id = r.id and a.status <> 'CANCELLED') a
  where r.status = 'ACTIVE' and r.owner_type = 'ORDER_ITEM' and a.count <> case when r.kind = 'HARD' then 1 else 0 end
  union all
  select 'order-line.keeps-no-more-than-it-wants', l.workspace_id, l.id::text, jsonb_build_object('wanted', l.quantity - l.quantity_cancelled, 'kept', sum(r.quantity))
  from leaf l join app.stock_reservations r on r.workspace_id = l.workspace_id and r.owner_type = 'ORDER_ITEM' and r.owner_id = l.id and r.status = 'ACTIVE'
  group by l.workspace_id, l.id, l.quantity, l.quantity_cancelled having sum(r.quantity) > l.quantity - l.quantity_cancelled

  -- Lines of orders: reserved, picked, shipped and delivered are what the papers of each stage say.
  union all
  select 'order-line.reserved-is-its-allocations', l.workspace_id, l.id::text, jsonb_build_object('reserved', l.quantity_reserved, 'allocated', coalesce(a.sum, 0))
  from leaf l left join (
    select workspace_id, order_item_id, sum(quantity) as sum from app.order_item_allocations where kind = 'STOCK' and status <> 'CANCELLED' group by 1, 2) a
    on a.workspace_id = l.workspace_id and a.order_item_id = l.id
  where l.quantity_reserved <> coalesce(a.sum, 0)
  union all
  select 'order-line.supplied-in-full', l.workspace_id, l.id::text, jsonb_build_object('wanted', l.quantity - l.quantity_cancelled, 'allocated', coalesce(a.sum, 0), 'order', o.order_number)
  from leaf l join app.orders o on o.workspace_id = l.workspace_id and o.id = l.order_id and o.status in ('PROCESSING', 'READY', 'SHIPPED', 'DELIVERED', 'COMPLETED')
    and o.type in ('SALES', 'SERVICE')
  left join (select workspace_id, order_item_id, sum(quantity) as sum from app.order_item_allocations where status <> 'CANCELLED' group by 1, 2) a
    on a.workspace_id = l.workspace_id and a.order_item_id = l.id
  where coalesce(a.sum, 0) <> l.quantity - l.quantity_cancelled
  union all
  select 'order-line.picked-is-its-picking-lines', l.workspace_id, l.id::text, jsonb_build_object('picked', l.quantity_picked, 'lines', coalesce(p.sum, 0))
  from leaf l left join (
    select p.workspace_id, p.order_item_id, sum(p.picked_quantity) as sum from app.picking_order_lines p
    join app.picking_orders k on k.workspace_id = p.workspace_id and k.id = p.picking_order_id and k.status <> 'CANCELLED' group by 1, 2) p
    on p.workspace_id = l.workspace_id and p.order_item_id = l.id
  where l.quantity_picked <> coalesce(p.sum, 0)
  union all
  select 'order-line.shipped-is-its-shipment-lines', l.workspace_id, l.id::text,
    jsonb_build_object('shipped', l.quantity_shipped, 'lines', coalesce(s.shipped, 0), 'delivered', l.quantity_delivered, 'received', coalesce(s.delivered, 0))
  from leaf l left join (
    select s.workspace_id, s.order_item_id, sum(s.quantity) as shipped, sum(s.delivered_quantity) as delivered from app.shipment_lines s
    join app.shipments h on h.workspace_id = s.workspace_id and h.id = s.shipment_id and h.status in ('DISPATCHED', 'DELIVERED', 'RETURNED') group by 1, 2) s
    on s.workspace_id = l.workspace_id and s.order_item_id = l.id
  where (l.quantity_shipped, l.quantity_delivered) is distinct from (coalesce(s.shipped, 0), coalesce(s.delivered, 0))
  union all
  select 'shipment-line.left-the-stock', s.workspace_id, s.id::text, jsonb_build_object('quantity', s.quantity, 'movement', m.quantity)
  from app.shipment_lines s join app.shipments h on h.workspace_id = s.workspace_id and h.id = s.shipment_id and h.status in ('DISPATCHED', 'DELIVERED')
  left join app.stock_movements m on m.workspace_id = s.workspace_id and m.id = s.movement_id
  where m.quantity is distinct from -s.quantity

  -- Making and buying.
  union all
  select 'production.materials-left-the-stock', p.workspace_id, p.order_number, jsonb_build_object('materialCost', p.material_cost, 'issued', made.cost, 'open', made.open, 'moved', made.moved)
  from app.production_orders p cross join lateral (
    select coalesce(sum(x.cost), 0) as cost, coalesce(bool_or(m.issued_quantity <> m.required_quantity), false) as open,
      coalesce(bool_or(m.issued_quantity is distinct from x.quantity), false) as moved
    from app.production_order_materials m
    left join lateral (select -sum(s.quantity) as quantity, -sum(s.total_cost) as cost from app.stock_movements s
      where s.workspace_id = m.workspace_id and s.reference_type = 'PRODUCTION_ORDER' and s.reference_line_id = m.id) x on true
    where m.workspace_id = p.workspace_id and m.production_order_id = p.id) made
  where p.status = 'COMPLETED' and (p.material_cost is distinct from made.cost or made.open or made.moved)
  union all
  select 'production.output-entered-the-stock', p.workspace_id, p.order_number, jsonb_build_object('completed', p.completed_quantity, 'moved', coalesce(s.sum, 0))
  from app.production_orders p left join (
    select workspace_id, reference_id, sum(quantity) as sum from app.stock_movements where type = 'PRODUCTION_IN' group by 1, 2) s on s.workspace_id = p.workspace_id and s.reference_id = p.id
  where p.completed_quantity <> coalesce(s.sum, 0)
  union all
  select 'requisition-line.received-is-its-receipts', l.workspace_id, l.id::text, jsonb_build_object('received', l.received_quantity, 'receipts', coalesce(g.sum, 0))
  from app.purchase_requisition_lines l left join (
    select g.workspace_id, g.requisition_line_id, sum(g.quantity_received) as sum from app.goods_receipt_lines g
    join app.goods_receipts r on r.workspace_id = g.workspace_id and r.id = g.goods_receipt_id and r.status = 'CONFIRMED' group by 1, 2) g
    on g.workspace_id = l.workspace_id and g.requisition_line_id = l.id
  where l.received_quantity <> coalesce(g.sum, 0)
  union all
  select 'receipt-line.entered-the-stock', g.workspace_id, g.id::text, jsonb_build_object('received', g.quantity_received, 'moved', coalesce(m.sum, 0))
  from app.goods_receipt_lines g join app.goods_receipts r on r.workspace_id = g.workspace_id and r.id = g.goods_receipt_id and r.status = 'CONFIRMED'
  left join (select workspace_id, reference_line_id, sum(quantity) as sum from app.stock_movements where reference_type = 'GOODS_RECEIPT' group by 1, 2) m
    on m.workspace_id = g.workspace_id and m.reference_line_id = g.id
  where g.quantity_received <> coalesce(m.sum, 0)

  -- What was cancelled is cancelled all the way down, and nothing more than that.
  union all
  select 'order.cancelled-through', o.workspace_id, o.order_number, jsonb_build_object('left', rest.what, 'id', rest.id)
  from app.orders o cross join lateral (
    select 'amount' as what, o.id where o.total_amount <> 0
    union all select 'line', i.id from app.order_items i where i.workspace_id = o.workspace_id and i.order_id = o.id and i.quantity_cancelled <> i.quantity
    union all select 'allocation', a.id from app.order_item_allocations a join app.order_items i on i.workspace_id = a.workspace_id and i.id = a.order_item_id
      where i.workspace_id = o.workspace_id and i.order_id = o.id and a.status in ('OPEN', 'RESERVED', 'PICKED')
    union all select 'picking', k.id from app.picking_orders k where k.workspace_id = o.workspace_id and k.order_id = o.id and k.status <> 'CANCELLED'
    union all select 'delivery', d.id from app.delivery_orders d where d.workspace_id = o.workspace_id and d.source_order_id = o.id and d.status in ('PLANNED', 'ASSIGNED', 'LOADING')
    union all select 'production', p.id from app.production_orders p where p.workspace_id = o.workspace_id and p.sales_order_id = o.id
      and p.status not in ('COMPLETED', 'CANCELLED', 'FAILED')
    union all select 'purchase', l.id from app.purchase_requisition_lines l join app.order_items i on i.workspace_id = l.workspace_id and i.id = l.order_item_id
      where i.workspace_id = o.workspace_id and i.order_id = o.id and l.status in ('DRAFT', 'BUDGET_EXCEEDED', 'PENDING_APPROVAL', 'APPROVED', 'IN_RFQ')
        and l.ordered_quantity = 0 and l.purchase_order_item_id is null and not exists (select from app.goods_receipt_lines g
          where g.workspace_id = l.workspace_id and g.requisition_line_id = l.id)
    union all select 'paper', v.id from app.invoices v where v.workspace_id = o.workspace_id and v.order_id = o.id and v.status <> 'CANCELLED'
      and (v.status = 'DRAFT' or v.type = 'PROFORMA' or (v.type <> 'CREDIT_NOTE' and v.balance_due <> 0))
    union all select 'hold', h.id from app.order_holds h where h.workspace_id = o.workspace_id and h.order_id = o.id and h.released_at is null) rest
  where o.status = 'CANCELLED'
  union all
  select 'order-line.cancelled-when-nothing-is-left', i.workspace_id, i.id::text, jsonb_build_object('status', i.status, 'quantity', i.quantity, 'cancelled', i.quantity_cancelled, 'total', i.total_price)
  from app.order_items i
  where (i.status = 'CANCELLED') <> (i.quantity_cancelled = i.quantity)
    or (i.quantity_cancelled = i.quantity and (i.net_amount, i.tax_amount, i.gross_amount) <> (0, 0, 0))
  union all
  select 'bundle.parts-are-cancelled-with-it', p.workspace_id, p.id::text, jsonb_build_object('part', p.quantity_cancelled, 'of', p.quantity, 'bundle', b.quantity_cancelled, 'sets', b.quantity)
  from app.order_items p join app.order_items b on b.workspace_id = p.workspace_id and b.id = p.parent_item_id
  where (b.quantity_cancelled = b.quantity) <> (p.quantity_cancelled = p.quantity) or p.quantity_cancelled * b.quantity > b.quantity_cancelled * p.quantity
  union all
  select 'order.cancelled-amount-is-its-cancellations', o.workspace_id, o.order_number, jsonb_build_object('cancelled', o.cancelled_amount, 'recorded', coalesce(c.sum, 0))
  from app.orders o left join (select workspace_id, order_id, sum(amount) as sum from app.order_cancellations group by 1, 2) c on c.workspace_id = o.workspace_id and c.order_id = o.id
  where o.cancelled_amount <> coalesce(c.sum, 0)

  -- Credit notes and refunds: never more than the original, at its rates, and in every book that knows of it.
  union all
  select 'invoice.credited-is-its-credit-notes', i.workspace_id, coalesce(i.invoice_number, i.id::text), jsonb_build_object('credited', i.credited_amount, 'notes', coalesce(n.sum, 0), 'due', i.balance_due)
  from app.invoices i left join (
    select workspace_id, original_invoice_id as id, sum(total_amount) as sum from app.invoices where type = 'CREDIT_NOTE' and status not in ('DRAFT', 'CANCELLED') group by 1, 2) n
    on n.workspace_id = i.workspace_id and n.id = i.id
  where i.type <> 'CREDIT_NOTE' and (i.credited_amount <> coalesce(n.sum, 0) or i.balance_due < 0)
  union all
  select 'credit-note.takes-back-its-original', o.workspace_id, o.id::text, jsonb_build_object('quantity', o.quantity, 'credited', c.quantity, 'total', o.total_price, 'creditedTotal', c.total)
  from app.invoice_items o join (
    select l.workspace_id, l.original_item_id as id, sum(l.quantity) as quantity, sum(l.net_amount) as net, sum(l.tax_amount) as tax, sum(l.total_price) as total,
      array_agg(distinct coalesce(l.vat_rate, -1)) as rates, array_agg(distinct l.tax_category) as categories, array_agg(distinct l.unit_price) as prices
    from app.invoice_items l join app.invoices n on n.workspace_id = l.workspace_id and n.id = l.invoice_id and n.type = 'CREDIT_NOTE' and n.status <> 'CANCELLED'
    where l.original_item_id is not null group by 1, 2) c on c.workspace_id = o.workspace_id and c.id = o.id
  where c.quantity > o.quantity or c.net > o.net_amount or c.tax > o.tax_amount or c.rates <> array[coalesce(o.vat_rate, -1)] or c.categories <> array[o.tax_category]
    or c.prices <> array[o.unit_price] or (c.quantity = o.quantity and (c.net, c.tax) <> (o.net_amount, o.tax_amount))
  union all
  select 'order.invoiced-is-its-invoices', o.workspace_id, o.order_number, jsonb_build_object('invoiced', o.invoiced_amount, 'invoices', coalesce(i.sum, 0))
  from app.orders o left join (
    select workspace_id, order_id, sum(case type when 'CREDIT_NOTE' then -total_amount else total_amount end) as sum from app.invoices
    where direction = 'SALES' and type <> 'PROFORMA' and status not in ('DRAFT', 'CANCELLED') and deleted_at is null group by 1, 2) i on i.workspace_id = o.workspace_id and i.order_id = o.id
  where o.invoiced_amount <> coalesce(i.sum, 0)
  union all
  select 'refund.left-the-house-once', r.workspace_id, r.refund_number, jsonb_build_object('amount', r.amount, 'payout', p.amount, 'ledger', l.debit)
  from app.refunds r
  left join app.payments p on p.workspace_id = r.workspace_id and p.id = r.payout_id and p.direction = 'OUTGOING' and p.status = 'COMPLETED' and p.customer_id = r.customer_id
  left join app.customer_ledger_entries l on l.workspace_id = r.workspace_id and l.document_type = 'REFUND' and l.document_id = r.id and l.type = 'REFUND' and l.party_id = r.customer_id
  where case when r.status = 'COMPLETED' then p.amount is distinct from r.amount or l.debit is distinct from r.amount else r.payout_id is not null or l.id is not null end
  union all
  select 'payment.refunded-is-its-refunds', p.workspace_id, coalesce(p.payment_number, p.id::text), jsonb_build_object('refunded', p.refunded_amount, 'refunds', coalesce(r.done, 0), 'asked', coalesce(r.asked, 0), 'free', p.unallocated_amount)
  from app.payments p left join (
    select workspace_id, payment_id, sum(amount) filter (where status = 'COMPLETED') as done, sum(amount) filter (where status in ('REQUESTED', 'APPROVED')) as asked
    from app.refunds group by 1, 2) r on r.workspace_id = p.workspace_id and r.payment_id = p.id
  where p.refunded_amount <> coalesce(r.done, 0) or coalesce(r.asked, 0) > p.unallocated_amount
  union all
  select 'order.refunded-is-its-refunds', o.workspace_id, o.order_number, jsonb_build_object('refunded', o.refunded_amount, 'refunds', coalesce(r.sum, 0))
  from app.orders o left join (select workspace_id, order_id, sum(amount) as sum from app.refunds where status = 'COMPLETED' group by 1, 2) r on r.workspace_id = o.workspace_id and r.order_id = o.id
  where o.refunded_amount <> coalesce(r.sum, 0)

  -- Histories lead from the beginning to where things stand.
  union all
  select 'deal.one-open-stage', d.workspace_id, d.deal_number, jsonb_build_object('stage', d.stage, 'open', jsonb_agg(h.to_stage))
  from app.deals d left join app.deal_stage_history h on h.workspace_id = d.workspace_id and h.deal_id = d.id and h.left_at is null
  group by d.workspace_id, d.deal_number, d.stage, d.pipeline_stage_id
  having count(h.id) <> 1 or min(h.to_stage) <> d.stage or not bool_and(h.pipeline_stage_id = d.pipeline_stage_id)
  union all
  select 'order.history-ends-at-its-status', o.workspace_id, o.order_number, jsonb_build_object('status', o.status, 'odd', step.status)
  from app.orders o join lateral (
    select v.status from (
      select h.to_status as status, 1 as net from app.order_status_history h where h.workspace_id = o.workspace_id and h.order_id = o.id
      union all select h.from_status, -1 from app.order_status_history h where h.workspace_id = o.workspace_id and h.order_id = o.id and h.from_status is not null
      union all select o.status, -1) v group by v.status having sum(v.net) <> 0) step on true
  union all
  select 'customer.history-ends-at-its-status', c.workspace_id, c.customer_number, jsonb_build_object('status', c.status, 'odd', step.status)
  from app.customers c join lateral (
    select v.status from (
      select h.to_status as status, 1 as net from app.customer_status_history h where h.workspace_id = c.workspace_id and h.customer_id = c.id
      union all select h.from_status, -1 from app.customer_status_history h where h.workspace_id = c.workspace_id and h.customer_id = c.id and h.from_status is not null
      union all select c.status, -1) v group by v.status having sum(v.net) <> 0) step on true

  -- Legal numbers: from one, without a gap, each once.
  union all
  select 'number.gapless', n.workspace_id, n.prefix || '-' || n.year, jsonb_build_object('count', count(*), 'distinct', count(distinct n.value), 'last', max(n.value), 'next', min(s.next_value))
  from (
    select workspace_id, split_part(number, '-', 1) as prefix, split_part(number, '-', 2) as year, split_part(number, '-', 3)::bigint as value from (
      select workspace_id, invoice_number as number from app.invoices where invoice_number is not null
      union all select workspace_id, payment_number from app.payments where payment_number is not null
      union all select workspace_id, waybill_number from app.shipments where waybill_number is not null
      union all select workspace_id, receipt_number from app.goods_receipts where receipt_number is not null) legal
  ) n left join app.number_sequences s on s.workspace_id = n.workspace_id and s.document_type = n.prefix and s.year::text = n.year
  group by n.workspace_id, n.prefix, n.year
  having count(*) <> count(distinct n.value) or min(n.value) <> 1 or max(n.value) <> count(*) or min(s.next_value) is distinct from max(n.value) + 1

  -- Nothing exists that was not said.
  union all
  select 'document.said-' || said.name, said.workspace_id, said.id::text, '{}'::jsonb
  from (
    select workspace_id, id, 'deal.created' as name from app.deals
    union all select workspace_id, id, 'deal.won' from app.deals where stage = 'WON'
    union all select workspace_id, id, 'deal.lost' from app.deals where stage = 'LOST'
    union all select workspace_id, id, 'customer.created' from app.customers
    union all select workspace_id, id, 'order.created' from app.orders where status <> 'DRAFT'
    union all select workspace_id, id, 'order.confirmed' from app.orders where confirmed_at is not null and type in ('SALES', 'SERVICE')
    union all select workspace_id, id, 'order.completed' from app.orders where status = 'COMPLETED'
    union all select workspace_id, id, 'order.cancelled' from app.orders where status = 'CANCELLED'
    union all select workspace_id, id, 'credit.note.issued' from app.invoices where type = 'CREDIT_NOTE' and invoice_number is not null
    union all select workspace_id, id, 'payment.refund.requested' from app.refunds
    union all select workspace_id, payment_id, 'payment.refunded' from app.refunds where status = 'COMPLETED'
    union all select workspace_id, id, 'picking.cancelled' from app.picking_orders where status = 'CANCELLED'
    union all select workspace_id, id, 'delivery.cancelled' from app.delivery_orders where status = 'CANCELLED'
    union all select workspace_id, id, 'production.order.cancelled' from app.production_orders where status = 'CANCELLED'
    union all select workspace_id, id, 'invoice.issued' from app.invoices where type in ('STANDARD', 'DEBIT_NOTE') and invoice_number is not null
    union all select workspace_id, id, 'payment.received' from app.payments where direction = 'INCOMING' and payment_number is not null
    union all select workspace_id, id, 'picking.created' from app.picking_orders
    union all select workspace_id, id, 'picking.completed' from app.picking_orders where status = 'COMPLETED'
    union all select workspace_id, id, 'production.order.created' from app.production_orders
    union all select workspace_id, id, 'production.order.completed' from app.production_orders where status = 'COMPLETED'
    union all select workspace_id, id, 'purchase.requisition.created' from app.purchase_requisitions
    union all select workspace_id, id, 'goods.receipt.confirmed' from app.goods_receipts where status = 'CONFIRMED'
    union all select workspace_id, id, 'shipment.dispatched' from app.shipments where status in ('DISPATCHED', 'DELIVERED')
  ) said
  where not exists (select from app.outbox_events e where e.workspace_id = said.workspace_id and e.aggregate_id = said.id and e.name = said.name)

  -- What is remembered of documents equals a recount, once everything said was heard.
  union all
  select 'customer.metrics-are-a-recount', c.workspace_id, c.customer_number,
    jsonb_build_object('deals', c.deal_count, 'countedDeals', counted.deals, 'open', c.open_deal_count, 'countedOpen', counted.open_deals,
      'purchases', c.purchase_count, 'countedPurchases', counted.purchases, 'total', c.total_purchases, 'countedTotal', counted.total,
      'openOrders', c.open_orders_amount, 'countedOpenOrders', counted.open_orders)
  from app.customers c cross join lateral (
    select (select count(*) from app.deals d where d.workspace_id = c.workspace_id and d.customer_id = c.id and d.deleted_at is null) as deals,
      (select count(*) from app.deals d where d.workspace_id = c.workspace_id and d.customer_id = c.id and d.deleted_at is null and d.stage not in ('WON', 'LOST')) as open_deals,
      coalesce(sum(1) filter (where o.bought), 0) as purchases, coalesce(sum(o.total_amount - o.returned_amount) filter (where o.bought), 0) as total,
      coalesce(sum(greatest(o.total_amount - o.invoiced_amount, 0)) filter (where o.running), 0) as open_orders
    from (
      select o.total_amount, o.returned_amount, o.invoiced_amount, stands.status in ('CONFIRMED', 'PROCESSING', 'READY', 'SHIPPED', 'DELIVERED', 'COMPLETED') as running,
        stands.status in ('DELIVERED', 'COMPLETED') and exists (select from app.order_items i where i.workspace_id = o.workspace_id and i.order_id = o.id
          and i.parent_item_id is null and i.quantity - i.quantity_cancelled - i.quantity_returned > 0) as bought
      from app.orders o cross join lateral (select coalesce(case when o.status = 'ON_HOLD' then o.status_before_hold end, o.status) as status) stands
      where o.workspace_id = c.workspace_id and o.customer_id = c.id and o.type in ('SALES', 'SERVICE') and o.deleted_at is null) o) counted
  where (c.deal_count, c.open_deal_count, c.purchase_count, c.total_purchases, c.open_orders_amount) is distinct from
      (counted.deals, counted.open_deals, counted.purchases, counted.total, counted.open_orders)
    and not exists (select from app.event_deliveries r where r.workspace_id = c.workspace_id and r.state = 'READY' and r.consumer = 'customers.metrics')
  union all
  select 'deal.order-totals-are-a-recount', d.workspace_id, d.deal_number,
    jsonb_build_object('ordered', d.ordered_amount, 'countedOrdered', t.ordered, 'paid', d.paid_amount, 'countedPaid', t.paid, 'status', d.order_status, 'orderStatus', t.status)
  from app.deals d join (
    select o.workspace_id, o.deal_id, coalesce(sum(o.total_amount) filter (where o.status <> 'CANCELLED'), 0) as ordered, sum(o.invoiced_amount) as invoiced, sum(o.paid_amount) as paid,
      (array_agg(o.status order by o.status = 'CANCELLED', o.created_at desc))[1] as status
    from app.orders o where o.deal_id is not null and o.deleted_at is null group by 1, 2) t on t.workspace_id = d.workspace_id and t.deal_id = d.id
  where (d.ordered_amount, d.invoiced_amount, d.paid_amount, d.order_status) is distinct from (t.ordered, t.invoiced, t.paid, t.status)
    and not exists (select from app.event_deliveries r where r.workspace_id = d.workspace_id and r.state = 'READY' and r.consumer = 'deals.order-totals')
  union all
  select 'deal.board-totals-are-a-recount', workspace_id, pipeline_stage_id::text,
    jsonb_build_object('kept', sum(kept), 'counted', sum(counted), 'value', sum(value), 'expected', sum(expected))
  from (
    select workspace_id, pipeline_stage_id, deals as kept, 0 as counted, value, expected_revenue as expected from app.deal_totals
    union all
    select workspace_id, pipeline_stage_id, 0, 1, -value, -expected_revenue from app.deals where deleted_at is null and archived_at is null) both_ways
  group by workspace_id, pipeline_stage_id having sum(kept) <> sum(counted) or sum(value) <> 0 or sum(expected) <> 0

  -- Nobody gave up hearing.
  union all
  select 'delivery.not-dead', d.workspace_id, d.event_name || ' → ' || d.consumer, jsonb_build_object('event', d.event_id, 'error', d.last_error)
  from app.event_deliveries d where d.state = 'DEAD'
)
select invariant, workspace_id as "workspaceId", key, found from broken order by invariant, workspace_id, key
