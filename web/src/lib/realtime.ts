import type { Socket } from 'socket.io-client'
import { useEffect } from 'react'
import type { Permission } from '@prometric/contracts/permissions'
import { invalidate, queryClient } from './api.js'
import { may } from './may.js'
import { currentSession, renew, subscribe } from './session.js'

/** What travels when something changed: enough to ask for the rest. */
interface Frame {
  readonly type: string
  readonly id: string
  readonly version: number
}

/** What a person may follow, and the right it takes: as the server has it. */
const topics = {
  deals: 'DEALS_VIEW',
  orders: 'ORDERS_VIEW',
  stock: 'INVENTORY_VIEW',
  production: 'PRODUCTION_VIEW',
  tasks: 'TASKS_VIEW',
  invoices: 'INVOICES_VIEW',
  customers: 'CUSTOMERS_VIEW',
  processes: 'PROCESSES_MANAGE',
} as const satisfies Record<string, Permission>

const warehouse = '/operations/warehouse'

/** Which answers a frame makes old, by what its type begins with: beginnings of paths. */
const touched: ReadonlyArray<readonly [type: string, paths: readonly string[]]> = [
  ['deal:', ['/deals']],
  [
    'order:',
    ['/orders', '/approvals', `${warehouse}/picking-orders`, '/operations/logistics', '/operations/procurement'],
  ],
  ['stock:', [`${warehouse}/inventory`, '/products', `${warehouse}/goods-receipts`, '/operations/procurement']],
  ['picking:', [`${warehouse}/picking-orders`]],
  ['production:', ['/operations/production']],
  ['trip:', ['/operations/logistics']],
  ['task:', ['/tasks', '/approvals']],
  ['invoice:', ['/finance/invoices']],
  ['payment:', ['/finance/payments', '/finance/invoices']],
  ['customer:', ['/customers']],
  ['notification:', ['/notifications']],
  ['delivery:', ['/deliveries', '/chains']],
  ['chain.', ['/chains', '/deliveries']],
]

const gatherMs = 200
const watched = new Map<string, { readonly type: string; readonly id: string; times: number }>()
const waiting = new Set<string>()
let gathering: ReturnType<typeof setTimeout> | undefined
let socket: Socket | undefined
let place: string | undefined
let failures = 0

/** Follows the session: a socket while somebody is signed in, another one when they change the workspace. */
export function followSession(): void {
  const follow = () => {
    const session = currentSession()
    const next = session?.workspaceId ? `${session.user.id} ${session.workspaceId}` : undefined
    if (next === place) return
    place = next
    socket?.disconnect()
    socket = undefined
    if (next) void connect(next)
  }
  subscribe(follow)
  follow()
}

/** While a document is on the screen, what happens to it and in its chain is heard. */
export function useLiveSubject(type: string, id: string | undefined): void {
  useEffect(() => {
    if (!id) return
    const known = watched.get(id) ?? { type, id, times: 0 }
    known.times += 1
    watched.set(id, known)
    if (known.times === 1) socket?.emit('subscribe:subject', { type, id })
    return () => {
      known.times -= 1
      if (known.times > 0) return
      watched.delete(id)
      socket?.emit('unsubscribe:subject', { type, id })
    }
  }, [type, id])
}

async function connect(mine: string): Promise<void> {
  const { io } = await import('socket.io-client')
  if (mine !== place) return
  const next = io({
    transports: ['websocket'],
    // Asked at every attempt: the token of then, and the workspace.
    auth: (give) => {
      const session = currentSession()
      give({ token: session?.accessToken, workspaceId: session?.workspaceId })
    },
  })
  socket = next
  let connectedBefore = false
  next.on('connect', () => {
    for (const [topic, permission] of Object.entries(topics)) if (may(permission)) next.emit(`subscribe:${topic}`)
    for (const { type, id } of watched.values()) next.emit('subscribe:subject', { type, id })
    // What was said meanwhile nobody repeats.
    if (connectedBefore) void queryClient.invalidateQueries()
    connectedBefore = true
    failures = 0
  })
  // The server ends a socket with its token; with a new one it comes back by itself.
  next.on('disconnect', (reason) => {
    if (reason === 'io server disconnect' && next === socket) void comeBack(next)
  })
  next.on('connect_error', () => {
    if (!next.active && next === socket) void comeBack(next)
  })
  next.onAny((_name: string, frame: Frame) => hear(frame))
}

/** With a new token, a little later each time: rights may have been withdrawn for good. */
async function comeBack(mine: Socket): Promise<void> {
  const delayMs = Math.min(60_000, 1000 * 2 ** failures++)
  await new Promise((resolve) => setTimeout(resolve, delayMs))
  await renew().catch(() => {})
  if (mine === socket) mine.connect()
}

function hear(frame: Frame): void {
  const row = touched.find(([type]) => frame.type.startsWith(type))
  for (const path of row?.[1] ?? []) waiting.add(path)
  // A chain touches the documents on the screen that it is heard of.
  if (frame.type.startsWith('chain.')) for (const { type, id } of watched.values()) waiting.add(`/${type}s/${id}`)
  gathering ??= setTimeout(() => {
    gathering = undefined
    const paths = [...waiting]
    waiting.clear()
    void invalidate(queryClient, paths)
  }, gatherMs)
}
