import type { BoardAnswer } from '@prometric/contracts/deals'
import { expect, test } from 'vitest'
import type { BoardCard, BoardStage } from '../deal-answer.js'
import { movedBoard } from './moved-board.js'

const card = (id: string, value: number, probability: number) =>
  ({ id, value, probability, expectedRevenue: (value * probability) / 100 }) as BoardCard
const stage = (name: BoardStage['stage'], probability: number, deals: BoardCard[]): BoardStage => ({
  pipelineStageId: name,
  stage: name,
  name,
  color: null,
  probability,
  // More than are loaded.
  count: deals.length + 10,
  totalValue: deals.reduce((total, { value }) => total + value, 1000),
  expectedRevenue: deals.reduce((total, { expectedRevenue }) => total + expectedRevenue, 500),
  deals,
  nextCursor: null,
})
const [a, b, c] = [card('a', 100, 10), card('b', 200, 10), card('c', 300, 25)]
const board: BoardAnswer = {
  pipelineId: 'p',
  stages: [stage('LEAD', 10, [a, b]), stage('QUALIFIED', 25, [c]), stage('WON', 100, [])],
  summary: { totalDeals: 0, totalValue: 0, totalExpectedRevenue: 0 },
}
const places = ({ stages }: BoardAnswer) => stages.map(({ deals }) => deals.map(({ id }) => id).join(''))

test('a card stands where it was put, and takes its figures along', () => {
  const moved = movedBoard(board, [{ card: a, to: 'QUALIFIED', beforeId: 'c', afterId: undefined }])
  expect(places(moved)).toEqual(['b', 'ac', ''])
  expect(moved.stages[0]).toMatchObject({ count: 11, totalValue: 1200, expectedRevenue: 520 })
  expect(moved.stages[1]).toMatchObject({ count: 12, totalValue: 1400, expectedRevenue: 600 })
})

test('what was won stands first, and a place that is gone means the end', () => {
  const moves = [
    { card: b, to: 'WON', beforeId: undefined, afterId: 'x' },
    { card: a, to: 'WON', beforeId: undefined, afterId: 'x' },
    { card: c, to: 'LEAD', beforeId: 'x', afterId: undefined },
  ] as const
  expect(places(movedBoard(board, moves))).toEqual(['c', '', 'ab'])
})

test('when the server has answered meanwhile, nothing is counted twice', () => {
  const move = { card: a, to: 'QUALIFIED', beforeId: 'c', afterId: undefined } as const
  const answered = movedBoard(board, [move])
  expect(movedBoard(answered, [move])).toEqual(answered)
  const beyond = { ...board, stages: [stage('LEAD', 10, [b]), stage('QUALIFIED', 25, [])] }
  expect(places(movedBoard(beyond, [move]))).toEqual(['b', 'a'])
})
