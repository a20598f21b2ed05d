import { afterAll, beforeAll, expect, test } from 'vitest'
import { permissions } from '@prometric/contracts/permissions'
import { io, type Socket } from 'socket.io-client'
import { newId } from '../server/src/kernel/ids.js'
import { log } from '../server/src/platform/log.js'
import { pathOf } from '../server/src/platform/http/openapi/openapi.js'
import { fillCompany } from '../server/scenarios/support/busy-company.js'
import { type Client, clientOf } from '../server/scenarios/support/client.js'
import { type Company, openCompany } from '../server/scenarios/support/company.js'
import { digestOfWorkspace } from '../server/scenarios/support/digest.js'
import { random } from '../server/scenarios/support/random.js'
import { realIds } from '../server/scenarios/support/real-ids.js'
import { inLanes } from '../server/scenarios/support/wins.js'
import { deedsOf } from './support/deeds.js'
import { aboutNothing, idsIn, idsOf, leaksIn, mark, plantMarks } from './support/marks.js'
import { nameOf, operations, type Request, requestTo } from './support/requests.js'
import { doWhatIsSeldom } from './support/seldom.js'
import { type RawAnswer, send } from './support/send.js'
import { openStrangers, type Stranger } from './support/strangers.js'
import { Report, type Try } from './support/tries.js'
import { waysOf } from './support/ways.js'
import { witnessed } from './support/witness.js'

/**
 * Tenants are separate: everybody who does not belong in a workspace tries every operation with ids of its rows, in the path, the query and
 * the body. Each try has a twin about rows that never were, and must be answered like it.
 */
const count = Number(process.env['COUNT'] ?? 20_000)
const rand = random()

let company: Company
let succeeded: Set<string>
let strangers: Stranger[]
let ourIds: Set<string>

beforeAll(async () => {
  log.level = 'silent'
  const opened = await openCompany({ checkAnswers: false })
  const owner = witnessed(opened.owner)
  company = { ...opened, owner: owner.client }
  succeeded = owner.succeeded
  await fillCompany(company)
  for (const [index, deed] of (await deedsOf(company)).entries())
    await company.owner.post(await deed.path(`deed-${index}`), deed.body(`deed-${index}`))
  await doWhatIsSeldom(company)
  await company.settle()
  const marked = await plantMarks(company)
  expect(marked.length).toBeGreaterThan(40)
  strangers = await openStrangers(company)
  ourIds = await idsOf(company)
}, 600_000)
afterAll(() => company?.close())

test(`${count} tries with the ids of another workspace: each is answered as if there were nothing`, async () => {
  const from = performance.now()
  const before = await digestOfWorkspace(company)
  const report = new Report(ourIds)
  for (let round = 0; report.tries < count; round++) {
    const tries = await triesOfRound(round)
    await inLanes(tries.slice(0, count - report.tries), 8, async (one) => {
      const answer = await ask(one)
      report.note(one, answer)
      if (one.knocks && errorOf(answer)?.code !== 'NOT_FOUND') report.wrong(one, answer, 'the door was open')
      if (answer.status >= 500) report.wrong(one, answer, 'it broke')
      if (answer.status < 300 && idsIn(answer.text).some((id) => ourIds.has(id)))
        report.wrong(one, answer, 'it was taken')
      if (!one.knocks && !(await isLikeNothing(one, answer))) report.wrong(one, answer, 'about nothing it is otherwise')
    })
  }
  console.log(
    `tenants SEED=${rand.seed}: ${report.tries} tries over ${operations().length} operations by ${strangers.length} strangers (${report.statuses()}), ` +
      `${report.leaks.length} leaks, ${report.wrongs.length} wrong, ${Math.round((performance.now() - from) / 1000)} s`,
  )
  expect(report.leaks).toEqual([])
  expect(report.wrongs).toEqual([])
  expect(report.count(429)).toBe(0)
  expect(changes(before, await digestOfWorkspace(company))).toEqual([])
  for (const { workspaceId } of strangers) expect(await namesOfOurs(workspaceId)).toEqual([])
})

