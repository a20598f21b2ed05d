import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eventWords, listenerSentence, orchestratorWords, stepWords } from '@prometric/contracts/chain-labels'
import { expect, test } from 'vitest'
import { listenerRows } from '../listeners.js'
import type { Orchestrator } from '../platform/orchestration/orchestrator.js'
import { lettersBy } from './listeners/rows.js'

const everybody = [...listenerRows, ...lettersBy({ send: async () => {} })]
const source = fileURLToPath(new URL('..', import.meta.url))

/** The ways in which the program says a fact: `announce({ name: '…' })`, `say('…')`, `announceDeal(work, '…')`, `productEvent('…')`. */
const sayings = [
  /\bname: '([a-z]+(?:\.[a-z]+)+)'/g,
  /\b(?:say|announce\w*|\w+Event|tell\w*)\((?:[\w ,.]+, )?'([a-z]+(?:\.[a-z]+)+)'/g,
  /'(stock\.[a-z]+)'/g,
]

function announcedNames(): Set<string> {
  const names = new Set<string>()
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue
    const text = readFileSync(join(source, file), 'utf8')
    if (!/announce|Event\(/.test(text)) continue
    for (const saying of sayings) for (const [, name] of text.matchAll(saying)) names.add(name!)
  }
  return names
}

test('every event that is announced has a sentence', () => {
  const names = announcedNames()
  expect(names.size).toBeGreaterThan(50)
  const listeners = new Set(everybody.map((row) => row.listener.name))
  expect([...names].filter((name) => !(name in eventWords) && !listeners.has(name))).toEqual([])
})

test('every orchestrator and every step has a sentence', () => {
  const orchestrators = listenerRows
    .map((row) => row.listener)
    .filter((listener): listener is Orchestrator => 'stepNames' in listener)
  expect(orchestrators.length).toBeGreaterThan(2)
  expect(orchestrators.map(({ name }) => name).filter((name) => !(name in orchestratorWords))).toEqual([])
  expect(orchestrators.flatMap(({ stepNames }) => stepNames).filter((name) => !(name in stepWords))).toEqual([])
})

test('every listener has a name for people', () => {
  const names = everybody.map((row) => row.listener.name)
  expect(names.filter((name) => listenerSentence('ru', name) === name)).toEqual([])
})
