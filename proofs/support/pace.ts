import { setTimeout as sleep } from 'node:timers/promises'
import type { Company } from '../../server/scenarios/support/company.js'

const lookMs = 250

/** Keeps a load at what workers can bear, and remembers the longest that anything was ready and not handled. */
export interface Pace {
  /** Waits until no more than the bearable is ready. */
  turn(): Promise<void>
  readonly longestWaitSeconds: number
  stop(): Promise<void>
}

export function paceOf(company: Company, bearable: number): Pace {
  let [ready, longest, going] = [0, 0, true]
  const look = async () => {
    while (going) {
      const [row] = await company.sql<{ ready: number; waited: number }>(
        `select count(*)::int as ready, coalesce(extract(epoch from clock_timestamp() - min(next_at)), 0)::float8 as waited
          from event_deliveries where state = 'READY' and next_at <= now()`,
      )
      ready = row!.ready
      longest = Math.max(longest, row!.waited)
      await sleep(lookMs)
    }
  }
  const looking = look()
  return {
    turn: async () => {
      while (ready > bearable) await sleep(lookMs)
    },
    get longestWaitSeconds() {
      return longest
    },
    stop: async () => {
      going = false
      await looking
    },
  }
}
