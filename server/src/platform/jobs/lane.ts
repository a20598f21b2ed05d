import type { JobKey } from './queued-job.js'

export interface LaneOptions {
  /** How many jobs at the same time. */
  readonly width: number
  /** The jobs that may run now, oldest first. */
  readonly ready: () => Promise<JobKey[]>
  /** Gives jobs to a queue that runs them; false when they are to be run here. */
  readonly handOver: (jobs: readonly JobKey[]) => Promise<boolean>
  /** True when the job was moved on. */
  readonly run: (job: JobKey) => Promise<boolean>
}

/** One queue in one process. What is ready is handed over, or run here when there is nobody to hand it to. */
export class Lane {
  private stopping = false
  private round: Promise<unknown> | undefined
  private pokedAgain = false

  constructor(private readonly options: LaneOptions) {}

  poke(): void {
    if (this.stopping) return
    if (this.round) {
      this.pokedAgain = true
      return
    }
    this.round = this.drain().catch(() => {})
    void this.round.finally(() => {
      this.round = undefined
      if (!this.pokedAgain) return
      this.pokedAgain = false
      this.poke()
    })
  }

  /** Claims nothing more and waits for what is under way. */
  async stop(): Promise<void> {
    this.stopping = true
    await this.round
  }

  /** Goes on until nothing is ready or all that is ready was handed over. */
  async drain(): Promise<void> {
    const { width, ready, handOver, run } = this.options
    for (let moved = true; moved && !this.stopping;) {
      const jobs = await ready()
      if (jobs.length === 0 || (await handOver(jobs))) return
      moved = false
      const work = async () => {
        for (let next = jobs.shift(); next && !this.stopping; next = jobs.shift()) if (await run(next)) moved = true
      }
      await Promise.all(Array.from({ length: width }, work))
    }
  }
}
