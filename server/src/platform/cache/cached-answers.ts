import { createHash } from 'node:crypto'
import { localDay } from '../../kernel/kazakhstan/local-day.js'
import type { Database } from '../database/database.js'
import type { Statement } from '../database/statement.js'
import type { Tenant } from '../database/tenant.js'
import type { UnitOfWork } from '../database/unit-of-work.js'
import { countRead } from './count-reads.js'
import type { Generations } from './generations.js'
import { rightsOf } from './rights.js'
import type { Reach } from './reach.js'
import type { Seen, Standing } from './standing.js'
import type { Stores } from './stores.js'
import { type CachedKind, cachedKinds, keptMs } from './ttl.js'

/** What is asked: the address with all its parameters, by whom. */
export interface Asked {
  readonly kind: CachedKind
  readonly tenant: Tenant
  readonly url: string
}

export interface Keeper {
  readonly answers: Stores['answers']
  readonly generations: Generations
  readonly reach: Reach
}

/** An answer and the generations it was read from; without them it is good for whoever asked first only. */
interface Entry {
  readonly data: unknown
  readonly seen?: Seen | undefined
}

type Question<T> = (work: UnitOfWork) => Promise<T>

const waitAtMostMs = 5_000

/**
 * Answers that are kept as long as nothing they were made of has changed, and never longer than their kind may be. Whoever asks after a
 * write was answered sees it, whichever process wrote: the writer moved the generations of its tables first, and every answer is held
 * against them before it is given.
 */
export class CachedAnswers {
  private readonly underWay = new Map<string, Promise<Entry>>()

  constructor(
    private readonly database: Pick<Database, 'run' | 'clock'>,
    /** Without one every question is asked of the database. */
    private readonly keeper?: Keeper,
  ) {}

  async read<T>(asked: Asked, question: Question<T>): Promise<T> {
    const tenant = cachedKinds[asked.kind].whose === 'EVERYBODY' ? inNobodysName(asked.tenant) : asked.tenant
    const standing = await this.keeper?.generations.standing(tenant)
    if (!this.keeper || !standing) {
      if (this.keeper) countRead(asked.kind, 'away')
      return this.database.run(tenant, question)
    }
    const key = this.keyOf({ ...asked, tenant })
    const theirs = await this.fromTwin(key, standing)
    if (theirs) {
      countRead(asked.kind, 'hit')
      return theirs.data as T
    }
    const finding = this.find(key, { ...asked, tenant }, standing, question)
    this.underWay.set(key, finding)
    try {
      return (await finding).data as T
    } finally {
      if (this.underWay.get(key) === finding) this.underWay.delete(key)
    }
  }

  /** What another is finding out at this moment, if it is good for this one too and does not take them too long. */
  private async fromTwin(key: string, standing: Standing): Promise<Entry | undefined> {
    const until = Date.now() + waitAtMostMs
    for (let twin = this.underWay.get(key), last; twin && twin !== last; last = twin, twin = this.underWay.get(key)) {
      const theirs = await atMost(until - Date.now(), twin)
      if (theirs?.seen && standing.holds(theirs.seen)) return theirs
      if (Date.now() >= until) return undefined
    }
    return undefined
  }

  private async find<T>(key: string, { kind, tenant }: Asked, standing: Standing, question: Question<T>) {
    const { answers, reach } = this.keeper!
    const kept = await answers.get<Entry | undefined>({ key }).catch(() => undefined)
    if (kept?.seen && standing.holds(kept.seen)) {
      countRead(kind, 'hit')
      return kept
    }
    countRead(kind, kept ? 'stale' : 'miss')
    let said: Iterable<Statement> = []
    const data = await this.database.run(tenant, async (work) => {
      said = work.said
      return question(work)
    })
    const reads = reach.readsOf(said)
    const seen = reads && standing.of(reads)
    const entry: Entry = { data, seen }
    if (seen) answers.set({ key, value: entry, ttl: keptMs(cachedKinds[kind].seconds) }).catch(() => {})
    return entry
  }

  /** Whatever an answer may depend on beside what is stored: who may see what, in which words, on which day. */
  private keyOf({ kind, tenant, url }: Asked): string {
    const day = localDay(this.database.clock(), tenant.timezone)
    const question = createHash('sha1').update(`${day} ${url}`).digest('base64url')
    return ['c', tenant.organizationId, tenant.workspaceId, rightsOf(tenant), kind, question].join(':')
  }
}

function inNobodysName(tenant: Tenant): Tenant {
  return { ...tenant, actor: { ...tenant.actor, userId: null, employeeId: null, departmentId: null } }
}

/** What it comes to; undefined when it fails or takes longer. */
async function atMost<T>(ms: number, coming: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<undefined>((end) => (timer = setTimeout(end, Math.max(0, ms), undefined)))
  try {
    return await Promise.race([coming.catch(() => undefined), tooLong])
  } finally {
    clearTimeout(timer)
  }
}