test('sockets: no room of another workspace is joined, and nothing of it is heard', async () => {
  const before = await digestOfWorkspace(company)
  const wrong: string[] = []
  let asked = 0
  let heard = 0
  const subjects = (
    await company.sql<{ type: string; id: string }>(
      ['deal', 'order', 'customer', 'invoice', 'payment']
        .map((type) => `(select '${type}' as type, id from ${type}s where workspace_id = $1 limit 8)`)
        .join(' union all '),
      [company.workspaceId],
    )
  ).filter(({ type }) => type !== '')
  for (const { who, userId, workspaceId, belongs } of strangers) {
    const token = await tokenOf(userId)
    if (!belongs) await expect(knock(token, company.workspaceId), who).rejects.toThrow('NOT_FOUND')
    for (const { type, id } of subjects) {
      const socket = await knock(token, workspaceId)
      socket.onAny(() => heard++)
      const ours = await socket.emitWithAck('subscribe:subject', { type, id })
      const none = await socket.emitWithAck('subscribe:subject', { type, id: newId() })
      if (JSON.stringify(ours) !== JSON.stringify(none) || ours.ok)
        wrong.push(`${who}: ${type} ${JSON.stringify(ours)}`)
      for (const topic of ['deals', 'orders', 'stock', 'customers', 'invoices'])
        await socket.emitWithAck(`subscribe:${topic}`)
      asked += 2
    }
  }
  expect(changes(before, await digestOfWorkspace(company))).toEqual([])
  // The owner follows the same and hears of every change.
  const owner = await knock(await tokenOf(company.owner.userId), company.workspaceId)
  let told = 0
  owner.onAny(() => told++)
  for (const { type, id } of subjects.slice(0, 10))
    expect(await owner.emitWithAck('subscribe:subject', { type, id })).toEqual({ ok: true })
  expect(await owner.emitWithAck('subscribe:customers')).toEqual({ ok: true })
  expect(
    (await (await freshOwner()).post('/customers', { name: 'Слышно ли', type: 'COMPANY', email: 'a@example.kz' }))
      .status,
  ).toBe(201)
  await expect.poll(() => told).toBeGreaterThan(0)
  console.log(`sockets: ${asked} subscriptions tried, ${heard} frames heard by strangers, ${told} by the owner`)
  expect(wrong).toEqual([])
  expect(heard).toBe(0)
  for (const socket of sockets) socket.disconnect()
})

test('with the row-level security alone: everybody is let in with every right, and the program asks for our rows', async () => {
  const before = await digestOfWorkspace(company)
  const report = await tryBehindTheDoor(
    Math.ceil(count / 4),
    strangers.filter(({ belongs }) => !belongs),
  )
  console.log(`by row-level security alone: ${report.tries} tries (${report.statuses()}), ${report.leaks.length} leaks`)
  expect(report.leaks).toEqual([])
  expect(changes(before, await digestOfWorkspace(company))).toEqual([])
})

test('the owner, who may, does the same', async () => {
  const all = operations().map(nameOf)
  for (let round = 0; round < 12; round++) {
    const ids = await realIds(company, round === 0 ? undefined : (rows) => rand.pick(rows))
    for (const route of operations()) {
      if (succeeded.has(nameOf(route)) || leavesNobodyIn(route)) continue
      const request = requestTo(route, ids, ids, round < 2 ? undefined : rand)
      if (!request) continue
      const path = request.path.replace('{workspaceId}', company.workspaceId)
      const answer = await send(
        { url: company.url, token: await tokenOf(company.owner.userId) },
        route.method,
        path,
        request.body,
      )
      if (answer.status < 300) succeeded.add(nameOf(route))
    }
  }
  const byChance = all.filter((name) => succeeded.has(name)).length
  // Chance does not lead to every state that an operation needs; there is a way to each.
  const ways = waysOf(company, company.url)
  for (const name of all.filter((each) => !succeeded.has(each))) {
    const answer = await ways[wayTo(name)]?.()
    if (answer && answer.status < 300) succeeded.add(name)
  }
  const never = all.filter((name) => !succeeded.has(name))
  console.log(`the owner: ${all.length - never.length} of ${all.length} operations done, ${byChance} of them by chance`)
  expect(never).toEqual([])
})

