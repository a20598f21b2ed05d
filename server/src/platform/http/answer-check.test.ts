import { id, money } from '@prometric/contracts/wire'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Money } from '../../kernel/money.js'
import { answerProblems } from './answer-check.js'

const answer = z.object({
  id,
  total: money,
  lines: z.array(z.object({ name: z.string() })),
  notes: z.record(z.string(), z.json()).optional(),
})
const good = {
  id: '01a1fe78-e45a-77b5-b7e7-4dc90d017039',
  total: 12.5,
  lines: [{ name: 'a' }],
  notes: { anything: [1, { at: 'all' }] },
}

test('what the contract says passes, as it will be on the wire', () => {
  expect(answerProblems({ answer }, good)).toEqual([])
  expect(answerProblems({ answer }, { ...good, total: Money.parse('12.50'), notes: undefined })).toEqual([])
  expect(
    answerProblems({ answer, list: true }, { items: [good], total: 1, totalCapped: false, page: 1, limit: 100 }),
  ).toEqual([])
  expect(answerProblems({ answer: z.null() }, undefined)).toEqual([])
})

test('a wrong, a missing and a surplus field are found, however deep', () => {
  expect(answerProblems({ answer }, { ...good, total: '12.5' })).toEqual([expect.stringContaining('data.total')])
  expect(answerProblems({ answer }, { ...good, total: undefined })).toEqual([expect.stringContaining('data.total')])
  expect(answerProblems({ answer }, { ...good, lines: [{ name: 'a', cost: 1 }] })).toEqual([
    'data.lines.0.cost: not in the contract',
  ])
  expect(answerProblems({ answer, list: true }, { items: [good, { ...good, secret: 1 }] })).toEqual([
    '[1].secret: not in the contract',
  ])
  expect(answerProblems({ answer, list: true }, [good])).toEqual(['a list answers with a page'])
})
