import { refusals, refusalSentence } from '@prometric/contracts/refusals'
import { ruleSentence } from '@prometric/contracts/rules'
import type { bulkItem } from '@prometric/contracts/wire'
import type { z } from 'zod'
import { Refusal } from '../../kernel/refusal.js'
import type { UnitOfWork } from '../database/unit-of-work.js'
import type { Call } from './call.js'
import { refusalOf } from './problems.js'

type BulkItem = z.infer<typeof bulkItem>

export interface BulkAnswer {
  readonly items: BulkItem[]
  readonly counts: Record<string, number>
}

/**
 * Does the same to many items. Normally each has a transaction and an idempotency key of its own and a refusal of one leaves the others;
 * with `atomic` all stand in one transaction and the first refusal refuses the whole. A defect is never a row of the answer: it fails
 * the call.
 */
export async function bulk<Body, Item>(
  call: Pick<Call<Body, unknown, unknown>, 'write' | 'language'>,
  {
    items,
    done,
    atomic = false,
    run,
  }: {
    items: readonly Item[]
    done: 'CREATED' | 'UPDATED' | 'DELETED'
    atomic?: boolean | undefined
    run: (work: UnitOfWork, item: Item, index: number) => Promise<string>
  },
): Promise<BulkAnswer> {
  if (atomic) {
    return call.write(async (work) => {
      const answered: BulkItem[] = []
      for (const [index, item] of items.entries())
        answered.push({ index, id: await run(work, item, index), status: done })
      return counted(answered)
    })
  }
  const answered: BulkItem[] = []
  for (const [index, item] of items.entries()) {
    try {
      // The key of the call stands for each item with its place: a repeat finds what was done and does what was refused or cut off.
      const id = await call.write((work) => run(work, item, index), index)
      answered.push({ index, id, status: done })
    } catch (error) {
      if (error instanceof Refusal && error.code === 'IDEMPOTENCY_KEY_REUSED') throw error
      answered.push({ index, status: 'FAILED', error: wordsOf(refusalOf(error), error, call.language) })
    }
  }
  return counted(answered)
}

function wordsOf(refusal: Refusal, error: unknown, language: Call['language']): NonNullable<BulkItem['error']> {
  const { code, facts, field } = refusal
  if (refusals[code].status >= 500) throw error
  const message = ruleSentence(facts['rule'], language, facts) ?? refusalSentence(code, language, facts)
  return { code, message, ...(field ? { field } : {}) }
}

function counted(items: BulkItem[]): BulkAnswer {
  const counts: Record<string, number> = { total: items.length }
  for (const { status } of items) counts[status.toLowerCase()] = (counts[status.toLowerCase()] ?? 0) + 1
  return { items, counts }
}
