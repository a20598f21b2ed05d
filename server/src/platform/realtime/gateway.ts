import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.js'
import type { Database } from '../database/database.js'
import type { UnitOfWork } from '../database/unit-of-work.js'
import { log } from '../log.js'
import type { Memberships } from '../session/memberships.js'
import type { Tokens } from '../session/tokens.js'
import { ChainPulse } from './chain-pulse.js'
import { membershipOf, sessionOf, type SocketSession, socketTenant } from './session-of.js'
import { frameOf, type Frame, type Topic, topics } from './topics.js'

export interface RealtimeOptions {
  readonly database: Database
  readonly tokens: Tokens
  readonly memberships: Memberships
  /** May the acting person see this document? Asked before its room is joined. */
  readonly mayWatch: (work: UnitOfWork, subject: { type: string; id: string }) => Promise<boolean>
  readonly origins?: readonly string[]
}

type Seated = Socket<
  Record<string, (...args: unknown[]) => void>,
  Record<string, (frame: Frame) => void>,
  Record<string, never>,
  { session: SocketSession }
>
type Answer = (answer: { ok: boolean; code?: string }) => void

const subject = z.strictObject({ type: z.string().max(40), id: z.uuid() })
const messagesPerSecond = 20

/** Others' changes, as they happen. Rooms are named here only, and joined only by those who may; frames carry no contents. */
export class Realtime {
  private readonly io: Server
  private readonly pulse = new ChainPulse(({ workspaceId, correlationId: id, subjectId, version }) =>
    this.emit(subjectRoom(workspaceId, subjectId), { type: 'chain.updated', id, version }),
  )

  constructor(
    server: HttpServer,
    private readonly options: RealtimeOptions,
  ) {
    this.io = new Server(server, {
      transports: ['websocket'],
      serveClient: false,
      maxHttpBufferSize: 64 * 1024,
      allowRequest: (request, answer) => answer(null, this.knows(request.headers.origin, request.headers.host)),
    })
    this.io.use((socket, next) => {
      sessionOf(socket.handshake.auth, options.tokens, options.memberships)
        .then((session) => {
          socket.data = { session }
          next()
        })
        .catch((error: unknown) => next(new Error(error instanceof Refusal ? error.code : 'INTERNAL_ERROR')))
    })
    this.io.on('connection', (socket) => this.seat(socket as Seated))
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

  /** Sends everybody away; the HTTP server is closed by its owner. */
  close(): void {
    this.pulse.stop()
    this.io.disconnectSockets(true)
    this.io.engine.close()
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
    void socket.join(userRoom(session.workspaceId, session.userId))
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
const userRoom = (workspaceId: string, userId: string) => `ws:${workspaceId}:user:${userId}`

const pace = new WeakMap<Seated, { second: number; count: number }>()

function tooFast(socket: Seated): boolean {
  const second = Math.floor(Date.now() / 1000)
  const known = pace.get(socket)
  const count = known?.second === second ? known.count + 1 : 1
  pace.set(socket, { second, count })
  return count > messagesPerSecond
}
