import type { Redis } from 'ioredis'
import type { Database } from '../database/database.js'
import { CachedAnswers } from './cached-answers.js'
import { readCatalogue } from './catalogue.js'
import { MemoryGenerations } from './memory-generations.js'
import { Reach } from './reach.js'
import { RedisGenerations } from './redis-generations.js'
import type { Stores } from './stores.js'
import { Traces } from './traces.js'

/** Who writes what is read here: nobody knows, this process alone, or processes that share a Redis. */
export type CacheMode = 'off' | 'memory' | 'redis'

/** The cache of this process: from now on every commit of the database leaves its trace. */
export async function openCache(
  mode: CacheMode,
  { database, stores, redis }: { database: Database; stores: Pick<Stores, 'answers'>; redis: Redis | undefined },
): Promise<CachedAnswers> {
  if (mode === 'off') return new CachedAnswers(database)
  if (mode === 'redis' && !redis) throw new Error('a shared cache needs a Redis')
  const generations = mode === 'redis' ? new RedisGenerations(redis!) : new MemoryGenerations()
  const reach = new Reach(await readCatalogue((text) => database.global(text)))
  database.traces = new Traces(generations, reach)
  return new CachedAnswers(database, { answers: stores.answers, generations, reach })
}
