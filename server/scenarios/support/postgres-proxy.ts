import { once } from 'node:events'
import { createServer, connect, type Socket } from 'node:net'
import { databaseUrl } from '../../src/platform/database/database-url.js'

/** Where a blow falls: at the n-th statement from now on or at the first whose text begins so, before it is executed or after. */
export interface Blow {
  readonly at: number | string
  readonly when: 'before' | 'after'
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
  close(): Promise<void>
}

export async function postgresProxy(behind: string): Promise<PostgresProxy> {
  const target = new URL(behind)
  const sockets = new Set<Socket>()
  const texts = new Map<string, string>()
  let blow: Blow | undefined
  let count = 0
  let hit: string | undefined
  let refusing = false

  const strike = (label: string) => {
    hit = `${blow!.when} ${count}: ${label}`
    blow!.strike?.()
    blow = undefined
    for (const socket of sockets) socket.destroy()
  }
  const falls = (label: string): 'before' | 'after' | undefined => {
    if (!blow) return undefined
    count++
    const here = typeof blow.at === 'number' ? blow.at === count : label.startsWith(blow.at)
    return here ? blow.when : undefined
  }

  const server = createServer((program) => {
    if (refusing) return void program.destroy()
    const database = connect(Number(target.port || 5432), target.hostname)
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
    const fromProgram = frames(true, (type, frame) => {
      held.push(frame)
      if (type === 'P') label = parsed(frame, texts)
      if (type === 'B') label = bound(frame, texts) ?? label
      if (type === 'Q') label = frame.toString('utf8', 5, frame.length - 1)
      if (type === 'Q' || type === 'S') {
        const name = label.trim().replace(/\s+/g, ' ').slice(0, 70)
        const fate = falls(name)
        if (fate === 'before') return strike(name)
        if (fate === 'after') awaited = name
      }
      if (type === '' || type === 'Q' || type === 'S' || type === 'p' || type === 'X') {
        database.write(Buffer.concat(held))
        held = []
      }
    })
    const fromDatabase = frames(false, (type, frame) => {
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
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
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
