import { io, type Socket } from 'socket.io-client'
import type { Company } from '../../server/scenarios/support/company.js'
import { type Frame, frameOf, type Topic } from '../../server/src/platform/realtime/topics.js'
import type { DomainEvent } from '../../server/src/platform/outbox/events.js'

const followed: readonly Topic[] = ['deals', 'orders', 'stock', 'invoices', 'customers', 'production', 'tasks']

/** Somebody at a socket of one process who follows everything and writes down what is heard. */
export interface Follower {
  readonly frames: Frame[]
  /** How often the socket came; once is without a break. */
  readonly arrivals: () => number
  leave(): void
}

export async function follow(url: string, workspaceId: string, token: () => Promise<string>): Promise<Follower> {
  const frames: Frame[] = []
  let arrivals = 0
  const socket: Socket = io(url, {
    transports: ['websocket'],
    auth: (give) => void token().then((fresh) => give({ token: fresh, workspaceId })),
  })
  socket.onAny((_, frame: Frame) => frames.push(frame))
  socket.on('disconnect', (reason) => reason === 'io server disconnect' && socket.connect())
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', () => {
      arrivals++
      Promise.all(followed.map((topic) => socket.emitWithAck(`subscribe:${topic}`))).then(() => resolve(), reject)
    })
  })
  return { frames, arrivals: () => arrivals, leave: () => socket.disconnect() }
}

/** What a follower of everything should have heard, by what was committed, and did not. */
export async function unheard(company: Company, follower: Follower, since: bigint): Promise<string[]> {
  const said = await company.sql<DomainEvent>(
    `select name, aggregate_id as "aggregateId", aggregate_version as "aggregateVersion", payload from outbox_events
      where workspace_id = $1 and pos > $2 order by pos`,
    [company.workspaceId, since],
  )
  const heard = new Map<string, number>()
  for (const frame of follower.frames) heard.set(key(frame), (heard.get(key(frame)) ?? 0) + 1)
  return said.flatMap((event) => {
    const addressed = frameOf(event)
    if (!addressed || !('topic' in addressed.to) || !followed.includes(addressed.to.topic)) return []
    const left = heard.get(key(addressed.frame)) ?? 0
    heard.set(key(addressed.frame), left - 1)
    return left > 0 ? [] : [`${event.name} ${key(addressed.frame)}`]
  })
}

const key = ({ type, id, version }: Frame) => `${type} ${id} ${version}`
