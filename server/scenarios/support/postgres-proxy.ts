import { once } from 'node:events'
import { createServer, connect, type Socket } from 'node:net'
import { databaseUrl } from '../../src/platform/database/database-url.js'

/** Before a statement is executed, when it has gone off and nobody knows how far it came, or when it is done and nobody has heard. */
export type When = 'before' | 'during' | 'after'

/** Where a blow falls: at the n-th statement from now on or at the first whose text begins so. */
export interface Blow {
  readonly at: number | string
  readonly when: When
  /** Does away with the program; its connections are cut in any case. */
  readonly strike?: () => void
}

/** Stands between the program and PostgreSQL and knows where a statement ends, so that it can cut them apart exactly there. */
export interface PostgresProxy {
  readonly url: string
  arm(blow: Blow): void
  /** Lets nobody in anew; who is in stays. */
  refuse(newcomers: boolean): void
  /** Where the last blow fell; undefined when there were fewer statements. Disarms. */
  struck(): string | undefined
  /** Lets statements through that were held back from the start. */
  release(): void
  /** How PostgreSQL tells the connections that came through here from others: `client_port`. */
  readonly ports: ReadonlySet<number>
  close(): Promise<void>
}

export interface ProxyOptions {
  /** Statements that begin so are neither counted nor, until `release`, let through: a worker asks what is ready all the time. */
  readonly held?: string
  /** Commits after each statement of a transaction, as a program would that knows none. */
  readonly careless?: boolean
}

export async function postgresProxy(
  behind: string,
  { held: heldBack, careless = false }: ProxyOptions = {},
): Promise<PostgresProxy> {
  const target = new URL(behind)
  const sockets = new Set<Socket>()
  const ports = new Set<number>()
  const texts = new Map<string, string>()
  let blow: Blow | undefined
  let count = 0
  let hit: string | undefined
  let refusing = false
  let released = heldBack === undefined
  const atTheDoor: Array<() => void> = []

  const strike = (label: string) => {
    hit = `${blow!.when} ${count}: ${label}`
    blow!.strike?.()
    blow = undefined
    for (const socket of sockets) socket.destroy()
  }
  const falls = (label: string): When | undefined => {
    if (!blow || (heldBack && label.startsWith(heldBack))) return undefined
    count++
    const here = typeof blow.at === 'number' ? blow.at === count : label.startsWith(blow.at)
    return here ? blow.when : undefined
  }

  const server = createServer((program) => {
    if (refusing) return void program.destroy()
    const database = connect(Number(target.port || 5432), target.hostname)
    database.on('connect', () => void ports.add(database.localPort!))
    for (const socket of [program, database]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        program.destroy()
        database.destroy()
      })
    }
    let awaited: string | undefined
    let held: Buffer[] = []
    let label = ''
    const pieces = careless ? new Pieces(database) : undefined
    const send = () => {
      database.write(Buffer.concat(held))
      held = []
    }
    const fromProgram = frames(true, (type, frame) => {
      held.push(frame)
      if (type === 'P') label = parsed(frame, texts)
      if (type === 'B') label = bound(frame, texts) ?? label
      if (type === 'Q') label = frame.toString('utf8', 5, frame.length - 1)
      if (type === 'Q' || type === 'S') {
        const name = label.trim().replace(/\s+/g, ' ').slice(0, 70)
        pieces?.sent(type === 'Q' ? label : '')
        const fate = falls(name)
        if (fate === 'before') return strike(name)
        if (fate === 'after') awaited = name
        if (!released && name.startsWith(heldBack!)) return void atTheDoor.push(send)
        if (fate === 'during') {
          send()
          return strike(name)
        }
      }
      if (type === '' || type === 'Q' || type === 'S' || type === 'p' || type === 'X') send()
    })
    const fromDatabase = frames(false, (type, frame) => {
      if (pieces && !pieces.passes(type, frame)) return
      if (awaited === undefined) program.write(frame)
      else if (type === 'Z') strike(awaited)
    })
    program.on('data', fromProgram)
    database.on('data', fromDatabase)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const url = new URL(databaseUrl(behind, {}))
  url.host = `127.0.0.1:${port}`
  return {
    url: url.toString(),
    ports,
    arm: (next) => {
      blow = next
      count = 0
      hit = undefined
    },
    refuse: (newcomers) => void (refusing = newcomers),
    struck: () => {
      blow = undefined
      return hit
    },
    release: () => {
      released = true
      for (const go of atTheDoor.splice(0)) go()
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Cuts the transactions of one connection into pieces: each statement is committed before the program hears of it. */
class Pieces {
  private begin: string | undefined
  private cutting = false

  constructor(private readonly database: Socket) {}

  /** The program sends a statement; a transaction that it begins is begun again with the same words. */
  sent(simple: string): void {
    if (simple.startsWith('begin')) this.begin = simple
    else if (/^(commit|rollback)/.test(simple)) this.begin = undefined
  }

  /** Whether the program may see what the database said. */
  passes(type: string, frame: Buffer): boolean {
    if (this.cutting) {
      if (type !== 'Z') return false
      this.cutting = false
      return true
    }
    if (type !== 'Z' || frame[5] !== inTransaction || !this.begin) return true
    this.cutting = true
    this.database.write(query(`commit; ${this.begin}`))
    return false
  }
}

const inTransaction = 'T'.charCodeAt(0)

function query(text: string): Buffer {
  const body = Buffer.from(`${text}\0`)
  const head = Buffer.alloc(5)
  head.write('Q')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

/** Cuts a stream into messages of the protocol. The program's first has no type. */
function frames(untypedFirst: boolean, take: (type: string, frame: Buffer) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0)
  let untyped = untypedFirst
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const head = untyped ? 0 : 1
      if (rest.length < head + 4) return
      const length = head + rest.readInt32BE(head)
      if (rest.length < length) return
      const frame = rest.subarray(0, length)
      rest = rest.subarray(length)
      const type = untyped ? '' : String.fromCharCode(frame[0]!)
      untyped = false
      take(type, frame)
    }
  }
}

function parsed(frame: Buffer, texts: Map<string, string>): string {
  const [name = '', text = ''] = frame.toString('utf8', 5).split('\0')
  texts.set(name, text)
  return text
}

function bound(frame: Buffer, texts: Map<string, string>): string | undefined {
  const [, statement = ''] = frame.toString('utf8', 5).split('\0')
  return texts.get(statement)
}
