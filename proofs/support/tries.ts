import { leaksIn } from './marks.js'
import type { Request } from './requests.js'
import type { RawAnswer } from './send.js'
import type { Stranger } from './strangers.js'

/** One request of one stranger. */
export interface Try {
  readonly stranger: Stranger
  readonly request: Request
  /** The workspace that is named in the path. */
  readonly workspaceId: string
  /** Comes to the door of our workspace rather than to their own. */
  readonly knocks: boolean
}

/** What came of many tries. */
export class Report {
  tries = 0
  readonly leaks: string[] = []
  readonly wrongs: string[] = []
  private readonly byStatus = new Map<number, number>()

  /** Which ids nobody may tell a stranger. */
  constructor(private readonly secret: ReadonlySet<string>) {}

  note(one: Try, answer: RawAnswer): void {
    this.tries++
    this.byStatus.set(answer.status, this.count(answer.status) + 1)
    const question = one.request.path + JSON.stringify(one.request.body ?? null) + one.workspaceId
    const leaks = leaksIn(answer.text + answer.headers, question, this.secret)
    if (leaks.length > 0) this.leaks.push(`${wordsOf(one)}: ${answer.status} told ${leaks.slice(0, 3).join(', ')}`)
  }

  wrong(one: Try, answer: RawAnswer, why: string): void {
    this.wrongs.push(`${wordsOf(one)}: ${why}: ${answer.status} ${answer.text.slice(0, 300)}`)
  }

  count(status: number): number {
    return this.byStatus.get(status) ?? 0
  }

  statuses(): string {
    return [...this.byStatus]
      .toSorted()
      .map(([status, times]) => `${status}: ${times}`)
      .join(', ')
  }
}

const wordsOf = ({ stranger, request, knocks }: Try) =>
  `${stranger.who}${knocks ? ' at our door' : ''}: ${request.route.method} ${request.path} ${JSON.stringify(request.body)?.slice(0, 200) ?? ''}`
