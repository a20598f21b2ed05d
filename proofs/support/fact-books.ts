import type { Company } from '../../server/scenarios/support/company.js'

/** What is wrong with the effects of all that was told: each fact leaves one entry, each balance is its facts, each document's order is kept. */
export async function wrongs({ sql }: Company): Promise<string[]> {
  return (
    await sql<{ wrong: string }>(`
      with fact as (
        select aggregate_id as document, (payload->>'fact')::int as fact, (payload->>'amount')::bigint as amount, min(pos) as pos
        from outbox_events where name like 'proof.fact%' group by 1, 2, 3
      ), balance as (select document, sum(amount) as amount from fact group by 1)
      select 'lost: fact ' || f.fact || ' of ' || f.document as wrong from fact f
        left join app.proof_entries e on e.document = f.document and e.fact = f.fact where e.fact is null
      union all
      select 'doubled or lost: ' || b.document || ' stands at ' || p.balance || ' instead of ' || b.amount
        from balance b join app.proof_balances p on p.document = b.document where p.balance <> b.amount
      union all
      select 'out of order: fact ' || o.fact || ' of ' || o.document from (
        select e.document, e.fact, lag(f.pos) over (partition by e.document order by e.arrived) > f.pos as early
        from app.proof_entries e join fact f on f.document = e.document and f.fact = e.fact) o where o.early
      limit 20`)
  ).map(({ wrong }) => wrong)
}

/** How long the neighbours' events waited from being told to being heard, in milliseconds: half of them, and all but one in a hundred; of the first so many. */
export async function neighbours(
  { sql }: Company,
  first: number,
): Promise<{ p50: number; p99: number; count: number }> {
  const [row] = await sql<{ p50: number; p99: number; count: number }>(
    `
    with among as (
      select id from outbox_events where name like 'proof.fact%' order by pos limit $1
    ), disturbed as (
      select distinct aggregate_id from outbox_events where name in ('proof.fact.jittered', 'proof.fact.late') or payload ? 'poison')
    select (percentile_cont(0.5) within group (order by waited))::int as p50, (percentile_cont(0.99) within group (order by waited))::int as p99,
      count(*)::int as count
    from (select extract(epoch from e.heard_at - d.created_at) * 1000 as waited from app.proof_entries e
      join event_deliveries d on d.event_id = e.event_id and d.consumer = 'proof.ledger'
      where d.event_id in (select id from among) and e.document not in (select aggregate_id from disturbed)) w`,
    [first],
  )
  return row!
}

/** How deliveries stand, by state. */
export async function standing({ sql }: Company): Promise<Record<string, number>> {
  const rows = await sql<{ state: string; count: number }>(
    `select state, count(*)::int as count from event_deliveries group by state`,
  )
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}
