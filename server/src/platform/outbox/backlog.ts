import { Gauge, register } from 'prom-client'
import type { Database } from '../database/database.js'

const countedAtMost = 1_000

const gauge = (name: string, help: string) =>
  (register.getSingleMetric(name) as Gauge | undefined) ?? new Gauge({ name, help })

const depth = gauge('deliveries_ready', `Deliveries that wait for a worker, at most ${countedAtMost}.`)
const lag = gauge('delivery_lag_seconds', 'How long ago the oldest of them was said; 0 when none waits.')

/** Measures what the workers have before them. An event's id begins with the moment in which it was said. */
export async function measureBacklog(database: Database): Promise<void> {
  const ready = await database.global<{ id: string }>('select event_id as id from app.ready_deliveries($1)', [
    countedAtMost,
  ])
  depth.set(ready.length)
  const saidAt = ready.map(({ id }) => Number.parseInt(id.replace('-', '').slice(0, 12), 16))
  lag.set(ready.length === 0 ? 0 : Math.max(0, Date.now() - Math.min(...saidAt)) / 1000)
}
