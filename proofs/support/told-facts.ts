import { setTimeout as sleep } from 'node:timers/promises'
import { listenerRows } from '../../server/src/listeners.js'
import { newId } from '../../server/src/kernel/ids.js'
import { Database } from '../../server/src/platform/database/database.js'
import { statement } from '../../server/src/platform/database/statement.js'
import { listenerTable } from '../../server/src/platform/outbox/listener-table.js'
import type { Company } from '../../server/scenarios/support/company.js'
import { databaseOf } from '../../server/scenarios/support/program.js'
import type { Random } from '../../server/scenarios/support/random.js'

export const poisonKinds = ['REFUSAL', 'ERROR', 'CONSTRAINT', 'LOCK', 'DEPTH', 'VERSION'] as const
type Poison = (typeof poisonKinds)[number]

/** One event to be told. A fact that is told twice is two events. */
interface Telling {
  readonly document: string
  readonly fact: number
  readonly amount: number
  readonly name: 'proof.fact' | 'proof.fact.jittered' | 'proof.fact.late'
  readonly poison?: Poison
  /** Its transaction stays open for seconds after it was written: what has a later number is seen before it. */
  readonly openLong?: true
}

/** The proof's own tables, in which every effect leaves a row, and a trigger that lets deliveries fall due in another order and late. */
export async function prepareLedger({ sql }: Company): Promise<void> {
  await sql(`
    create table app.proof_documents (id uuid primary key);
    create table app.proof_balances (document uuid primary key, balance bigint not null default 0);
    create table app.proof_entries (document uuid, fact int, event_id uuid not null, amount bigint not null check (amount > 0),
      arrived bigint generated always as identity, heard_at timestamptz not null default clock_timestamp(), primary key (document, fact));
    create table app.proof_hearings (event_id uuid not null);
    create table app.proof_replays (event_id uuid primary key);
    create table app.proof_causes (kind text primary key, mended boolean not null default false);
    create table app.proof_stuck (id int primary key);
    insert into app.proof_stuck values (1);
    insert into app.proof_causes (kind) values ('REFUSAL'), ('ERROR'), ('CONSTRAINT'), ('LOCK'), ('DEPTH'), ('VERSION');
    create index on app.event_deliveries (event_id) where consumer = 'proof.ledger' and state = 'DONE';
    grant select, insert, update on app.proof_documents, app.proof_balances, app.proof_entries, app.proof_hearings, app.proof_causes, app.proof_stuck to erp_app;
    create function app.proof_delay() returns trigger language plpgsql as $$ begin
      new.next_at := now() + case new.event_name when 'proof.fact.late' then interval '10 s' else random() * interval '2 s' end;
      return new;
    end $$;
    create trigger proof_delay before insert on app.event_deliveries for each row
      when (new.event_name in ('proof.fact.late', 'proof.fact.jittered')) execute function app.proof_delay();
    create function app.proof_linger() returns trigger language plpgsql as $$ begin perform pg_sleep(4); return null; end $$;
    create constraint trigger proof_linger after insert on app.outbox_events deferrable initially deferred for each row
      when (new.payload ? 'openLong') execute function app.proof_linger();`)
}

/**
 * What will be told: of twenty documents, two are poisoned by one event with others behind it, five come late and out of turn, and the
 * others are the neighbours. Three in twenty facts are told twice by two events.
 */
export function tellings(count: number, chance: Random, poisoned: boolean): Telling[] {
  const documents = Array.from({ length: Math.max(20, Math.ceil(count / 10)) }, (_, n) => ({
    id: newId(),
    kind: n % 20 < 2 ? 'poisoned' : n % 20 < 7 ? 'wild' : 'plain',
    facts: 0,
    poison: poisonKinds[Math.floor(n / 20) % 2 === 0 ? n % 20 : 2 + (((n % 20) + 2 * Math.floor(n / 40)) % 4)],
  }))
  const told: Telling[] = []
  let nextPoison = 50
  const toPoison = documents.filter(({ kind }) => poisoned && kind === 'poisoned')
  while (told.length < count) {
    const poisonous = told.length >= nextPoison ? toPoison.pop() : undefined
    if (told.length >= nextPoison) nextPoison += 100
    const document = poisonous ?? chance.pick(documents)
    const fact = ++document.facts
    const wild = document.kind === 'wild'
    const one: Telling = {
      document: document.id,
      fact,
      amount: 1 + chance.below(1_000_000),
      name: !wild ? 'proof.fact' : chance.chance(0.15) ? 'proof.fact.late' : 'proof.fact.jittered',
      ...(poisonous && { poison: poisonous.poison! }),
      ...(wild && chance.chance(0.01) && { openLong: true as const }),
    }
    told.push(one)
    if (!poisonous && told.length < count && chance.chance(0.18)) {
      const { openLong: _, ...again } = one
      told.push(again)
    }
  }
  return told
}

/** Tells them through the real outbox at this many a second. Answers when the last is committed. */
export async function tell(company: Company, told: readonly Telling[], perSecond: number): Promise<void> {
  const hear = () => Promise.reject(new Error('who tells does not hear'))
  const ledger = {
    listener: { name: 'proof.ledger', hear },
    queued: ['proof.fact', 'proof.fact.jittered', 'proof.fact.late'],
  }
  const database = await new Database({
    url: await databaseOf(company),
    poolSize: 12,
    listeners: listenerTable([...listenerRows, ledger], 'inline'),
  }).open()
  for (const document of new Set(told.map((one) => one.document)))
    await company.sql(
      'with one as (insert into proof_documents values ($1)) insert into proof_balances (document) values ($1)',
      [document],
    )
  const underWay = new Set<Promise<void>>()
  const lastOf = new Map<string, Promise<void>>()
  const from = performance.now()
  for (const [index, one] of told.entries()) {
    const ahead = (index * 1000) / perSecond - (performance.now() - from)
    if (ahead > 2) await sleep(ahead)
    while (underWay.size >= 100) await Promise.race(underWay)
    // What is told of one document is told in turn.
    const turn = (lastOf.get(one.document) ?? Promise.resolve()).then(() =>
      insistently(() => tellOne(database, company, one)),
    )
    lastOf.set(one.document, turn)
    underWay.add(turn)
    const over = () => void underWay.delete(turn)
    turn.then(over, over)
  }
  await Promise.all(underWay)
  await database.close()
}

/** A busy house is asked again: an event more does no harm, since a fact may be told twice. */
async function insistently(run: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await run()
    } catch (error) {
      if (tries > 20) throw error
      await sleep(500)
    }
  }
}

const lock = statement('select id from app.proof_documents where id = $1 for no key update')

async function tellOne(database: Database, company: Company, one: Telling): Promise<void> {
  const { document, name, poison, ...about } = one
  // A listener that says something itself is too deep at the end of a long chain.
  await database.run({ ...company.tenant(), depth: poison === 'DEPTH' ? 19 : 0 }, async (work) => {
    await work.rows(lock, [document])
    work.announce({
      name,
      aggregateType: 'proof',
      aggregateId: document,
      aggregateVersion: one.fact,
      payload: { version: poison === 'VERSION' ? 7 : 1, ...about, ...(poison && { poison }) },
    })
  })
}
