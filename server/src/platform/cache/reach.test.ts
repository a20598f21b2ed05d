import { expect, test } from 'vitest'
import { statement } from '../database/statement.js'
import { Reach } from './reach.js'

const inWorkspace = { inWorkspace: true }
const reach = new Reach({
  tables: new Map([
    ...['deals', 'deal_products', 'orders', 'customers', 'outbox_events'].map((name) => [name, inWorkspace] as const),
    ...['users', 'tax_rates', 'audit_logs'].map((name) => [name, { inWorkspace: false }] as const),
  ]),
  functions: new Map([
    ['money', 'select round($1 / 100.0, 2)'],
    ['debt_of', 'select sum(o.total) from orders o'],
    ['audit_update', 'insert into app.audit_logs select now()'],
    ['now', 'select now()'],
  ]),
  triggers: [{ table: 'deals', function: 'audit_update' }],
  cascades: [{ table: 'deals', child: 'deal_products' }],
})

test.each<[text: string, reads: string, writes: string, uncertain: boolean]>([
  ['select 1 from app.deals d join app.customers c on true', 'customers deals', '', false],
  ['select (select count(*) from orders)', 'orders', '', false],
  ['select * from app.deals, app.orders', 'deals orders', '', false],
  ['with paid as (select 1 from app.orders) select * from paid', 'orders', '', false],
  ['select app.money(1), debt_of($1) from app.customers', 'customers orders', '', false],
  ['select 1 from app.deals for no key update', 'deals', '', false],
  ['select rate from app.tax_rates', '', '', false],
  ['select name from app.users', '', '', true],
  ['select 1 from app.outbox_events', '', '', true],
  ['select 1 from app.deals where due < app.now()', 'deals', '', true],
  ['insert into app.orders (id) values ($1) on conflict do update set id = $1', 'orders', 'orders', false],
  ['update app.customers c set name = $1 from app.deals', 'customers deals', 'customers', false],
  ['delete from app.customers', 'customers', 'customers', false],
  ['with gone as (delete from only app.orders returning 1) select 1', 'orders', 'orders', false],
  ['insert into app.outbox_events values ($1)', '', '', true],
])('%s', (text, reads, writes, uncertain) => {
  const touched = reach.of(statement(text))
  expect([touched.reads.toSorted().join(' '), touched.writes.join(' '), touched.uncertain]).toEqual([
    reads,
    writes,
    uncertain,
  ])
})

test('what goes with a row is written with it', () => {
  expect(reach.of(statement('delete from app.deals where id = $1')).writes).toEqual(['deals', 'deal_products'])
})
