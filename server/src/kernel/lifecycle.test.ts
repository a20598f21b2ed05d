import { describe, expect, test } from 'vitest'
import { lifecycle } from './lifecycle.js'
import { Refusal } from './refusal.js'

const door = lifecycle({
  name: 'door',
  states: ['OPEN', 'CLOSED', 'LOCKED', 'GONE'],
  moves: [
    { from: 'OPEN', to: 'CLOSED', event: 'door.closed' },
    { from: 'CLOSED', to: 'OPEN' },
    { from: 'CLOSED', to: 'LOCKED', permission: 'DOORS_LOCK' },
    { from: 'LOCKED', to: 'CLOSED' },
    { from: 'CLOSED', to: 'GONE' },
  ],
})

describe('lifecycle', () => {
  test('allows exactly the moves of its table', () => {
    const allowed = door.states.flatMap((from) =>
      door.states.filter((to) => door.allows(from, to)).map((to) => `${from} ${to}`),
    )
    expect(allowed).toEqual(['OPEN CLOSED', 'CLOSED OPEN', 'CLOSED LOCKED', 'CLOSED GONE', 'LOCKED CLOSED'])
  })

  test('knows the ways out and the ends', () => {
    expect(door.from('CLOSED')).toEqual(['OPEN', 'LOCKED', 'GONE'])
    expect(door.states.filter((state) => door.terminal(state))).toEqual(['GONE'])
    expect(door.move('CLOSED', 'LOCKED')?.permission).toBe('DOORS_LOCK')
    expect(door.check('OPEN', 'CLOSED').event).toBe('door.closed')
  })

  test('refuses any other move and names the open ones', () => {
    const refused = () => door.check('OPEN', 'LOCKED')
    expect(refused).toThrow(Refusal)
    expect(refused).toThrow(
      expect.objectContaining({
        code: 'INVALID_TRANSITION',
        facts: { from: 'OPEN', to: 'LOCKED', allowed: ['CLOSED'] },
      }),
    )
  })

  test('a table that contradicts itself does not load', () => {
    const states = ['A', 'B'] as const
    const twice = [{ from: 'A', to: 'B' } as const, { from: 'A', to: 'B' } as const]
    expect(() => lifecycle({ name: 'x', states, moves: twice })).toThrow('stands twice')
    expect(() => lifecycle({ name: 'x', states, moves: [{ from: 'A', to: 'A' }] })).toThrow('leads nowhere')
    expect(() => lifecycle<string>({ name: 'x', states, moves: [{ from: 'A', to: 'C' }] })).toThrow('no known state')
    expect(() => lifecycle({ name: 'x', states: ['A', 'A'], moves: [] })).toThrow('twice')
  })
})
