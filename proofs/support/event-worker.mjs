import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * A process that hears events: the relay and the listeners of the delivered program, and one listener of the proof's own. With
 * ACKS_FIRST it is the careless twin, which says "done" before it does.
 */
const { PROGRAM, DATABASE_URL, DATA_DIR, ACKS_FIRST } = process.env
const load = (file) => import(pathToFileURL(join(PROGRAM, file)).href)
await import('reflect-metadata')
const { Refusal } = await load('kernel/refusal.js')
const { listenerRows } = await load('listeners.js')
const { lettersBy } = await load('orchestrators/listeners/rows.js')
const { Database } = await load('platform/database/database.js')
const { sql } = await load('platform/database/statement.js')
const { systemActor } = await load('platform/database/tenant.js')
const { Mail } = await load('platform/mail/mail.js')
const { listenerTable } = await load('platform/outbox/listener-table.js')
const { Relay } = await load('platform/outbox/relay.js')

const cause = sql`select mended from app.proof_causes where kind = $1`
const heard = sql`insert into app.proof_hearings (event_id) values ($1)`
const impossible = sql`insert into app.proof_entries (document, fact, event_id, amount) values ($1, $2, $3, -1)`
const stuck = sql`select id from app.proof_stuck where id = 1 for no key update`
// The unique key of an entry stands behind "once": what is heard again adds nothing to the balance.
const post = sql`
  with entry as (
    insert into app.proof_entries (document, fact, event_id, amount) values ($1, $2, $3, $4) on conflict do nothing returning amount
  )
  update app.proof_balances set balance = balance + entry.amount from entry where document = $1`

/** What an event may do to the one who hears it, until somebody mends the cause. */
const poisons = {
  REFUSAL: async () => {
    throw new Refusal('CUSTOMER_BLOCKED', {})
  },
  ERROR: async () => {
    throw new TypeError("Cannot read properties of undefined (reading 'poison')")
  },
  CONSTRAINT: (work, event) => work.rows(impossible, [event.aggregateId, event.payload.fact, event.id]),
  LOCK: (work) => work.rows(stuck),
  DEPTH: async (work, { aggregateId }) =>
    void work.announce({
      name: 'proof.echo',
      aggregateType: 'proof',
      aggregateId,
      aggregateVersion: 1,
      payload: {},
    }),
  VERSION: async (_, { payload }) => {
    throw new Error(`nobody here reads version ${payload.version}`)
  },
}

async function hear(work, event) {
  const { fact, amount, poison } = event.payload
  if (poison && !(await work.row(cause, [poison])).mended) await poisons[poison](work, event)
  await work.rows(heard, [event.id])
  await work.rows(post, [event.aggregateId, fact, event.id, amount])
}

const facts = ['proof.fact', 'proof.fact.jittered', 'proof.fact.late']
const mail = new Mail({ dataDir: DATA_DIR })
const listeners = listenerTable(
  [...listenerRows, ...lettersBy(mail), { listener: { name: 'proof.ledger', hear }, queued: facts }],
  'inline',
)
const database = await new Database({ url: DATABASE_URL, poolSize: 6, listeners }).open()

if (ACKS_FIRST) void ackFirst()
else new Relay(database).start()
// Who started it is gone: nobody else would end it.
process.on('disconnect', () => process.exit())
process.send('working')

async function ackFirst() {
  const take = sql`
    update app.event_deliveries d set state = 'DONE' from (
      select event_id, consumer from app.event_deliveries where workspace_id = $1 and consumer = 'proof.ledger' and state = 'READY'
      order by pos limit 1 for no key update skip locked) n
    where d.workspace_id = $1 and d.event_id = n.event_id and d.consumer = n.consumer
    returning (select to_jsonb(e) from app.outbox_events e where e.workspace_id = $1 and e.id = d.event_id) as event`
  const [organizationId, workspaceId] = process.env.WORKSPACE.split(' ')
  const tenant = {
    ...{ organizationId, workspaceId, timezone: 'Asia/Almaty', actor: systemActor(null), requestId: 'proof' },
    ...{ correlationId: crypto.randomUUID(), causationId: null, depth: 0 },
  }
  const lane = async () => {
    for (;;) {
      const taken = await database.run(tenant, (work) => work.row(take, [workspaceId]))
      if (!taken) await sleep(20)
      else
        await database.run(tenant, (work) =>
          hear(work, { ...taken.event, aggregateId: taken.event.aggregate_id, payload: taken.event.payload }),
        )
    }
  }
  await Promise.all([lane(), lane(), lane()])
}
