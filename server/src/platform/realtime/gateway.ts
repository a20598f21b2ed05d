import type { Server as HttpServer } from 'node:http'
import type { Redis } from 'ioredis'
import { Server, type Socket } from 'socket.io'
import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.js'
import type { Database } from '../database/database.js'
import type { UnitOfWork } from '../database/unit-of-work.js'
import { log } from '../log.js'
import { patientRedis } from '../redis/redis.js'
import type { Membership, Memberships } from '../session/memberships.js'
import type { Tokens } from '../session/tokens.js'
import { ChainPulse } from './chain-pulse.js'
import { sharedAdapter } from './shared-adapter.js'
import { membershipOf, sessionOf, type SocketSession, socketTenant } from './session-of.js'
import { frameOf, type Frame, type Topic, topics } from './topics.js'

export interface RealtimeOptions {
  readonly database: Database
  readonly tokens: Tokens
  readonly memberships: Memberships
  /** May the acting person see this document? Asked before its room is joined. */
  readonly mayWatch: (work: UnitOfWork, subject: { type: string; id: string }) => Promise<boolean>
  readonly origins?: readonly string[]
  /** How often everybody is held against the rights of today: a minute. */
  readonly lookAgainMs?: number
  /** With it the sockets of all processes are one: the connection that publishes, and where to listen. */
  readonly shared?: { readonly publisher: Redis; readonly url: string } | undefined
}

type Seated = Socket<
  Record<string, (...args: unknown[]) => void>,
  Record<string, (frame: Frame) => void>,
  Record<string, never>,
  { session: SocketSession; rights: string }
>
type Answer = (answer: { ok: boolean; code?: string }) => void

const subject = z.strictObject({ type: z.string().max(40), id: z.uuid() })
const messagesPerSecond = 20

/**
 * Others' changes, as they happen. Rooms are named here only, and joined only by those who may; frames carry no contents. Without a
 * server nobody can sit here, as in a worker, which still tells the sockets of the others.
 */
export class Realtime {
  private readonly io: Server
  private readonly subscriber: Redis | undefined
  private readonly lookingAgain: NodeJS.Timeout
  private readonly pulse = new ChainPulse(({ workspaceId, correlationId: id, subjectId, version }) =>
    this.emit(subjectRoom(workspaceId, subjectId), { type: 'chain.updated', id, version }),
  )

  constructor(
    private readonly server: HttpServer | undefined,
    private readonly options: RealtimeOptions,
  ) {
    const { shared } = options
    this.subscriber = shared && patientRedis(shared.url)
    this.io = new Server({
      transports: ['websocket'],
      serveClient: false,
      maxHttpBufferSize: 64 * 1024,
      allowRequest: (request, answer) => answer(null, this.knows(request.headers.origin, request.headers.host)),
      ...(shared ? { adapter: sharedAdapter({ publisher: shared.publisher, subscriber: this.subscriber! }) } : {}),
    })
    if (server) this.io.attach(server)
    this.io.use((socket, next) => {
      sessionOf(socket.handshake.auth, options.tokens, options.memberships)
        .then(({ member, ...session }) => {
          socket.data = { session, rights: rightsOf(member) }
          next()
        })
        .catch((error: unknown) => next(new Error(error instanceof Refusal ? error.code : 'INTERNAL_ERROR')))
    })
    this.io.on('connection', (socket) => this.seat(socket as Seated))
    this.lookingAgain = setInterval(() => this.lookAgain(), options.lookAgainMs ?? 60_000).unref()
  }

  /** Everything that a commit said, to whoever follows it. Lost frames are no harm: clients ask again. */
  hear(work: UnitOfWork): void {
    try {
      for (const event of work.events) {
        const addressed = frameOf(event)
        if (!addressed) continue
        const { to, frame } = addressed
        this.emit('topic' in to ? topicRoom(work.workspaceId, to.topic) : userRoom(work.workspaceId, to.userId), frame)
      }
      this.pulse.hear(work)
    } catch (error) {
      // The commit has happened: whoever made it must not hear of a socket's trouble.
      log.error({ err: error }, 'frames were not sent')
    }
  }

