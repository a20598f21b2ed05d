/**
 * What waits for the lanes of a relay, and what they have in hand. Whoever is done takes the next at once, so that what takes long in one
 * lane keeps nobody waiting in another. Of each kind that may be in hand only once, one is.
 */
export class Desk<One> {
  private waiting: One[] = []
  private readonly inHand = new Map<string, string | undefined>()
  private readonly asleep: Array<() => void> = []
  private looking: Promise<void> | undefined
  /** Something may be ready that was not seen yet. */
  private news = true

  constructor(
    private readonly look: () => Promise<One[]>,
    private readonly nameOf: (one: One) => string,
    /** Of what kind this is, if only one of the kind may be in hand. */
    private readonly kindOf: (one: One) => string | undefined,
    /** Nothing more is given out when it is not. */
    private readonly isOpen: () => boolean,
  ) {}

  /** Was something told that nobody looked at? */
  get hasNews(): boolean {
    return this.news && this.isOpen()
  }

  /** The next to take in hand, as soon as there is one; undefined when nothing is left and nobody can make any more. */
  async next(): Promise<One | undefined> {
    while (this.isOpen()) {
      const one = this.take()
      if (one) return one
      if (this.news) await (this.looking ??= this.lookAgain())
      else if (this.inHand.size > 0) await new Promise<void>((wake) => this.asleep.push(wake))
      else break
    }
    this.wake()
    return undefined
  }

  /** Lays it aside. What was achieved may have made others ready. */
  layAside(one: One, achieved: boolean): void {
    this.inHand.delete(this.nameOf(one))
    if (achieved) this.tell()
    else this.wake()
  }

  /** There may be something new. */
  tell(): void {
    this.news = true
    this.wake()
  }

  private take(): One | undefined {
    const taken = new Set(this.inHand.values())
    const index = this.waiting.findIndex((one) => {
      const kind = this.kindOf(one)
      return kind === undefined || !taken.has(kind)
    })
    if (index < 0) return undefined
    const one = this.waiting.splice(index, 1)[0]!
    this.inHand.set(this.nameOf(one), this.kindOf(one))
    return one
  }

  private async lookAgain(): Promise<void> {
    this.news = false
    try {
      const seen = await this.look()
      this.waiting = seen.filter((one) => !this.inHand.has(this.nameOf(one)))
    } finally {
      this.looking = undefined
    }
  }

  private wake(): void {
    for (const wake of this.asleep.splice(0)) wake()
  }
}
