import { newId } from '../../server/dist/kernel/ids.js'
import { idsOf, transactionOf, writtenBy } from '../../server/scenarios/support/written-rows.mjs'

/** Wins one deal and keeps what its transaction wrote: the rows that a floor writes again for other deals. */
export async function sampleOf(admin, { place, deals }, win) {
  const { workspaceId } = place
  const [deal] = await deals(1)
  const before = await idsOf(admin, workspaceId)
  const won = await win(deal)
  const xid = await transactionOf(admin, won.correlationId)
  const written = await writtenBy(admin, { workspaceId, xid, before })
  const { rows: changed } = await admin.query(
    `select distinct key from app.audit_logs, jsonb_object_keys(changes) as key where entity_type = 'deals' and entity_id = $1 and correlation_id = $2`,
    [deal.id, won.correlationId],
  )
  const stock = new Map(
    (
      await admin.query('select product_id, id from app.inventory_items where workspace_id = $1', [workspaceId])
    ).rows.map((row) => [row.product_id, row.id]),
  )
  const stockOf = (productIds) => productIds.map((id) => stock.get(id))
  const own = [
    ...new Set([
      ...[...written.values()].flatMap(({ made }) => made.map((row) => row.id ?? row.event_id)),
      won.correlationId,
    ]),
  ]
  return {
    written,
    deal: written.get('deals').changed[0],
    changedOfDeal: changed.map(({ key }) => key).filter((key) => written.get('deals').columns.includes(key)),
    total: written.get('invoices').made[0].total_amount,
    /** The rows of a table as JSON, with other words in place of the sample's: cut up once, put together for each deal. */
    textOf: (table) => {
      const rows = written.get(table).made.map((row) => ({ ...row, ...named(table, row) }))
      const pieces = JSON.stringify(rows).split(
        /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|@[a-z]+)/,
      )
      return (words) => pieces.map((piece, i) => (i % 2 ? (words.get(piece) ?? piece) : piece)).join('')
    },
    /** What stands for one deal in place of the sample's words: new ids, its own things, its numbers. */
    wordsFor: (other, { order, picking, delivery, source }) => {
      const stockThere = stockOf(other.productIds)
      other.stock = stockThere
      return new Map([
        ...own.map((id) => [id, newId()]),
        [deal.id, other.id],
        [deal.customerId, other.customerId],
        ...deal.productIds.map((id, i) => [id, other.productIds[i]]),
        ...stockOf(deal.productIds).map((id, i) => [id, stockThere[i]]),
        ['@order', order],
        ['@picking', picking],
        ['@delivery', delivery],
        ['@source', source],
      ])
    },
    /** The last chain that was told of is filled in the very columns in which the sample is. */
    mustBeFilledAlike: async (beforeIt) => {
      const { rows } = await admin.query(
        'select xid::text, correlation_id from app.outbox_events where workspace_id = $1 order by pos desc limit 1',
        [workspaceId],
      )
      const last = await writtenBy(admin, { workspaceId, xid: rows[0].xid, before: beforeIt })
      for (const [table, { made }] of written) {
        const there = last.get(table)?.made ?? []
        const filled = (some) =>
          [...new Set(some.flatMap((row) => Object.keys(row).filter((key) => row[key] !== null)))].toSorted().join()
        if (table !== 'audit_logs' && made.length > 0 && filled(made) !== filled(there))
          throw new Error(`${table}: the floor fills other columns`)
      }
    },
  }
}

/** The words of a row that are another's in each chain and are no ids. */
function named(table, row) {
  const words = {
    orders: { order_number: '@order', source_key: '@source' },
    picking_orders: { picking_number: '@picking' },
    delivery_orders: { delivery_number: '@delivery' },
    invoices: { invoice_number: '@invoice' },
  }[table]
  return words && Object.fromEntries(Object.entries(words).filter(([key]) => row[key] !== null))
}
