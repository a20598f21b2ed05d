import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfiguration } from '../server/src/configuration.js'
import { root } from './source-files.js'

const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** The variables that the program reads: the keys of its schema. */
const known = [...read('server/src/configuration.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)]
  .map(([, name]) => name!)
  .toSorted()

const lines = [...read('.env.example').matchAll(/^(# )?([A-Z][A-Z_]+)=(.*)$/gm)].map(([, comment, name, value]) => ({
  name: name!,
  isSet: !comment,
  value: value!.replace(/^"(.*)"$/, '$1'),
}))

test('.env.example names every variable, once', () => {
  expect(known.length).toBeGreaterThan(10)
  expect(lines.map(({ name }) => name).toSorted()).toEqual(known)
})

test('.env.example as it stands changes nothing', () => {
  const set = Object.fromEntries(lines.filter(({ isSet }) => isSet).map(({ name, value }) => [name, value]))
  expect(readConfiguration(set)).toEqual(readConfiguration({}))
})

test.each(['README.md', 'README.ru.md'])('%s tells of every variable', (page) => {
  const told = [...read(page).matchAll(/^\| `([A-Z][A-Z_]+)` +\|/gm)].map(([, name]) => name!)
  expect(told.toSorted()).toEqual(known)
})
