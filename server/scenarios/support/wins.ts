import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Client } from './client.js'
import type { DealCase } from './random-deals.js'
import { predict } from './oracle.js'
import { differences, observe } from './observe.js'
import type { Company } from './company.js'

/** Wins a deal as many times at once as the case says; every answer must be a success. A busy house is asked again. */
export async function winAtOnce(
  client: Client,
  dealId: string,
  times = 1,
  body: object = {},
): Promise<Answer['data'][]> {
  return Promise.all(Array.from({ length: times }, () => winPatiently(client, dealId, body)))
}

async function winPatiently(client: Client, dealId: string, body: object): Promise<Answer['data']> {
  for (let tries = 1; ; tries++) {
    const answer = await client.post(`/deals/${dealId}/win`, body)
    if (answer.status === 200) return answer.data
    if (answer.status !== 503 || tries > 20)
      throw new Error(`${dealId}: ${answer.status} ${JSON.stringify(answer.error)}`)
  }
}

/** Does this for all, so many at a time. */
export async function inLanes<T>(
  all: readonly T[],
  lanes: number,
  run: (one: T, index: number) => Promise<void>,
): Promise<void> {
  const queue = [...all.entries()]
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await run(next[1], next[0])
    }),
  )
}

/** What the database says against the prediction. */
export async function judge(company: Company, one: DealCase, dealId: string): Promise<string[]> {
  const { counts, ...outcome } = await observe(company, dealId)
  return [...differences({ orders: 1, won: 1 }, counts, '.counts'), ...differences(predict(one), outcome)].map(
    (text) => `${one.name}${text}`,
  )
}

/** Waits until the workers have nothing left that is ready or will be. */
export async function settled(company: Company): Promise<void> {
  for (;;) {
    const [row] = await company.sql<{ left: number }>(
      `select count(*)::int as left from event_deliveries where state = 'READY'`,
    )
    if (row!.left === 0) return
    await sleep(200)
  }
}
