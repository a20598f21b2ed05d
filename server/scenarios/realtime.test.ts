import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { io, type Socket } from 'socket.io-client'
import { Realtime } from '../src/platform/realtime/gateway.js'
import { castOf, ok } from './support/cast.js'
import type { Client } from './support/client.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
const sockets: Socket[] = []

beforeAll(async () => {
  company = await openCompany()
})
afterAll(async () => {
  for (const socket of sockets) socket.disconnect()
  await company?.close()
})

const knock = (auth: Record<string, unknown>, extraHeaders = {}, url = company.url): Promise<Socket> => {
  const socket = io(url, { transports: ['websocket'], auth, reconnection: false, forceNew: true, extraHeaders })
  sockets.push(socket)
  return new Promise((resolve, reject) => {
    socket.on('connect', () => resolve(socket))
    socket.on('connect_error', reject)
  })
}
const seat = (client: Client, workspaceId = company.workspaceId) => knock({ token: client.token, workspaceId })
const ask = (socket: Socket, name: string, body?: unknown): Promise<{ ok: boolean; code?: string }> =>
  socket.emitWithAck(name, ...(body === undefined ? [] : [body]))
interface Frame {
  readonly type: string
  readonly id: string
  readonly version: number
}
/** The next frame of a name, about one thing if it is named: creating a deal makes waves of its own. */
const next = (socket: Socket, name: string, about?: string) =>
  new Promise<Frame>((resolve) =>
    socket.on(name, (frame: Frame) => (about === undefined || frame.id === about) && resolve(frame)),
  )

test('only members get in, and only from pages of the house', async () => {
  await expect(knock({})).rejects.toThrow('AUTH_UNAUTHORIZED')
  await expect(knock({ token: 'forged', workspaceId: company.workspaceId })).rejects.toThrow('AUTH_UNAUTHORIZED')
  await expect(seat(company.other)).rejects.toThrow('NOT_FOUND')
  await expect(
    knock({ token: company.owner.token, workspaceId: company.workspaceId }, { origin: 'https://elsewhere.example' }),
  ).rejects.toThrow()
  expect((await seat(company.owner)).connected).toBe(true)
})

test('a win is seen by those who follow the deal, and frames carry nothing but ids', async () => {
  const cast = castOf(company)
  const goods = await cast.product('PRODUCT', 'Шкаф')
  const deal = await cast.deal((await cast.customer()).id, [[goods.id, 2]])
  const watcher = await seat(company.owner)
  const stranger = await seat(
    company.other,
    (
      await company.sql<{ id: string }>(
        'select w.id from workspaces w join workspace_members m on m.workspace_id = w.id where m.user_id = $1',
        [company.other.userId],
      )
    )[0]!.id,
  )
  expect(await ask(watcher, 'subscribe:orders')).toEqual({ ok: true })
  expect(await ask(watcher, 'subscribe:subject', { type: 'deal', id: deal.id })).toEqual({ ok: true })
  expect(await ask(stranger, 'subscribe:subject', { type: 'deal', id: deal.id })).toEqual({
    ok: false,
    code: 'NOT_FOUND',
  })
  expect(
    await ask(await seat(await company.as('SALES_REP')), 'subscribe:subject', { type: 'deal', id: deal.id }),
  ).toEqual({ ok: false, code: 'NOT_FOUND' })
  expect(await ask(await seat(await company.as('HR')), 'subscribe:orders')).toEqual({ ok: false, code: 'FORBIDDEN' })
  expect(await ask(await seat(await company.as('SALES_MANAGER')), 'subscribe:processes')).toEqual({
    ok: false,
    code: 'FORBIDDEN',
  })
  await ask(stranger, 'subscribe:orders')
  let heard = 0
  stranger.onAny(() => heard++)
  const created = next(watcher, 'order:created')
  const chains: Frame[] = []
  watcher.on('chain.updated', (frame: Frame) => chains.push(frame))
  const won = ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data
  expect(await created).toEqual({ type: 'order:created', id: won.order.id, version: expect.any(Number) })
  await expect
    .poll(() => chains)
    .toContainEqual({ type: 'chain.updated', id: won.correlationId, version: expect.any(Number) })
  const again = next(watcher, 'chain.updated', won.correlationId)
  const told = next(watcher, 'notification:new')
  await company.settle()
  expect((await again).id).toBe(won.correlationId)
  expect((await told).type).toBe('notification:new')
  expect(heard).toBe(0)
})

test('whoever lost the right to sit here leaves also when nobody told this process of it', async () => {
  const { database, tokens, memberships } = company.application
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const mayWatch = () => Promise.resolve(true)
  // No process sends word to this one: what it hears of is what it looks up.
  const untold = new Realtime(server, { database, tokens, memberships, mayWatch, lookAgainMs: 50 })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const [rep, changed] = [await company.as('SALES_REP'), await company.as('SALES_REP')]
  const sit = ({ token }: Client) => knock({ token, workspaceId: company.workspaceId }, {}, url)
  const [gone, other, stays] = [await sit(rep), await sit(changed), await sit(company.owner)]
  const memberOf = async ({ userId }: Client) =>
    (await company.sql<{ id: string }>('select id from workspace_members where user_id = $1', [userId]))[0]!.id
  ok(await company.owner.delete(`/members/${await memberOf(rep)}`))
  ok(await company.owner.put(`/members/${await memberOf(changed)}`, { roleCode: 'WAREHOUSE' }))
  await expect.poll(() => [gone.connected, other.connected]).toEqual([false, false])
  expect(stays.connected).toBe(true)
  untold.close()
  server.close()
})
