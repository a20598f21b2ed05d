import { dealStages, openStages } from '@prometric/contracts/deals'
import { expect, test } from 'vitest'
import { dealLifecycle, isBackward, isOpen } from './deal.lifecycle.js'

test.each(dealStages.flatMap((from) => dealStages.map((to) => [from, to] as const)))('%s → %s', (from, to) => {
  const bothClosed = !isOpen(from) && !isOpen(to)
  expect(dealLifecycle.allows(from, to)).toBe(from !== to && !bothClosed)
})

test('only reopening leads out of a closed stage', () => {
  for (const closed of ['WON', 'LOST'] as const)
    for (const open of openStages)
      expect(dealLifecycle.move(closed, open)).toMatchObject({ event: 'deal.reopened', permission: 'DEALS_REOPEN' })
})

test.each([
  ['LEAD', 'QUALIFIED', false],
  ['CLOSING', 'PROPOSAL', true],
  ['LEAD', 'LEAD', false],
] as const)('%s → %s is a step back: %s', (from, to, expected) => {
  expect(isBackward(from, to)).toBe(expected)
})
