import { openStages } from '@prometric/contracts/deals'
import { describe, expect, test } from 'vitest'
import { checkStageWay, checkWinStage, probabilityAt, wholeDays } from './deal.rules.js'

const refusalOf = (run: () => void): string => {
  try {
    run()
    return 'fine'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('the way between open stages', () => {
  const way = {
    reason: undefined,
    strict: false,
    ladder: openStages,
    requirements: ['budget_confirmed'],
    done: new Set<string>(),
  }
  test.each([
    ['forward', { from: 'LEAD', to: 'PROPOSAL' }, 'fine'],
    ['back without a reason', { from: 'PROPOSAL', to: 'LEAD' }, 'VALIDATION_FAILED'],
    ['back with a reason', { from: 'PROPOSAL', to: 'LEAD', reason: 'budget cut' }, 'fine'],
    ['strict, two steps', { from: 'LEAD', to: 'PROPOSAL', strict: true }, 'INVALID_TRANSITION'],
    ['strict, one step, not ready', { from: 'LEAD', to: 'QUALIFIED', strict: true }, 'REQUIREMENTS_NOT_MET'],
    [
      'strict, one step, ready',
      { from: 'LEAD', to: 'QUALIFIED', strict: true, done: new Set(['budget_confirmed']) },
      'fine',
    ],
  ] as const)('%s', (_name, step, expected) => {
    expect(refusalOf(() => checkStageWay({ ...way, ...step }))).toBe(expected)
  })

  test('a strict pipeline is won from CLOSING', () => {
    expect(refusalOf(() => checkWinStage('LEAD', true))).toBe('INVALID_TRANSITION')
    expect(refusalOf(() => checkWinStage('CLOSING', true))).toBe('fine')
    expect(refusalOf(() => checkWinStage('LEAD', false))).toBe('fine')
  })
})

test.each([
  ['LEAD', 10, undefined, { probability: 10, manual: false }],
  ['LEAD', 10, 0, { probability: 0, manual: true }],
  ['WON', 100, 40, { probability: 100, manual: false }],
  ['LOST', 0, 40, { probability: 0, manual: false }],
] as const)('probability in %s', (stage, ofStage, given, expected) => {
  expect(probabilityAt(stage, ofStage, given)).toEqual(expected)
})

test('days are whole and never negative', () => {
  const noon = new Date('2026-03-01T12:00:00Z')
  expect(wholeDays(noon, new Date('2026-03-03T11:59:00Z'))).toBe(1)
  expect(wholeDays(noon, new Date('2026-02-01T00:00:00Z'))).toBe(0)
})