test('a leak and a change are seen', async () => {
  const path = `/api/v1/workspaces/${company.workspaceId}/customers`
  const answer = await send({ url: company.url, token: await tokenOf(company.owner.userId) }, 'get', path)
  expect(leaksIn(answer.text, path, ourIds)).toContain(mark)
  expect(leaksIn(answer.text, path, ourIds).length).toBeGreaterThan(1)
  const before = await digestOfWorkspace(company)
  await company.sql(
    'update customers set version = version + 1 where id = (select id from customers where workspace_id = $1 limit 1)',
    [company.workspaceId],
  )
  expect(changes(before, await digestOfWorkspace(company))).toContain('customers')
})

test('without the row-level security the same tries read and change what is ours', async () => {
  const tables = await company.sql<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relrowsecurity`,
  )
  for (const { name } of tables) await company.sql(`alter table ${name} disable row level security`)
  const before = await digestOfWorkspace(company)
  const report = await tryBehindTheDoor(operations().length, strangers.slice(0, 1))
  const changed = changes(before, await digestOfWorkspace(company))
  console.log(
    `the naive twin, without walls: ${report.leaks.length} leaks in ${report.tries} tries, ${changed.length} tables changed`,
  )
  expect(report.leaks.length).toBeGreaterThan(50)
  expect(changed.length).toBeGreaterThan(5)
})

/** Every operation by every stranger: our ids wherever there is a place for them, in the path only, beside it only, and our own address. */
async function triesOfRound(round: number): Promise<Try[]> {
  const plain = round === 0
  const ours = await realIds(company, plain ? undefined : (rows) => rand.pick(rows))
  return strangers.flatMap((stranger) => {
    const { own, workspaceId, belongs } = stranger
    return operations().flatMap((route): Try[] => {
      const lots = plain ? undefined : rand
      const ways = [
        { request: requestTo(route, ours, ours, lots), knocks: false },
        { request: requestTo(route, ours, own, lots), knocks: false },
        // Who takes their own rights away with their own ids ends the experiment.
        { request: leavesNobodyIn(route) ? undefined : requestTo(route, own, ours, lots), knocks: false },
        ...(belongs ? [] : [{ request: requestTo(route, ours, ours, lots), knocks: true }]),
      ]
      return ways.flatMap(({ request, knocks }) => {
        const names = request && idsIn(request.path + JSON.stringify(request.body ?? null)).some((id) => ourIds.has(id))
        if (!request || !(knocks || names)) return []
        return [{ stranger, request, knocks, workspaceId: knocks ? company.workspaceId : workspaceId }]
      })
    })
  })
}

const leavesNobodyIn = (route: Request['route']) =>
  /\/(members|employees)/.test(pathOf(route)) && route.method !== 'get'

const freshOwner = async (): Promise<Client> =>
  clientOf({
    ...company.owner,
    url: company.url,
    workspaceId: company.workspaceId,
    token: await tokenOf(company.owner.userId),
  })

/** A token of this minute: the run outlives many. */
const tokenOf = (userId: string): Promise<string> =>
  company.application.tokens.sign({ userId, sessionId: newId(), tokenVersion: 0 })

const ask = async ({ stranger, request, workspaceId }: Try): Promise<RawAnswer> =>
  send(
    { url: company.url, token: await tokenOf(stranger.userId) },
    request.route.method,
    request.path.replace('{workspaceId}', workspaceId),
    request.body,
  )

/** Whether the same about rows that never were is answered alike. Others change the asker's own rows meanwhile: a difference must last. */
async function isLikeNothing(one: Try, first: RawAnswer): Promise<boolean> {
  const fresh = new Map<string, string>()
  const instead = (id: string) => fresh.get(id) ?? fresh.set(id, newId()).get(id)!
  const nothing = (text: string) => aboutNothing(text, ourIds, instead)
  const body: unknown = one.request.body && JSON.parse(nothing(JSON.stringify(one.request.body)))
  const twin: Try = { ...one, request: { ...one.request, path: nothing(one.request.path), body } }
  let answer = first
  for (let tries = 0; tries < 3; tries++) {
    const other = await ask(twin)
    if (other.status === answer.status && shapeOf(other) === shapeOf(answer)) return true
    answer = await ask(one)
  }
  return false
}

/** The ways are called by their paths within the workspace; the workspace itself by its own. */
const wayTo = (name: string): string => {
  const [method, path] = name.split(' ') as [string, string]
  return `${method} ${path.slice(1) || '/api/v1/workspaces/{workspaceId}'}`
}

const errorOf = ({ text }: RawAnswer) => (JSON.parse(text) as { error?: { code: string } }).error

/** An error may repeat the id that it was asked for. */
const shapeOf = (answer: RawAnswer) => JSON.stringify(errorOf(answer) ?? null).replace(/[0-9a-f-]{36}/g, 'id')

/** The tables whose content is not what it was. */
const changes = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(before).filter((table) => before[table] !== after[table])

/** Tables of a stranger's workspace with a row that names one of ours. */
async function namesOfOurs(workspaceId: string): Promise<string[]> {
  const named: string[] = []
  for (const table of Object.keys(await digestOfWorkspace(company))) {
    const rows = await company.sql<{ text: string }>(`select t::text as text from ${table} t where workspace_id = $1`, [
      workspaceId,
    ])
    if (rows.some(({ text }) => idsIn(text).some((id) => ourIds.has(id)))) named.push(table)
  }
  return named
}

/**
 * The program believes that each stranger is a member of our workspace with every right and names it in all its statements; only the
 * database knows in whose context they stand.
 */
async function tryBehindTheDoor(times: number, by: readonly Stranger[]): Promise<Report> {
  const report = new Report(ourIds)
  const { memberships } = company.application
  const asked = memberships.of.bind(memberships)
  const { organizationId, workspaceId } = company
  const definitions = await company.sql<{ text: string }>(
    `select pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'app'::regnamespace and proname in ('organization_id', 'workspace_id')`,
  )
  try {
    for (const stranger of by) {
      memberships.of = async (userId) => ({
        ...(await asked(userId, stranger.workspaceId))!,
        organizationId,
        workspaceId,
        scope: 'WORKSPACE',
        permissions: new Set(permissions),
      })
      await company.sql(trueContext('organization_id', stranger.organizationId))
      await company.sql(trueContext('workspace_id', stranger.workspaceId))
      const enough = report.tries + Math.ceil(times / by.length)
      for (let round = 0; report.tries < enough; round++) {
        const ours = await realIds(company, round === 0 ? undefined : (rows) => rand.pick(rows))
        const tries = operations().flatMap((route): Try[] => {
          const request = requestTo(route, ours, ours, round === 0 ? undefined : rand)
          return request ? [{ stranger, request, workspaceId, knocks: true }] : []
        })
        await inLanes(tries.slice(0, enough - report.tries), 8, async (one) => report.note(one, await ask(one)))
      }
    }
  } finally {
    memberships.of = asked
    for (const { text } of definitions) await company.sql(text)
  }
  return report
}

/** The database's own knowledge of who asks, whatever the program says. */
const trueContext = (name: string, id: string) =>
  `create or replace function app.${name}() returns uuid language plpgsql stable as $$ begin return '${id}'::uuid; end $$`

const sockets: Socket[] = []

function knock(token: string, workspaceId: string): Promise<Socket> {
  const socket = io(company.url, {
    transports: ['websocket'],
    auth: { token, workspaceId },
    reconnection: false,
    forceNew: true,
  })
  sockets.push(socket)
  return new Promise((resolve, reject) => {
    socket.on('connect', () => resolve(socket))
    socket.on('connect_error', reject)
  })
}