  /** A session ended, or rights changed: every socket of the person is closed, on every process. Whoever still may comes back. */
  sendAway(userId: string): void {
    // Those of this process also while Redis is away; it would tell only the others then.
    this.io.local.in(personRoom(userId)).disconnectSockets(true)
    if (this.options.shared) this.io.in(personRoom(userId)).disconnectSockets(true)
  }

  /** Sends everybody of this process away; the HTTP server is closed by its owner. */
  close(): void {
    this.pulse.stop()
    clearInterval(this.lookingAgain)
    this.io.local.disconnectSockets(true)
    if (this.server) this.io.engine.close()
    this.subscriber?.disconnect()
  }

  /** What another process said may have been lost: who sits here is held against the rights of today. */
  private lookAgain(): void {
    for (const socket of this.io.sockets.sockets.values() as Iterable<Seated>)
      membershipOf(socket.data.session, this.options.memberships)
        .then((member) => rightsOf(member) === socket.data.rights || socket.disconnect(true))
        .catch((error: unknown) => error instanceof Refusal && socket.disconnect(true))
  }

  private emit(room: string, frame: Frame): void {
    this.io.to(room).emit(frame.type, frame)
  }

  private knows(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined) return true
    return (this.options.origins ?? []).includes(origin) || (URL.canParse(origin) && new URL(origin).host === host)
  }

  private seat(socket: Seated): void {
    const { session } = socket.data
    const expiry = setTimeout(() => socket.disconnect(true), Math.max(0, session.expiresAt - Date.now()))
    expiry.unref()
    socket.on('disconnect', () => clearTimeout(expiry))
    socket.use((_, next) => (tooFast(socket) ? void socket.disconnect(true) : next()))
    void socket.join([userRoom(session.workspaceId, session.userId), personRoom(session.userId)])
    for (const topic of Object.keys(topics) as Topic[]) {
      socket.on(`subscribe:${topic}`, (...args) =>
        this.answered(args, async () => {
          const member = await membershipOf(session, this.options.memberships)
          if (!member.permissions.has(topics[topic])) throw new Refusal('FORBIDDEN', { permission: topics[topic] })
          await socket.join(topicRoom(session.workspaceId, topic))
        }),
      )
      socket.on(`unsubscribe:${topic}`, (...args) =>
        this.answered(args, async () => socket.leave(topicRoom(session.workspaceId, topic))),
      )
    }
    socket.on('subscribe:subject', (...args) =>
      this.answered(args, async () => {
        const wanted = subject.parse(args[0])
        const member = await membershipOf(session, this.options.memberships)
        if (
          !(await this.options.database.run(socketTenant(session.userId, member), (work) =>
            this.options.mayWatch(work, wanted),
          ))
        )
          throw new Refusal('NOT_FOUND')
        await socket.join(subjectRoom(session.workspaceId, wanted.id))
      }),
    )
    socket.on('unsubscribe:subject', (...args) =>
      this.answered(args, async () => socket.leave(subjectRoom(session.workspaceId, subject.parse(args[0]).id))),
    )
  }

  private answered(args: readonly unknown[], act: () => unknown): void {
    const last = args.at(-1)
    const answer: Answer = typeof last === 'function' ? (last as Answer) : () => {}
    Promise.resolve()
      .then(act)
      .then(() => answer({ ok: true }))
      .catch((error: unknown) => {
        const code =
          error instanceof Refusal ? error.code : error instanceof z.ZodError ? 'VALIDATION_FAILED' : 'INTERNAL_ERROR'
        if (code === 'INTERNAL_ERROR') log.error({ err: error }, 'a subscription failed')
        answer({ ok: false, code })
      })
  }
}

const topicRoom = (workspaceId: string, topic: Topic) => `ws:${workspaceId}:${topic}`
const subjectRoom = (workspaceId: string, id: string) => `ws:${workspaceId}:subject:${id}`
const personRoom = (userId: string) => `person:${userId}`
const userRoom = (workspaceId: string, userId: string) => `ws:${workspaceId}:user:${userId}`

const rightsOf = ({ permissions }: Membership) => [...permissions].toSorted().join()

const pace = new WeakMap<Seated, { second: number; count: number }>()

function tooFast(socket: Seated): boolean {
  const second = Math.floor(Date.now() / 1000)
  const known = pace.get(socket)
  const count = known?.second === second ? known.count + 1 : 1
  pace.set(socket, { second, count })
  return count > messagesPerSecond
}
