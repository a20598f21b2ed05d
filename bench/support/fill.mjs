/** Words of names; a word stands in the name of every twentieth row. */
export const words = [
  'Ақтау',
  'Берёза',
  'Венге',
  'Графит',
  'Дуб',
  'Ель',
  'Жетісу',
  'Зенит',
  'Индиго',
  'Керуен',
  'Лён',
  'Мираж',
  'Нұр',
  'Орех',
  'Піл',
  'Рубин',
  'Сұңқар',
  'Тайга',
  'Үлгі',
  'Шаңырақ',
]
const wordOf = `(array[${words.map((word) => `'${word}'`).join(',')}])[g % ${words.length} + 1]`

/** Looked up for row g by its position: made in the same order, so that the n-th product belongs to the n-th deal. */
const nth = (table) => `(select id from filled where kind = '${table}' and n = g)`
const hexId = `app.uuid_v7()`

/** What differs from row to row; everything else is as in the row that the program itself made. */
const differing = {
  products: {
    id: hexId,
    code: `'P-' || g`,
    code_lower: `'p-' || g`,
    name: `'Изделие ' || ${wordOf} || ' № ' || g`,
    search_text: `lower('изделие ' || translate(lower(${wordOf}), 'әғқңөұүһіё', 'агкноуухие') || ' № ' || g || ' p-' || g)`,
    barcode: `'2' || lpad(g::text, 12, '0')`,
    price: `1000000 + g * 100`,
    popularity: `g % 1000`,
    created_at: `now() - g * interval '1 minute'`,
  },
  customers: {
    id: hexId,
    customer_number: `'B-' || g`,
    name: `'Клиент ' || ${wordOf} || ' ' || g`,
    company_name: `'ТОО «' || ${wordOf} || '»'`,
    phone: `'+77' || lpad(g::text, 9, '0')`,
    bin: `'9' || lpad(g::text, 11, '0')`,
    email: `'client' || g || '@example.kz'`,
    created_at: `now() - g * interval '1 minute'`,
  },
  deals: {
    id: hexId,
    deal_number: `'B-' || g`,
    title: `'Сделка ' || ${wordOf} || ' ' || g`,
    customer_id: nth('customers'),
    // Of ten deals three are open, in five columns; the others are closed.
    stage: `stages.names[case when g % 10 < 7 then 6 + g % 2 else g % 5 + 1 end]`,
    pipeline_stage_id: `stages.ids[case when g % 10 < 7 then 6 + g % 2 else g % 5 + 1 end]`,
    stage_position: `lpad(to_hex(g), 8, '0')`,
    value: `1000000 + g * 100`,
    created_at: `now() - g * interval '1 minute'`,
  },
  deal_products: { id: hexId, deal_id: nth('deals'), product_id: nth('products') },
  orders: {
    id: hexId,
    order_number: `'B-' || g`,
    customer_id: nth('customers'),
    deal_id: 'null',
    status: `(array['PENDING', 'CONFIRMED', 'PROCESSING', 'COMPLETED', 'CANCELLED'])[g % 5 + 1]`,
    created_at: `now() - g * interval '1 minute'`,
  },
}

/**
 * Fills a workspace with `count` products, customers, deals with a line each, and orders, set by set, as copies of a row that the program
 * made, with what differs. Triggers sleep meanwhile; what they would have written beside is written by `beside`.
 */
export async function fill(admin, { workspaceId, count, samples, log }) {
  const client = await admin.connect()
  try {
    await client.query(`set session_replication_role = replica; set work_mem = '64MB'; set synchronous_commit = off`)
    await client.query('create temp table filled (kind text, n int, id uuid)')
    for (const [table, differs] of Object.entries(differing)) {
      const from = performance.now()
      const { rows } = await client.query(
        `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '' order by attnum`,
        [`app.${table}`],
      )
      const columns = rows.map((row) => row.name)
      await client.query(
        `with stages as materialized (select array_agg(id order by sort_order, id) as ids, array_agg(canonical_stage order by sort_order, id) as names
            from app.pipeline_stages where workspace_id = $1 and deleted_at is null)
        insert into app.${table} (${columns.join(', ')})
        select ${columns.map((name) => differs[name] ?? `sample.${name}`).join(', ')}
        from app.${table} sample, stages, generate_series(1, $3::int) g where sample.workspace_id = $1 and sample.id = $2`,
        [workspaceId, samples[table], count],
      )
      await client.query(
        `insert into filled select $2, row_number() over (order by id), id from app.${table} where workspace_id = $1 and id <> $3 and $2 <> 'deal_products'`,
        [workspaceId, table, samples[table]],
      )
      if (table === 'products') await client.query('create index filled_nth on filled (kind, n)')
      await client.query('analyze filled')
      log(`${table}: ${count} rows in ${((performance.now() - from) / 1000).toFixed(0)} s`)
    }
    await client.query('drop table filled')
    const from = performance.now()
    await beside(client, workspaceId)
    log(`search words and totals in ${((performance.now() - from) / 1000).toFixed(0)} s`)
    await client.query('reset session_replication_role')
  } finally {
    client.release()
  }
  await admin.query('vacuum analyze')
  // What is still to be written to the disk would be counted with the first requests.
  await admin.query('checkpoint')
}

/** What the sleeping triggers would have written: the words of a search, the totals of a board. */
async function beside(client, workspaceId) {
  await client.query('drop index app.search_documents_grams')
  for (const [type, table, words] of [
    ['PRODUCT', 'products', 'product_words'],
    ['CUSTOMER', 'customers', 'customer_words'],
  ])
    await client.query(
      `insert into app.search_documents (organization_id, workspace_id, entity_id, entity_type, words)
      select organization_id, workspace_id, id, $2, app.${words}(t) from app.${table} t where workspace_id = $1 on conflict do nothing`,
      [workspaceId, type],
    )
  await client.query(
    'create index search_documents_grams on app.search_documents using gin (app.grams(workspace_id, entity_type, words)) with (fastupdate = off)',
  )
  await client.query('delete from app.deal_totals where workspace_id = $1', [workspaceId])
  await client.query(
    `insert into app.deal_totals (organization_id, workspace_id, pipeline_stage_id, deals, value, expected_revenue)
    select organization_id, workspace_id, pipeline_stage_id, count(*), sum(value), sum(expected_revenue)
    from app.deals where workspace_id = $1 and deleted_at is null and archived_at is null group by 1, 2, 3`,
    [workspaceId],
  )
}
